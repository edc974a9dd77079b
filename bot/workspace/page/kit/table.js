// Draws table blocks; their cells also serve data tables.

import { el } from "../shared/dom.js";
import { drawRichText } from "./richtext.js";
import { plainNotice } from "./unknown.js";

/**
 * Draw what stands in a cell.
 * @param {object} cell raw_text, raw_number or rich_text
 * @param {import("./mentions.js").Directory} directory
 * @returns {Node|string}
 */
export function drawCell(cell, directory) {
  if (cell.type === "raw_text" || cell.type === "raw_number") return cell.text;
  if (cell.type === "rich_text") return drawRichText(cell, directory);
  return plainNotice("a cell", cell.type);
}

function cellAttributes(settings = {}) {
  const wrapping = settings.is_wrapped ? "is-wrapped" : "is-on-one-line";
  return { class: wrapping, style: { "text-align": settings.align ?? "left" } };
}

function drawRow(row, tag, settings, directory) {
  const cells = row.map((cell, column) =>
    el(
      tag,
      {
        ...cellAttributes(settings[column]),
        scope: tag === "th" ? "col" : null,
      },
      drawCell(cell, directory),
    ),
  );
  return el("tr", {}, cells);
}

/**
 * Draw a table block: the first row is its head, a wide one scrolls sideways.
 * @param {object} block
 * @param {import("./surface.js").Surface} surface
 */
export function drawTable(block, { directory }) {
  const settings = block.column_settings ?? [];
  const [head, ...rows] = block.rows;
  return el(
    "div",
    { class: "table-scroll", tabindex: "0", role: "region", "aria-label": "Table" },
    el(
      "table",
      {},
      el("thead", {}, drawRow(head, "th", settings, directory)),
      el(
        "tbody",
        {},
        rows.map((row) => drawRow(row, "td", settings, directory)),
      ),
    ),
  );
}
