// Draws JSON so that it can be read: indented, its keys and values told apart by colour.

import { el } from "../shared/dom.js";

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Text that holds JSON is shown as JSON. */
function parsed(body) {
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function nameOf([, string, colon]) {
  if (colon) return "json-key";
  return string ? "json-string" : "json-value";
}

/**
 * Draw a value as indented JSON.
 * @param {*} body a value, or a text that may hold JSON
 */
export function drawJson(body) {
  const value = parsed(body);
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    const words = match[1] ?? match[0];
    nodes.push(text.slice(at, match.index), el("span", { class: nameOf(match) }, words));
    at = match.index + words.length;
  }
  return el("pre", { class: "json", tabindex: "0" }, nodes, text.slice(at));
}
