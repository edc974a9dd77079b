// Draws Block Kit: each block type has its own function, found by name; an unknown one is told plainly.

import { el } from "../shared/dom.js";
import { drawAlert, drawCard, drawCarousel, drawPlan, drawTaskCard } from "./cards.js";
import { drawChart } from "./chart.js";
import { drawContainer } from "./container.js";
import { drawDataTable } from "./datatable.js";
import { drawElement } from "./elements.js";
import { drawImage, drawImageBlock, drawRemoteFile, drawVideo } from "./image.js";
import { drawInput } from "./input.js";
import { drawMarkdown } from "./markdown.js";
import { drawText, plainText } from "./mrkdwn.js";
import { drawRichText } from "./richtext.js";
import { drawTable } from "./table.js";
import { plainNotice } from "./unknown.js";

function drawSection(block, surface) {
  const { directory } = surface;
  const fields = (block.fields ?? []).map((field) =>
    el("div", { class: "section-field prose" }, drawText(field, directory)),
  );
  const accessory =
    block.accessory && drawElement(block.accessory, block, surface, { label: sectionWords(block) });
  return el(
    "div",
    { class: `section accessory-${block.accessory?.type ?? "none"}` },
    el(
      "div",
      { class: "section-main" },
      block.text && el("div", { class: "prose" }, drawText(block.text, directory)),
      fields.length > 0 && el("div", { class: "section-fields" }, fields),
    ),
    accessory && el("div", { class: "section-accessory" }, accessory),
  );
}

/** A section's text names the control beside it. */
function sectionWords(block) {
  return block.text?.text.replace(/[*_~`]/g, "").slice(0, 75) ?? "";
}

function drawContext(block, { directory }) {
  const parts = block.elements.map((part) =>
    part.type === "image" ? drawImage(part) : el("span", { class: "prose" }, drawText(part, directory)),
  );
  return el("div", { class: "context" }, parts);
}

function drawActions(block, surface) {
  return el(
    "div",
    { class: "actions" },
    block.elements.map((element) => drawElement(element, block, surface)),
  );
}

const DRAW = {
  actions: drawActions,
  alert: drawAlert,
  card: drawCard,
  carousel: drawCarousel,
  container: (block, surface) => drawContainer(block, surface, drawBlocks),
  context: drawContext,
  context_actions: drawActions,
  data_table: drawDataTable,
  data_visualization: drawChart,
  divider: () => el("hr"),
  file: drawRemoteFile,
  header: (block) => el("h3", { class: "header-block" }, plainText(block.text)),
  image: drawImageBlock,
  input: drawInput,
  markdown: (block) => drawMarkdown(block.text),
  plan: drawPlan,
  rich_text: (block, { directory }) => drawRichText(block, directory),
  section: drawSection,
  table: drawTable,
  task_card: drawTaskCard,
  video: drawVideo,
};

function drawBlock(block, surface) {
  const draw = Object.hasOwn(DRAW, block.type) ? DRAW[block.type] : null;
  const node = draw ? draw(block, surface) : plainNotice("a block", block.type);
  return el("div", { class: `block block-${block.type}`, "data-block-id": block.block_id }, node);
}

/**
 * Draw a message's or a view's blocks.
 * @param {object[]} blocks
 * @param {import("./surface.js").Surface} surface
 * @returns {HTMLElement[]}
 */
export function drawBlocks(blocks, surface) {
  return blocks.map((block) => drawBlock(block, surface));
}
