// Draws alerts, cards, carousels, task cards and plans.

import { el, link } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { drawElement } from "./elements.js";
import { drawImage } from "./image.js";
import { drawText } from "./mrkdwn.js";
import { drawRichText } from "./richtext.js";

const ALERT_ICONS = {
  default: "info",
  info: "info",
  warning: "warning",
  error: "warning",
  success: "success",
};

/** Draw an alert in the colour of its level. */
export function drawAlert(block, { directory }) {
  const level = Object.hasOwn(ALERT_ICONS, block.level) ? block.level : "default";
  return el(
    "div",
    { class: `alert alert-${level}`, role: "note" },
    icon(ALERT_ICONS[level]),
    el("div", { class: "prose" }, drawText(block.text, directory)),
  );
}

/** Draw a card; its buttons belong to the card's own block id. */
export function drawCard(block, surface) {
  const line = (text, name) =>
    text && el("div", { class: `${name} prose` }, drawText(text, surface.directory));
  const actions = (block.actions ?? []).map((element) => drawElement(element, block, surface));
  return el(
    "div",
    { class: "card" },
    block.hero_image && el("div", { class: "card-hero" }, drawImage(block.hero_image)),
    el(
      "div",
      { class: "card-head" },
      block.icon && el("div", { class: "card-icon" }, drawImage(block.icon)),
      el("div", {}, line(block.title, "card-title"), line(block.subtitle, "card-subtitle")),
    ),
    line(block.body, "card-body"),
    actions.length > 0 && el("div", { class: "actions" }, actions),
  );
}

/** Draw cards side by side in a row that scrolls. */
export function drawCarousel(block, surface) {
  const cards = block.elements.map((card) =>
    el("li", { "data-block-id": card.block_id }, drawCard({ block_id: block.block_id, ...card }, surface)),
  );
  return el("ul", { class: "carousel", tabindex: "0", "aria-label": "Cards" }, cards);
}

const STATUSES = {
  pending: { word: "Not started", mark: () => el("span", { class: "task-ring" }) },
  in_progress: { word: "In progress", mark: () => el("span", { class: "spinner" }) },
  complete: { word: "Done", mark: () => icon("success") },
  error: { word: "Failed", mark: () => icon("warning") },
};

function drawSources(sources) {
  return el(
    "div",
    { class: "task-sources" },
    sources.map((source) => link(source.url, source.text)),
  );
}

/** Draw one task with its status, details, result and sources. */
export function drawTaskCard(block, { directory }) {
  const status = STATUSES[block.status] ?? STATUSES.pending;
  return el(
    "div",
    { class: `task task-${block.status}` },
    el(
      "span",
      { class: "task-mark", role: "img", "aria-label": status.word, title: status.word },
      status.mark(),
    ),
    el(
      "div",
      { class: "task-words" },
      el("div", { class: "task-title" }, block.title),
      block.details && drawRichText(block.details, directory),
      block.output && drawRichText(block.output, directory),
      block.sources?.length > 0 && drawSources(block.sources),
    ),
  );
}

/** Draw a plan: its title above its tasks. */
export function drawPlan(block, surface) {
  return el(
    "div",
    { class: "plan" },
    el("div", { class: "plan-title" }, block.title),
    (block.tasks ?? []).map((task) => drawTaskCard(task, surface)),
  );
}
