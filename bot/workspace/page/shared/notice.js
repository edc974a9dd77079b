// Tells the person about something that went wrong, briefly, at the foot of the page.

import { el } from "./dom.js";
import { icon } from "./icons.js";

const SHOWN_FOR = 8000;

/**
 * Show a sentence for a few seconds; screen readers hear it at once.
 * @param {string} sentence
 */
export function notify(sentence) {
  const stack = document.getElementById("notices");
  const close = el(
    "button",
    { type: "button", class: "icon-button", "aria-label": "Dismiss", onclick: () => notice.remove() },
    icon("close", 16),
  );
  const notice = el(
    "div",
    { class: "notice", role: "alert" },
    icon("warning"),
    el("span", {}, sentence),
    close,
  );
  stack.replaceChildren(notice);
  setTimeout(() => notice.remove(), SHOWN_FOR);
}
