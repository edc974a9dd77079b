// Draws the page's icons as inline SVG strokes, so that nothing is fetched for them.

import { svg } from "./dom.js";

const PATHS = {
  bars: ["M5 19v-5", "M12 19V9", "M19 19V5"],
  check: ["M5 12.5l4.5 4.5L19 7.5"],
  chevronDown: ["M6 9l6 6 6-6"],
  chevronLeft: ["M15 6l-6 6 6 6"],
  chevronRight: ["M9 6l6 6-6 6"],
  close: ["M6 6l12 12", "M18 6L6 18"],
  copy: ["M9 9h10v11H9z", "M5 15V4h10"],
  dots: ["M12 5.5h.01", "M12 12h.01", "M12 18.5h.01"],
  download: ["M12 4v11", "M7 11l5 5 5-5", "M5 20h14"],
  ellipsis: ["M5.5 12h.01", "M12 12h.01", "M18.5 12h.01"],
  eye: [
    "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z",
    "M12 9.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4z",
  ],
  file: ["M6 3h8l5 5v13H6z", "M14 3v5h5"],
  hash: ["M9.5 4L7.5 20", "M16.5 4l-2 16", "M4.5 9h15.5", "M4 15h15.5"],
  home: ["M4 11l8-7 8 7", "M6 9.5V20h12V9.5", "M10 20v-6h4v6"],
  info: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z", "M12 11v5.5", "M12 7.6v.01"],
  lock: ["M6 11h12v9H6z", "M8.5 11V8a3.5 3.5 0 0 1 7 0v3"],
  menu: ["M4 7h16", "M4 12h16", "M4 17h16"],
  moon: ["M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"],
  paperclip: [
    "M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4l7.6-7.6",
  ],
  play: ["M8 5l11 7-11 7z"],
  plus: ["M12 5v14", "M5 12h14"],
  refresh: ["M20 11a8 8 0 1 0-2 6.2", "M20 4.5V11h-6.5"],
  send: ["M4 4.5l17 7.5-17 7.5 2.5-7.5z", "M6.5 12H13"],
  slash: ["M15.5 5l-7 14", "M4 3.5h16v17H4z"],
  smile: [
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
    "M8.3 14.2a4.3 4.3 0 0 0 7.4 0",
    "M9 9.6v.01",
    "M15 9.6v.01",
  ],
  success: ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z", "M8 12.4l2.8 2.8L16 9.6"],
  sun: [
    "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
    "M12 2.5v2",
    "M12 19.5v2",
    "M2.5 12h2",
    "M19.5 12h2",
    "M5.3 5.3l1.4 1.4",
    "M17.3 17.3l1.4 1.4",
    "M5.3 18.7l1.4-1.4",
    "M17.3 6.7l1.4-1.4",
  ],
  thread: ["M4 5h16v11H11l-4.5 4v-4H4z", "M8 9h8", "M8 12.2h5"],
  thumbsDown: [
    "M7 4v10",
    "M7 14l4 7c1.8 0 2.5-1 2.3-2.6L12.8 15H18a2 2 0 0 0 2-2.3l-1.2-7A2 2 0 0 0 16.8 4H7z",
    "M7 4H4v10h3",
  ],
  thumbsUp: [
    "M7 20V10",
    "M7 10l4-7c1.8 0 2.5 1 2.3 2.6L12.8 9H18a2 2 0 0 1 2 2.3l-1.2 7a2 2 0 0 1-2 1.7H7z",
    "M7 20H4V10h3",
  ],
  traffic: ["M7 4v16", "M3.5 16.5L7 20l3.5-3.5", "M17 20V4", "M13.5 7.5L17 4l3.5 3.5"],
  trash: ["M5 7h14", "M9.5 7V4.5h5V7", "M7 7l1 13h8l1-13"],
  user: ["M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8z", "M4.5 20.5a7.5 7.5 0 0 1 15 0"],
  warning: ["M12 4l9.5 16h-19z", "M12 10v4.5", "M12 17.3v.01"],
};

/**
 * Draw an icon; it says nothing to screen readers, so its button needs a label.
 * @param {keyof typeof PATHS} name
 * @param {number} [size] in CSS pixels
 */
export function icon(name, size = 18) {
  const strokes = PATHS[name].map((d) => svg("path", { d }));
  return svg(
    "svg",
    { class: "icon", viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true" },
    strokes,
  );
}

/**
 * Say whether there is an icon of that name.
 * @param {string} name
 */
export function hasIcon(name) {
  return Object.hasOwn(PATHS, name);
}
