// Switches between light and dark; without a choice the system decides.

import { icon } from "../shared/icons.js";

const KEY = "workspace-theme";

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
}

function showOn(button) {
  const next = isDark() ? "Light" : "Dark";
  button.replaceChildren(icon(isDark() ? "sun" : "moon", 20), next);
  button.setAttribute("aria-label", `${next} theme`);
}

/**
 * Make a button switch the theme, and apply an earlier choice.
 * @param {HTMLButtonElement} button
 */
export function installTheme(button) {
  const chosen = localStorage.getItem(KEY);
  if (chosen) document.documentElement.dataset.theme = chosen;
  showOn(button);
  button.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    localStorage.setItem(KEY, document.documentElement.dataset.theme);
    showOn(button);
  });
}
