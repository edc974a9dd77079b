// Draws checkboxes and radio buttons.

import { el, uniqueId } from "../shared/dom.js";
import { drawText } from "./mrkdwn.js";
import { bind } from "./surface.js";

function drawOption(option, kind, name, isChecked, directory, onChange) {
  const input = el("input", {
    type: kind,
    name,
    value: option.value,
    checked: isChecked,
    onchange: onChange,
  });
  const words = el(
    "span",
    { class: "choice-words" },
    el("span", {}, drawText(option.text, directory)),
    option.description && el("small", {}, drawText(option.description, directory)),
  );
  return el("label", { class: "choice" }, input, words);
}

function drawGroup(control, kind, chosenValues, onChange) {
  const { element, directory, label, inputId } = control;
  const name = uniqueId(kind);
  const options = element.options.map((option) =>
    drawOption(option, kind, name, chosenValues.includes(option.value), directory, () =>
      onChange(checkedOf(group, element.options)),
    ),
  );
  const group = el(
    "div",
    {
      class: "choices",
      id: inputId,
      role: kind === "radio" ? "radiogroup" : "group",
      "aria-label": label || null,
      "data-action-id": element.action_id,
    },
    options,
  );
  return group;
}

function checkedOf(group, options) {
  const checked = [...group.querySelectorAll("input:checked")].map((input) => input.value);
  return options.filter((option) => checked.includes(option.value));
}

/** Draw a group of checkboxes. */
export function drawCheckboxes(element, block, surface, naming) {
  const control = bind(element, block, surface, { selected_options: element.initial_options ?? [] }, naming);
  const chosen = control.value.selected_options.map((option) => option.value);
  return drawGroup(control, "checkbox", chosen, (options) => control.choose({ selected_options: options }));
}

/** Draw a group of radio buttons. */
export function drawRadioButtons(element, block, surface, naming) {
  const control = bind(element, block, surface, { selected_option: element.initial_option ?? null }, naming);
  const chosen = control.value.selected_option ? [control.value.selected_option.value] : [];
  return drawGroup(control, "radio", chosen, (options) => control.choose({ selected_option: options[0] }));
}
