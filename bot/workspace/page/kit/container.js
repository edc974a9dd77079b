// Draws container blocks: other blocks under a title, which may fold.

import { el } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { drawImage } from "./image.js";
import { drawText, plainText } from "./mrkdwn.js";
import { drawRichText } from "./richtext.js";

function drawTitle(block, directory) {
  const title = block.rich_text_title
    ? drawRichText(block.rich_text_title, directory)
    : plainText(block.title);
  const subtitle =
    block.subtitle && el("div", { class: "container-subtitle prose" }, drawText(block.subtitle, directory));
  return [
    block.icon && el("span", { class: "card-icon" }, drawImage(block.icon)),
    el("span", { class: "container-words" }, el("span", { class: "container-title" }, title), subtitle),
  ];
}

/**
 * Draw a container block.
 * @param {object} block
 * @param {import("./surface.js").Surface} surface
 * @param {(blocks: object[], surface: object) => Node[]} drawBlocks draws what it holds
 */
export function drawContainer(block, surface, drawBlocks) {
  const name = `container container-${block.width ?? "standard"}`;
  const title = drawTitle(block, surface.directory);
  const body = el("div", { class: "container-body" }, drawBlocks(block.child_blocks, surface));
  if (!block.is_collapsible) {
    const headName = block.has_header_divider ? "container-head has-divider" : "container-head";
    return el("div", { class: name }, el("div", { class: headName }, title), body);
  }
  return el(
    "details",
    { class: name, open: !block.default_collapsed },
    el("summary", { class: "container-head" }, title, icon("chevronDown")),
    body,
  );
}
