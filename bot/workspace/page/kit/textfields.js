// Draws the elements that are typed into: texts, numbers, addresses, dates and times.

import { el } from "../shared/dom.js";
import { plainText } from "./mrkdwn.js";
import { bind } from "./surface.js";

const FIELDS = {
  plain_text_input: { type: "text" },
  number_input: { type: "text", inputmode: "decimal" },
  email_text_input: { type: "email", autocomplete: "off" },
  url_text_input: { type: "url", autocomplete: "off" },
};

const PICKERS = {
  datepicker: { type: "date", holds: "selected_date", initial: "initial_date" },
  timepicker: { type: "time", holds: "selected_time", initial: "initial_time" },
};

/** @param {string} type */
export const isTextField = (type) => Object.hasOwn(FIELDS, type);

/** @param {string} type */
export const isPicker = (type) => Object.hasOwn(PICKERS, type);

function attributesOf({ element, inputId, label }) {
  return {
    class: "field",
    id: inputId,
    "aria-label": inputId ? null : label || null,
    placeholder: plainText(element.placeholder) || null,
    "data-action-id": element.action_id,
    autofocus: element.focus_on_load === true,
  };
}

/** Slack tells the bot on Enter, unless the bot asked to hear each character. */
function tellsOn(element, trigger) {
  const wanted = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  return wanted.includes(trigger);
}

function remaining(field, limit) {
  const counter = el("span", { class: "field-counter", "aria-hidden": "true" });
  const count = () => counter.replaceChildren(String(limit - field.value.length));
  field.addEventListener("input", count);
  count();
  return counter;
}

/** Draw a text, number, e-mail or address field. */
export function drawTextField(element, block, surface, naming) {
  const control = bind(element, block, surface, { value: element.initial_value ?? null }, naming);
  const current = () => ({ value: field.value === "" ? null : field.value });
  const onKey = (event) => {
    if (event.key !== "Enter" || element.multiline || !tellsOn(element, "on_enter_pressed")) return;
    event.preventDefault();
    control.choose(current());
  };
  const onInput = () =>
    tellsOn(element, "on_character_entered") ? control.choose(current()) : control.keep(current());
  const attributes = {
    ...attributesOf(control),
    maxlength: element.max_length,
    oninput: onInput,
    onkeydown: onKey,
  };
  const field = element.multiline
    ? el("textarea", { ...attributes, rows: 4 })
    : el("input", { ...attributes, ...FIELDS[element.type] });
  field.value = control.value.value ?? "";
  if (!element.max_length) return field;
  return el("div", { class: "field-with-counter" }, field, remaining(field, element.max_length));
}

/** Draw a date or time picker. */
export function drawPicker(element, block, surface, naming) {
  const { type, holds, initial } = PICKERS[element.type];
  const control = bind(element, block, surface, { [holds]: element[initial] ?? null }, naming);
  const onChange = () => control.choose({ [holds]: field.value || null });
  const field = el("input", { ...attributesOf(control), type, onchange: onChange });
  field.value = control.value[holds] ?? "";
  return field;
}

/** The value of a `datetime-local` field, in this machine's zone. */
function localValue(seconds) {
  const date = new Date(seconds * 1000);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

/** Draw a picker of a day with its time; it holds seconds since 1970. */
export function drawDateTime(element, block, surface, naming) {
  const control = bind(
    element,
    block,
    surface,
    { selected_date_time: element.initial_date_time ?? null },
    naming,
  );
  const seconds = () => (field.value ? Math.floor(new Date(field.value).getTime() / 1000) : null);
  const field = el("input", {
    ...attributesOf(control),
    type: "datetime-local",
    onchange: () => control.choose({ selected_date_time: seconds() }),
  });
  if (control.value.selected_date_time) field.value = localValue(control.value.selected_date_time);
  return field;
}
