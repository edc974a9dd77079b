// Opens modal dialogs; the browser keeps the focus inside and gives it back afterwards.

import { el } from "./dom.js";

/**
 * Open a dialog that closes on Esc or on a click outside it.
 * @param {HTMLElement[]} children
 * @param {{label: string, onClose: () => void, className?: string, testId?: string}} options
 *   `onClose` is asked to close; it may say no by leaving the dialog open
 * @returns {HTMLDialogElement}
 */
export function openDialog(children, { label, onClose, className = "", testId = null }) {
  const dialog = el(
    "dialog",
    { class: `dialog ${className}`, "aria-label": label, "aria-modal": "true", "data-testid": testId },
    children,
  );
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    onClose();
  });
  dialog.addEventListener("mousedown", (event) => event.target === dialog && onClose());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Close a dialog and take it off the page. */
export function closeDialog(dialog) {
  dialog.close();
  dialog.remove();
  const { activeElement } = document;
  activeElement.blur(); // Chromium types nothing into what only gets its focus back
  activeElement.focus();
}
