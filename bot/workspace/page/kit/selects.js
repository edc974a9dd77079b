// Draws the select menus of Block Kit, single and multiple, on one combobox.

import { avatar } from "../shared/avatar.js";
import { icon } from "../shared/icons.js";
import { combobox } from "./combobox.js";
import { plainText } from "./mrkdwn.js";
import { bind } from "./surface.js";

function optionItem(option, group) {
  return {
    id: option.value,
    name: plainText(option.text),
    detail: plainText(option.description),
    group,
    value: option,
  };
}

function staticItems(element) {
  const groups = element.option_groups ?? [];
  return [
    ...(element.options ?? []).map((option) => optionItem(option)),
    ...groups.flatMap((group) => group.options.map((option) => optionItem(option, plainText(group.label)))),
  ];
}

function userItems(_, directory) {
  return directory.users.map((user) => ({
    id: user.id,
    name: user.real_name,
    detail: user.title,
    picture: () => avatar(user, "tiny"),
    value: user.id,
  }));
}

function channelItem(channel) {
  return {
    id: channel.id,
    name: channel.name,
    picture: () => icon(channel.is_private ? "lock" : "hash", 16),
    value: channel.id,
  };
}

function channelItems(_, directory) {
  return directory.channels.filter((channel) => !channel.is_im).map(channelItem);
}

function directMessageItem(channel, directory) {
  const other = directory.user(channel.members.find((id) => id !== directory.me.id));
  return (
    other && {
      id: channel.id,
      name: other.real_name,
      picture: () => avatar(other, "tiny"),
      value: channel.id,
    }
  );
}

/** A `filter` may leave only some kinds of conversations. */
function conversationItems(element, directory) {
  const kinds = element.filter?.include ?? ["public", "private", "im", "mpim"];
  const kindOf = (channel) => (channel.is_im ? "im" : channel.is_private ? "private" : "public");
  return directory.channels
    .filter((channel) => kinds.includes(kindOf(channel)))
    .map((channel) => (channel.is_im ? directMessageItem(channel, directory) : channelItem(channel)))
    .filter(Boolean);
}

/** What each type offers and how Slack names what was chosen: `selected_<one>` or `selected_<many>`. */
const TYPES = {
  static_select: { items: staticItems, one: "option", many: "options" },
  users_select: { items: userItems, one: "user", many: "users" },
  channels_select: { items: channelItems, one: "channel", many: "channels" },
  conversations_select: { items: conversationItems, one: "conversation", many: "conversations" },
};

const single = (type) => type.replace(/^multi_/, "");

/** @param {string} type */
export const isSelect = (type) => Object.hasOwn(TYPES, single(type));

function idOf(value) {
  return typeof value === "string" ? value : value.value;
}

/**
 * Draw a select menu.
 * @returns {HTMLElement}
 */
export function drawSelect(element, block, surface, naming) {
  const isMultiple = element.type.startsWith("multi_");
  const { items, one, many } = TYPES[single(element.type)];
  const word = isMultiple ? many : one;
  const initial = element[`initial_${word}`] ?? (isMultiple ? [] : null);
  const control = bind(element, block, surface, { [`selected_${word}`]: initial }, naming);
  const held = control.value[`selected_${word}`];
  const chosen = isMultiple ? held : [held].filter((value) => value !== null);
  return combobox({
    items: items(element, surface.directory),
    chosen: chosen.map(idOf),
    isMultiple,
    most: element.max_selected_items,
    placeholder: plainText(element.placeholder) || (isMultiple ? "Select options" : "Select an option"),
    label: control.label,
    inputId: control.inputId,
    actionId: element.action_id,
    onChange: (values) => control.choose({ [`selected_${word}`]: isMultiple ? values : (values[0] ?? null) }),
  });
}
