// Draws input blocks and shows below them what is wrong with what was entered.

import { el, uniqueId } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { drawElement } from "./elements.js";
import { plainText } from "./mrkdwn.js";

const GROUPS = ["checkboxes", "radio_buttons"];

/**
 * Draw an input block: label, control, hint and a place for its error.
 * @param {object} block
 * @param {import("./surface.js").Surface} surface
 */
export function drawInput(block, surface) {
  const id = uniqueId("input");
  const words = plainText(block.label);
  const isGroup = GROUPS.includes(block.element.type);
  const optional = block.optional && el("span", { class: "input-optional" }, " (optional)");
  const control = drawElement(block.element, block, surface, { label: words, inputId: id });
  const hint = block.hint && el("div", { class: "input-hint", id: `${id}-hint` }, plainText(block.hint));
  describe(control, id, Boolean(block.hint));
  return el(
    "div",
    { class: "input-block" },
    el(isGroup ? "div" : "label", { class: "input-label", for: isGroup ? null : id }, words, optional),
    control,
    el("div", { class: "input-error", id: `${id}-error` }),
    hint,
  );
}

/** Tie hint and error to the control for screen readers. */
function describe(control, id, hasHint) {
  const target = control.id === id ? control : control.querySelector?.(`#${id}`);
  target?.setAttribute(
    "aria-describedby",
    [`${id}-error`, hasHint && `${id}-hint`].filter(Boolean).join(" "),
  );
}

function fieldOf(block) {
  return block.querySelector("input, textarea");
}

/**
 * Show errors under their inputs, take earlier ones away and put the focus on the first.
 * @param {HTMLElement} root the drawn view
 * @param {Object<string, string>} errors sentences by block_id
 */
export function showErrors(root, errors) {
  for (const block of root.querySelectorAll(".block-input")) {
    const sentence = errors[block.dataset.blockId];
    block.classList.toggle("has-error", Boolean(sentence));
    block.querySelector(".input-error").replaceChildren(...(sentence ? [icon("warning", 16), sentence] : []));
    fieldOf(block)?.setAttribute("aria-invalid", String(Boolean(sentence)));
  }
  const first = root.querySelector(".has-error");
  if (first) fieldOf(first)?.focus();
}
