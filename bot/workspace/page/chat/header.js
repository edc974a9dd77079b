// Draws the line above a conversation: its name, topic and members, and the app's tabs.

import { avatar } from "../shared/avatar.js";
import { el, fragment } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

const FACES = 3;

function drawMembers(channel, session) {
  const faces = channel.members
    .slice(0, FACES)
    .map((id) => session.user(id))
    .filter(Boolean)
    .map((user) => avatar(user, "tiny"));
  const words = channel.members.length === 1 ? "1 member" : `${channel.members.length} members`;
  return el(
    "span",
    { class: "header-members", title: words },
    el("span", { class: "thread-faces" }, faces),
    el("span", { "aria-hidden": "true" }, String(channel.members.length)),
    el("span", { class: "only-heard" }, words),
  );
}

function drawChannelTitle(channel, session) {
  return [
    el(
      "h2",
      { class: "header-name" },
      icon(channel.is_private ? "lock" : "hash"),
      el("span", {}, channel.name),
    ),
    el("span", { class: "header-topic" }, channel.topic),
    drawMembers(channel, session),
  ];
}

function drawPartnerTitle(channel, session) {
  const partner = session.partner(channel);
  return [
    el(
      "h2",
      { class: "header-name" },
      avatar(partner, "small"),
      el("span", {}, partner.real_name),
      partner.is_bot && el("span", { class: "app-badge" }, "APP"),
    ),
    !partner.is_bot && el("span", { class: "header-topic" }, partner.title),
  ];
}

/**
 * Draw a conversation's title.
 * @param {object} channel
 * @param {import("./session.js").Session} session
 */
export function drawTitle(channel, session) {
  return fragment(channel.is_im ? drawPartnerTitle(channel, session) : drawChannelTitle(channel, session));
}

/**
 * Draw the app's tabs.
 * @param {"home"|undefined} current the open one
 * @param {(tab: "home"|undefined) => void} onChoose
 */
export function drawTabs(current, onChoose) {
  const tab = (name, value, testId) =>
    el(
      "button",
      {
        type: "button",
        class: "tab",
        "aria-current": current === value ? "page" : null,
        "data-testid": testId,
        onclick: () => onChoose(value),
      },
      name,
    );
  return el(
    "nav",
    { class: "tabs", "aria-label": "App" },
    tab("Home", "home", "tab-home"),
    tab("Messages", undefined, "tab-messages"),
  );
}

/**
 * Draw the words at the very beginning of a conversation.
 * @param {object} channel
 * @param {import("./session.js").Session} session
 */
export function drawIntro(channel, session) {
  if (!channel.is_im) {
    return el(
      "div",
      { class: "intro" },
      el("h3", {}, `# ${channel.name}`),
      el(
        "p",
        {},
        "This is the very beginning of ",
        el("strong", {}, `#${channel.name}`),
        ". ",
        channel.topic,
      ),
    );
  }
  const partner = session.partner(channel);
  return el(
    "div",
    { class: "intro" },
    avatar(partner, "large"),
    el("h3", {}, partner.real_name),
    el("p", {}, "This conversation is just between ", el("strong", {}, partner.real_name), " and you."),
  );
}
