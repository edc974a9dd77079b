// Draws one message: author, time, text or blocks, files, reactions and the way into its thread.

import { avatar } from "../shared/avatar.js";
import { dayAndTime, momentOf, timeOfDay } from "../shared/dates.js";
import { el } from "../shared/dom.js";
import { emojiFor } from "../shared/emoji.js";
import { icon } from "../shared/icons.js";
import { drawBlocks } from "../kit/blocks.js";
import { drawMrkdwn } from "../kit/mrkdwn.js";
import { fileAddress } from "./api.js";
import { drawToolbar } from "./toolbar.js";

/**
 * @typedef {object} MessageActions what can be done with a message
 * @property {import("./session.js").Session} session
 * @property {(message: object) => import("../kit/surface.js").Surface} surfaceOf
 * @property {(ts: string) => void} [openThread] absent inside a thread
 * @property {(ts: string, name: string) => void} react
 * @property {(ts: string, callbackId: string) => void} runShortcut
 * @property {(ts: string) => void} dismiss
 */

const UNKNOWN = { real_name: "Someone", initials: "?", color: "616061", is_bot: false };

function drawTime(message, session, { tellsDay = false } = {}) {
  const moment = momentOf(message.ts);
  const full = dayAndTime(moment, session.timeZone);
  return el(
    "time",
    { class: "message-time", datetime: moment.toISOString(), title: full },
    tellsDay ? full : timeOfDay(moment, session.timeZone),
  );
}

/** A thread has no dividers between days: there the time tells the day. */
function drawHead(message, author, { session, openThread }) {
  return el(
    "div",
    { class: "message-head" },
    el("span", { class: "message-author" }, author.real_name),
    message.bot && el("span", { class: "app-badge" }, "APP"),
    drawTime(message, session, { tellsDay: !openThread }),
  );
}

function drawContent(message, actions) {
  const { session } = actions;
  if (message.blocks?.length > 0) return drawBlocks(message.blocks, actions.surfaceOf(message));
  return message.text ? [el("div", { class: "prose" }, drawMrkdwn(message.text, session))] : [];
}

function fileSize(bytes) {
  const units = ["bytes", "KB", "MB", "GB"];
  const power = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log2(bytes) / 10));
  return `${Math.round((bytes / 1024 ** power) * 10) / 10} ${units[power]}`;
}

function drawFile(file) {
  return el(
    "a",
    { class: "file-card", href: fileAddress(file.id), download: file.name },
    icon("file", 24),
    el(
      "span",
      { class: "file-words" },
      el("span", { class: "file-name" }, file.name),
      el("small", {}, fileSize(file.size)),
    ),
  );
}

function drawReaction(reaction, message, { session, react }) {
  const isMine = reaction.users.includes(session.me.id);
  const names = reaction.users.map((id) => session.user(id)?.real_name ?? id).join(", ");
  const title = `${names} reacted with :${reaction.name}:`;
  return el(
    "button",
    {
      type: "button",
      class: "reaction",
      "aria-pressed": String(isMine),
      "aria-label": title,
      title,
      "data-reaction": reaction.name,
      onclick: () => react(message.ts, reaction.name),
    },
    el("span", {}, emojiFor(reaction.name)),
    el("span", {}, String(reaction.users.length)),
  );
}

function drawThreadSummary(message, { session, openThread }) {
  const faces = (message.reply_users ?? [])
    .slice(0, 4)
    .map((id) => avatar(session.user(id) ?? UNKNOWN, "tiny"));
  const words = message.reply_count === 1 ? "1 reply" : `${message.reply_count} replies`;
  const latest = message.latest_reply && dayAndTime(momentOf(message.latest_reply), session.timeZone);
  const last = latest && `Last reply ${latest.replace(/^(Today|Yesterday)/, (day) => day.toLowerCase())}`;
  return el(
    "button",
    { type: "button", class: "thread-summary", onclick: () => openThread(message.ts) },
    el("span", { class: "thread-faces" }, faces),
    el("strong", {}, words),
    last && el("span", { class: "quiet" }, last),
  );
}

function drawPrivacy(message, { dismiss }) {
  return el(
    "div",
    { class: "ephemeral-line" },
    icon("eye", 14),
    "Only visible to you",
    el("span", { "aria-hidden": "true" }, "·"),
    el("button", { type: "button", class: "link-button", onclick: () => dismiss(message.ts) }, "Dismiss"),
  );
}

function drawBody(message, author, actions, isCompact) {
  const reactions = message.reactions ?? [];
  return el(
    "div",
    { class: "message-body" },
    !isCompact && drawHead(message, author, actions),
    el("div", { class: "message-content" }, drawContent(message, actions)),
    message.edited && el("span", { class: "edited" }, "(edited)"),
    (message.files ?? []).map(drawFile),
    reactions.length > 0 &&
      el(
        "div",
        { class: "reactions" },
        reactions.map((reaction) => drawReaction(reaction, message, actions)),
      ),
    actions.openThread && message.reply_count > 0 && drawThreadSummary(message, actions),
  );
}

/**
 * Draw a message.
 * @param {object} message
 * @param {MessageActions} actions
 * @param {{isCompact: boolean}} options compact ones follow another of the same author
 * @returns {HTMLElement}
 */
export function drawMessage(message, actions, { isCompact }) {
  const { session } = actions;
  const author = session.user(message.user) ?? UNKNOWN;
  const names = [
    "message",
    isCompact && "is-compact",
    message.ephemeral && "is-ephemeral",
    message.isPending && "is-pending",
  ];
  return el(
    "article",
    {
      class: names.filter(Boolean).join(" "),
      "data-testid": message.ephemeral ? "ephemeral" : "message",
      "data-ts": message.ts,
      "aria-label": `${author.real_name}, ${timeOfDay(momentOf(message.ts), session.timeZone)}`,
    },
    message.ephemeral && drawPrivacy(message, actions),
    el("div", { class: "message-gutter" }, isCompact ? drawTime(message, session) : avatar(author)),
    drawBody(message, author, actions, isCompact),
    !message.ephemeral && !message.isPending && drawToolbar(message, actions),
  );
}
