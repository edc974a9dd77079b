// Asks before an action that wants to be confirmed.

import { el } from "../shared/dom.js";
import { closeDialog, openDialog } from "../shared/dialog.js";
import { drawText, plainText } from "./mrkdwn.js";

/**
 * Show a confirmation dialog.
 * @param {object} confirm Slack's confirmation object
 * @param {import("./mentions.js").Directory} directory
 * @returns {Promise<boolean>} whether the person confirmed
 */
export function confirmFirst(confirm, directory) {
  return new Promise((resolve) => {
    const answer = (isConfirmed) => {
      closeDialog(dialog);
      resolve(isConfirmed);
    };
    const title = plainText(confirm.title) || "Are you sure?";
    const style = confirm.style === "danger" ? "button-danger" : "button-primary";
    const dialog = openDialog(
      [
        el("h2", { class: "dialog-title" }, title),
        el("div", { class: "dialog-body prose" }, drawText(confirm.text, directory)),
        el(
          "div",
          { class: "dialog-footer" },
          el(
            "button",
            { type: "button", class: "button", onclick: () => answer(false) },
            plainText(confirm.deny) || "Cancel",
          ),
          el(
            "button",
            {
              type: "button",
              class: `button ${style}`,
              "data-testid": "confirm",
              onclick: () => answer(true),
            },
            plainText(confirm.confirm) || "Yes",
          ),
        ),
      ],
      { label: title, className: "dialog-small", onClose: () => answer(false) },
    );
  });
}
