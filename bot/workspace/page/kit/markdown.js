// Draws markdown blocks: headings, lists, quotes, code, tables, rules and the inline styles.

import { el, fragment, link } from "../shared/dom.js";
import { emojiFor } from "../shared/emoji.js";

const INLINE = new RegExp(
  [
    "`([^`\\n]+)`",
    "!?\\[([^\\]\\n]*)\\]\\(([^()\\s]+)\\)",
    "\\*\\*((?:[^*\\n]|\\*(?!\\*))+)\\*\\*",
    "(?<![\\p{L}\\p{N}])[*_]([^*_\\n]+)[*_](?![\\p{L}\\p{N}])",
    "~~([^~\\n]+)~~",
    "<?(https?:\\/\\/[^\\s<>]+)>?",
    ":([a-z0-9_+-]+):",
  ].join("|"),
  "gu",
);

function drawMatch([, code, label, address, bold, italic, strike, bare, emoji]) {
  if (code !== undefined) return el("code", {}, code);
  if (address !== undefined) return link(address, label || address);
  if (bold !== undefined) return el("strong", {}, drawInline(bold));
  if (italic !== undefined) return el("em", {}, drawInline(italic));
  if (strike !== undefined) return el("s", {}, drawInline(strike));
  return bare === undefined ? emojiFor(emoji) : link(bare);
}

function drawInline(text) {
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(text.slice(at, match.index), drawMatch(match));
    at = match.index + match[0].length;
  }
  return [...nodes, text.slice(at)];
}

const isRow = (line) => /^\s*\|.*\|\s*$/.test(line);
const isTableRule = (line) => /^[\s|:-]+$/.test(line);
const cellsOf = (line) =>
  line
    .trim()
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());

function drawTable(lines) {
  const [head, ...rows] = lines.filter((line) => !isTableRule(line)).map(cellsOf);
  const row = (cells, tag) =>
    el(
      "tr",
      {},
      cells.map((cell) => el(tag, {}, drawInline(cell))),
    );
  return el(
    "div",
    { class: "table-scroll" },
    el(
      "table",
      {},
      el("thead", {}, row(head, "th")),
      el(
        "tbody",
        {},
        rows.map((cells) => row(cells, "td")),
      ),
    ),
  );
}

const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;

/** Items keep their indent; numbered ones keep their number. */
function drawList(lines) {
  const items = lines
    .map((line) => ITEM.exec(line))
    .map(([, indent, marker, words]) => {
      const style = {
        "margin-inline-start": `${Math.floor(indent.length / 2) * 20}px`,
        "list-style-type": /\d/.test(marker) ? "decimal" : "disc",
      };
      return el("li", { style, value: /\d/.test(marker) ? parseInt(marker, 10) : null }, drawInline(words));
    });
  return el("ol", { class: "rich-list" }, items);
}

function drawHeading(lines) {
  return fragment(
    lines.map((line) => {
      const [, marks, words] = /^(#{1,6})\s+(.*)$/.exec(line);
      return el("h4", { class: `markdown-heading level-${marks.length}` }, drawInline(words));
    }),
  );
}

/** The kinds of lines, the first that fits wins; lines of one kind in a row are drawn together. */
const KINDS = [
  { fits: (line) => /^\s*$/.test(line), draw: () => null },
  { fits: (line) => /^#{1,6}\s+\S/.test(line), draw: drawHeading },
  { fits: (line) => /^\s*([-*_])(\s*\1){2,}\s*$/.test(line), draw: () => el("hr") },
  {
    fits: (line) => /^>/.test(line),
    draw: (lines) =>
      el("blockquote", {}, drawInline(lines.map((line) => line.replace(/^>\s?/, "")).join("\n"))),
  },
  { fits: (line) => ITEM.test(line), draw: drawList },
  { fits: isRow, draw: drawTable },
  { fits: () => true, draw: (lines) => el("p", {}, drawInline(lines.join("\n"))) },
];

function drawProse(text) {
  const runs = [];
  for (const line of text.split("\n")) {
    const kind = KINDS.find(({ fits }) => fits(line));
    if (runs.at(-1)?.kind === kind) runs.at(-1).lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs.map(({ kind, lines }) => kind.draw(lines));
}

/**
 * Draw a markdown text.
 * @param {string} text
 */
export function drawMarkdown(text) {
  const pieces = text.split(/^```[^\n]*\n([\s\S]*?)\n?```\s*$/m);
  return el(
    "div",
    { class: "markdown prose" },
    pieces.map((piece, index) => (index % 2 === 1 ? el("pre", {}, piece) : drawProse(piece))),
  );
}
