// Draws data_table blocks: sortable by each column, a page at a time.

import { el } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { drawCell } from "./table.js";

const DEFAULT_PAGE_SIZE = 5;

function wordsOf(cell, directory) {
  if (cell.type !== "rich_text") return cell.text;
  return drawCell(cell, directory).textContent;
}

function compare(left, right, directory) {
  if (left.type === "raw_number" && right.type === "raw_number") return left.value - right.value;
  return wordsOf(left, directory).localeCompare(wordsOf(right, directory), undefined, { numeric: true });
}

class DataTable {
  #block;
  #directory;
  #sorting = null;
  #page = 0;

  constructor(block, directory) {
    this.#block = block;
    this.#directory = directory;
    this.element = el("div", { class: "data-table" });
    this.#draw();
  }

  get #rows() {
    const rows = this.#block.rows.slice(1);
    if (!this.#sorting) return rows;
    const { column, sign } = this.#sorting;
    return rows.sort((left, right) => sign * compare(left[column], right[column], this.#directory));
  }

  #draw() {
    const rows = this.#rows;
    const size = this.#block.page_size ?? DEFAULT_PAGE_SIZE;
    const shown = rows.slice(this.#page * size, (this.#page + 1) * size);
    this.element.replaceChildren(
      el(
        "div",
        { class: "table-scroll", tabindex: "0", role: "region", "aria-label": this.#block.caption },
        el(
          "table",
          {},
          el("caption", {}, this.#block.caption),
          this.#drawHead(),
          el(
            "tbody",
            {},
            shown.map((row) => this.#drawRow(row)),
          ),
        ),
      ),
      ...(rows.length > size ? [this.#drawPager(rows.length, size)] : []),
    );
  }

  #drawHead() {
    return el(
      "thead",
      {},
      el(
        "tr",
        {},
        this.#block.rows[0].map((cell, column) => this.#drawHeading(cell, column)),
      ),
    );
  }

  #drawHeading(cell, column) {
    const sign = this.#sorting?.column === column ? this.#sorting.sign : 0;
    const sorted = { 1: "ascending", [-1]: "descending" }[sign] ?? "none";
    const arrow = { 1: "↑", [-1]: "↓" }[sign] ?? "";
    const sort = () => {
      this.#sorting = { column, sign: sign === 1 ? -1 : 1 };
      this.#page = 0;
      this.#draw();
      this.element.querySelectorAll("th button")[column].focus();
    };
    return el(
      "th",
      { scope: "col", "aria-sort": sorted, class: this.#alignment(column) },
      el(
        "button",
        { type: "button", class: "sort-button", onclick: sort },
        drawCell(cell, this.#directory),
        el("span", { "aria-hidden": "true" }, arrow),
      ),
    );
  }

  #drawRow(row) {
    const header = this.#block.row_header_column_index ?? 0;
    return el(
      "tr",
      {},
      row.map((cell, column) =>
        el(
          column === header ? "th" : "td",
          {
            scope: column === header ? "row" : null,
            class: this.#alignment(column),
          },
          drawCell(cell, this.#directory),
        ),
      ),
    );
  }

  #alignment(column) {
    return this.#block.rows[1][column]?.type === "raw_number" ? "is-number" : null;
  }

  #drawPager(count, size) {
    const pages = Math.ceil(count / size);
    const step = (by, name, label) =>
      el(
        "button",
        {
          type: "button",
          class: "icon-button",
          "aria-label": label,
          disabled: !this.#isPage(this.#page + by, pages),
          onclick: () => this.#turnTo(this.#page + by),
        },
        icon(name, 16),
      );
    const first = this.#page * size + 1;
    return el(
      "div",
      { class: "pager" },
      el("span", { "aria-live": "polite" }, `${first}–${Math.min(count, first + size - 1)} of ${count}`),
      step(-1, "chevronLeft", "Previous page"),
      step(1, "chevronRight", "Next page"),
    );
  }

  #isPage(page, pages) {
    return page >= 0 && page < pages;
  }

  #turnTo(page) {
    this.#page = page;
    this.#draw();
  }
}

/**
 * Draw a data_table block.
 * @param {object} block
 * @param {import("./surface.js").Surface} surface
 */
export function drawDataTable(block, { directory }) {
  return new DataTable(block, directory).element;
}
