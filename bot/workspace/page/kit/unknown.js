// Says plainly what this page cannot draw.

import { el } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

/**
 * A sentence in place of something unknown.
 * @param {string} what such as "a block"
 * @param {string} type as Slack names it
 */
export function plainNotice(what, type) {
  const sentence = `This demo cannot draw ${what} of type ${type} yet; Slack can.`;
  return el("span", { class: "unknown", "data-unknown-type": type }, icon("info", 16), sentence);
}
