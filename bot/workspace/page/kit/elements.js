// Draws the interactive elements of Block Kit: each type has its own function, found by name.

import { el, isSafeAddress } from "../shared/dom.js";
import { hasIcon, icon } from "../shared/icons.js";
import { menuItem, openPopup } from "../shared/popup.js";
import { drawCheckboxes, drawRadioButtons } from "./choices.js";
import { drawImage } from "./image.js";
import { plainText } from "./mrkdwn.js";
import { drawSelect, isSelect } from "./selects.js";
import { perform } from "./surface.js";
import { drawDateTime, drawPicker, drawTextField, isPicker, isTextField } from "./textfields.js";
import { plainNotice } from "./unknown.js";

/** Show on a button that the bot is still busy with the click. */
async function whileBusy(button, work) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try {
    await work();
  } finally {
    button.removeAttribute("aria-busy");
  }
}

function openAddress(address) {
  if (isSafeAddress(address)) window.open(address, "_blank", "noopener,noreferrer");
}

function drawButton(element, block, surface) {
  const style = element.style ? `button button-${element.style}` : "button";
  const press = async () => {
    if (element.url) openAddress(element.url);
    const value = { value: element.value, text: element.text };
    await whileBusy(button, () => perform(element, block, surface, value));
  };
  const button = el(
    "button",
    {
      type: "button",
      class: style,
      "data-action-id": element.action_id,
      "aria-label": element.accessibility_label,
      onclick: press,
    },
    plainText(element.text),
  );
  return button;
}

function drawOverflow(element, block, surface) {
  const choose = (option) => {
    if (option.url) openAddress(option.url);
    return whileBusy(button, () => perform(element, block, surface, { selected_option: option }));
  };
  const items = () =>
    element.options.map((option) =>
      menuItem(
        [
          el("span", {}, plainText(option.text)),
          option.description && el("small", {}, plainText(option.description)),
        ],
        () => choose(option),
      ),
    );
  const button = el(
    "button",
    {
      type: "button",
      class: "button button-overflow",
      "aria-label": "More actions",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "data-action-id": element.action_id,
      onclick: () =>
        openPopup(button, el("div", { class: "menu" }, items()), { align: "end", label: "More actions" }),
    },
    icon("ellipsis"),
  );
  return button;
}

function feedbackButton(part, iconName, element, block, surface, siblings) {
  const label = plainText(part.text);
  const press = () => {
    siblings.forEach((sibling) => sibling.setAttribute("aria-pressed", String(sibling === button)));
    return whileBusy(button, () => perform(element, block, surface, { value: part.value, text: part.text }));
  };
  const button = el(
    "button",
    {
      type: "button",
      class: "icon-button feedback",
      title: label,
      "aria-label": part.accessibility_label ?? label,
      "aria-pressed": "false",
      "data-action-id": element.action_id,
      "data-value": part.value,
      onclick: press,
    },
    icon(iconName),
  );
  siblings.push(button);
  return button;
}

function drawFeedback(element, block, surface) {
  const siblings = [];
  return el(
    "span",
    { class: "feedback-pair", role: "group", "aria-label": "Feedback" },
    feedbackButton(element.positive_button, "thumbsUp", element, block, surface, siblings),
    feedbackButton(element.negative_button, "thumbsDown", element, block, surface, siblings),
  );
}

function drawIconButton(element, block, surface) {
  const visibleTo = element.visible_to_user_ids;
  if (visibleTo && !visibleTo.includes(surface.directory.me.id)) return null;
  const label = plainText(element.text);
  const press = () => whileBusy(button, () => perform(element, block, surface, { value: element.value }));
  const button = el(
    "button",
    {
      type: "button",
      class: "icon-button",
      title: label,
      "aria-label": element.accessibility_label ?? label,
      "data-action-id": element.action_id,
      onclick: press,
    },
    hasIcon(element.icon) ? icon(element.icon) : label,
  );
  return button;
}

const DRAW = {
  button: drawButton,
  overflow: drawOverflow,
  feedback_buttons: drawFeedback,
  icon_button: drawIconButton,
  image: (element) => drawImage(element),
  checkboxes: drawCheckboxes,
  radio_buttons: drawRadioButtons,
  datetimepicker: drawDateTime,
};

function drawerOf(type) {
  if (Object.hasOwn(DRAW, type)) return DRAW[type];
  if (isSelect(type)) return drawSelect;
  if (isPicker(type)) return drawPicker;
  return isTextField(type) ? drawTextField : null;
}

/**
 * Draw an element of a section, an actions block or an input block.
 * @param {object} element
 * @param {object} block that holds it
 * @param {import("./surface.js").Surface} surface
 * @param {{label?: string, inputId?: string}} [naming] its label, in input blocks
 * @returns {Node|null}
 */
export function drawElement(element, block, surface, naming = {}) {
  const draw = drawerOf(element.type);
  if (!draw) return plainNotice("an element", element.type);
  const label = naming.label ?? plainText(element.placeholder);
  return draw(element, block, surface, { ...naming, label });
}
