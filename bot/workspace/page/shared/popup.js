// Shows small surfaces beside what opened them: menus, pickers and lists of suggestions.

import { el } from "./dom.js";

const GAP = 4;
const MARGIN = 8;

/**
 * Put an open popup below its anchor, or above where there is no room, inside the window.
 * @param {HTMLElement} popup an element that is shown in the top layer
 * @param {HTMLElement} anchor
 * @param {"start"|"end"} [align] the side on which the edges meet
 */
export function place(popup, anchor, align = "start") {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popup;
  const fitsBelow = box.bottom + GAP + height <= window.innerHeight - MARGIN;
  const wanted = fitsBelow ? box.bottom + GAP : box.top - GAP - height;
  const left = align === "start" ? box.left : box.right - width;
  popup.style.top = `${Math.max(MARGIN, wanted)}px`;
  popup.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - width - MARGIN))}px`;
}

/** Let the arrow keys, Home and End walk through a popup's buttons. */
function walkWithArrows(event, popup) {
  const items = [...popup.querySelectorAll("button:not(:disabled)")];
  const at = items.indexOf(document.activeElement);
  const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
  if (event.key in steps) items.at((at + steps[event.key] + items.length) % items.length)?.focus();
  else if (event.key === "Home") items.at(0)?.focus();
  else if (event.key === "End") items.at(-1)?.focus();
  else return;
  event.preventDefault();
}

/**
 * Open a popup that closes on Esc, on a click elsewhere and on a choice, and gives the focus back.
 * @param {HTMLElement} anchor the button that opens it
 * @param {HTMLElement} content its buttons are the choices
 * @param {{align?: "start"|"end", label: string}} options
 */
export function openPopup(anchor, content, { align = "start", label }) {
  const popup = el("div", { class: "popup", popover: "auto", role: "menu", "aria-label": label }, content);
  (anchor.closest("dialog") ?? document.body).append(popup);
  anchor.setAttribute("aria-expanded", "true");
  popup.addEventListener("keydown", (event) => walkWithArrows(event, popup));
  popup.addEventListener("click", (event) => event.target.closest("button") && popup.hidePopover());
  popup.addEventListener("toggle", (event) => {
    if (event.newState === "open") return;
    anchor.setAttribute("aria-expanded", "false");
    popup.remove();
  });
  popup.showPopover();
  place(popup, anchor, align);
  (popup.querySelector('[aria-checked="true"]') ?? popup.querySelector("button"))?.focus();
}

/**
 * Make one choice of a menu.
 * @param {Array<Node|string>} children
 * @param {() => void} choose
 * @param {object} [attributes]
 */
export function menuItem(children, choose, attributes = {}) {
  return el(
    "button",
    { type: "button", class: "menu-item", role: "menuitem", onclick: choose, ...attributes },
    children,
  );
}
