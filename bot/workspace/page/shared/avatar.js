// Draws a person's or the bot's avatar: initials on a colour, or the bot's bars.

import { el } from "./dom.js";
import { icon } from "./icons.js";

const FALLBACK_COLOR = "#616061";

/** The server writes colours with or without a hash, as Slack does without. */
function hexColor(color) {
  const digits = String(color ?? "").replace(/^#/, "");
  return /^[0-9a-f]{6}$/i.test(digits) ? `#${digits}` : FALLBACK_COLOR;
}

function luminance(color) {
  const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = channels.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Black or white, whichever stands out more on the colour. */
function inkOn(color) {
  return luminance(color) > 0.24 ? "#1d1c1d" : "#ffffff";
}

/**
 * Draw an avatar; the name stands beside it, so it is hidden from screen readers.
 * @param {{color: string, initials: string, is_bot: boolean}} user
 * @param {"tiny"|"small"|"medium"|"large"} [size]
 */
export function avatar(user, size = "medium") {
  if (user.is_bot) {
    return el("span", { class: `avatar avatar-${size} avatar-bot`, "aria-hidden": "true" }, icon("bars"));
  }
  const color = hexColor(user.color);
  const style = { "background-color": color, color: inkOn(color) };
  return el("span", { class: `avatar avatar-${size}`, style, "aria-hidden": "true" }, user.initials);
}
