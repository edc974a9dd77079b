// Draws the buttons that appear over a message: react, reply in its thread, message shortcuts.

import { el } from "../shared/dom.js";
import { emojiFor, PICKABLE } from "../shared/emoji.js";
import { icon } from "../shared/icons.js";
import { menuItem, openPopup } from "../shared/popup.js";

const QUICK = ["white_check_mark", "eyes", "raised_hands"];

function toolButton(label, content, onclick, attributes = {}) {
  return el(
    "button",
    { type: "button", class: "tool", title: label, "aria-label": label, onclick, ...attributes },
    content,
  );
}

function quickReaction(name, message, react) {
  return toolButton(`React with :${name}:`, emojiFor(name), () => react(message.ts, name), {
    class: "tool tool-emoji",
  });
}

function openPicker(anchor, message, react) {
  const choices = PICKABLE.map((name) =>
    menuItem(emojiFor(name), () => react(message.ts, name), {
      class: "emoji-choice",
      title: `:${name}:`,
      "aria-label": name,
    }),
  );
  openPopup(anchor, el("div", { class: "emoji-grid" }, choices), { align: "end", label: "Add a reaction" });
}

function messageShortcuts(session) {
  return session.bot.shortcuts.filter((shortcut) => shortcut.kind !== "global");
}

function openShortcuts(anchor, message, { session, runShortcut }) {
  const items = messageShortcuts(session).map((shortcut) =>
    menuItem(
      [el("span", {}, shortcut.name), el("small", {}, session.bot.name)],
      () => runShortcut(message.ts, shortcut.callback_id),
      { "data-shortcut": shortcut.callback_id },
    ),
  );
  openPopup(anchor, el("div", { class: "menu" }, items), { align: "end", label: "Message shortcuts" });
}

/**
 * Draw a message's toolbar.
 * @param {object} message
 * @param {import("./message.js").MessageActions} actions
 */
export function drawToolbar(message, actions) {
  const { session, react, openThread } = actions;
  const opens = { "aria-haspopup": "menu", "aria-expanded": "false" };
  const onPick = (event) => openPicker(event.currentTarget, message, react);
  const onMore = (event) => openShortcuts(event.currentTarget, message, actions);
  return el(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": "Message actions" },
    QUICK.map((name) => quickReaction(name, message, react)),
    toolButton("Add a reaction", icon("smile"), onPick, opens),
    openThread &&
      toolButton("Reply in thread", icon("thread"), () => openThread(message.thread_ts || message.ts), {
        "data-tool": "thread",
      }),
    messageShortcuts(session).length > 0 &&
      toolButton("More actions", icon("dots"), onMore, { ...opens, "data-tool": "more" }),
  );
}
