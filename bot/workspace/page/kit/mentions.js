// Draws names of people, channels and groups inside texts.

import { el } from "../shared/dom.js";

/**
 * @typedef {object} Directory who and what can be named, as the acting member sees it
 * @property {object} me the acting member
 * @property {string} timeZone of the acting member
 * @property {object[]} users
 * @property {object[]} channels
 * @property {(id: string) => object|undefined} user
 * @property {(id: string) => object|undefined} channel
 * @property {(id: string) => string} channelHref where a channel's link leads
 */

/**
 * Name a person, lit up where it is the acting member.
 * @param {string} id
 * @param {Directory} directory
 * @param {string} [label] used for someone unknown
 */
export function userMention(id, directory, label = id) {
  const user = directory.user(id);
  const isMe = id === directory.me.id;
  return el("span", { class: isMe ? "mention mention-me" : "mention" }, `@${user?.real_name ?? label}`);
}

/**
 * Name a channel, as a link where it is known.
 * @param {string} id
 * @param {Directory} directory
 * @param {string} [label]
 */
export function channelMention(id, directory, label = id) {
  const channel = directory.channel(id);
  if (!channel) return el("span", { class: "mention" }, `#${label}`);
  return el("a", { class: "mention", href: directory.channelHref(id) }, `#${channel.name}`);
}

/**
 * Name everybody, a group or a team.
 * @param {string} name
 */
export function groupMention(name) {
  const isAll = ["here", "channel", "everyone"].includes(name);
  return el("span", { class: isAll ? "mention mention-me" : "mention" }, `@${name}`);
}
