// Finds what a composer can complete: slash commands, people and channels.

import { avatar } from "../shared/avatar.js";
import { el } from "../shared/dom.js";
import { icon } from "../shared/icons.js";

const MOST = 8;

function line(picture, name, detail) {
  return el(
    "span",
    { class: "option-line" },
    picture,
    el("span", { class: "option-words" }, name, detail && el("small", {}, detail)),
  );
}

function commandItem(command) {
  const name = el(
    "span",
    {},
    el("strong", {}, command.command),
    " ",
    el("span", { class: "quiet" }, command.usage_hint),
  );
  return { text: `${command.command} `, node: line(icon("slash"), name, command.description) };
}

function personItem(user) {
  return { text: `@${user.real_name} `, node: line(avatar(user, "tiny"), user.real_name, user.title) };
}

function channelItem(channel) {
  return { text: `#${channel.name} `, node: line(icon("hash", 16), channel.name, channel.topic) };
}

/** Whether some word of a name begins with what was typed. */
function beginsLike(name, query) {
  const [words, wanted] = [name.toLocaleLowerCase(), query.toLocaleLowerCase()];
  return words.startsWith(wanted) || words.split(/\s+/).some((word) => word.startsWith(wanted));
}

function findCommands(query, session) {
  return session.bot.commands
    .filter((command) => command.command.slice(1).startsWith(query))
    .map(commandItem);
}

function findPeople(query, session) {
  return session.users
    .filter((user) => beginsLike(user.real_name, query) || beginsLike(user.name, query))
    .map(personItem);
}

function findChannels(query, session) {
  return session.channels
    .filter((channel) => !channel.is_im && beginsLike(channel.name, query))
    .map(channelItem);
}

const TRIGGERS = [
  { pattern: /^\/(\S*)$/, find: findCommands },
  { pattern: /(?:^|[\s(])@([\p{L}\p{N}.'_-]*(?: [\p{L}\p{N}.'_-]+)?)$/u, find: findPeople },
  { pattern: /(?:^|[\s(])#([\p{L}\p{N}_-]*)$/u, find: findChannels },
];

/**
 * Find completions for the text before the caret.
 * @param {string} before
 * @param {import("./session.js").Session} session
 * @returns {{start: number, items: Array<{text: string, node: Node}>}} `start` is where a choice is put in
 */
export function suggest(before, session) {
  for (const { pattern, find } of TRIGGERS) {
    const query = pattern.exec(before)?.[1];
    if (query !== undefined)
      return { start: before.length - query.length - 1, items: find(query, session).slice(0, MOST) };
  }
  return { start: before.length, items: [] };
}

/**
 * The command that a text begins with, if the bot has it.
 * @param {string} text
 * @param {import("./session.js").Session} session
 */
export function commandIn(text, session) {
  const name = text.trim().split(/\s/)[0];
  return session.bot.commands.find((command) => command.command === name);
}
