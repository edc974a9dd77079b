// Draws rich_text blocks: sections, lists, quotes, preformatted text and their inline elements.

import { el, link } from "../shared/dom.js";
import { fillDate } from "../shared/dates.js";
import { emojiFor } from "../shared/emoji.js";
import { channelMention, groupMention, userMention } from "./mentions.js";
import { plainNotice } from "./unknown.js";

const STYLE_TAGS = [
  ["code", "code"],
  ["strike", "s"],
  ["italic", "em"],
  ["bold", "strong"],
  ["underline", "u"],
];
const ORDERED = ["decimal", "lower-alpha", "lower-roman"];
const BULLETS = ["disc", "circle", "square"];

/** Emoji may come with their code points, such as 1f44d-1f3fd. */
function drawEmoji(element) {
  if (!element.unicode) return emojiFor(element.name);
  return String.fromCodePoint(...element.unicode.split("-").map((digits) => parseInt(digits, 16)));
}

function drawDate(element, directory) {
  const words = fillDate(element.format, element.timestamp, directory.timeZone, element.fallback ?? "");
  return element.url ? link(element.url, words) : el("time", { class: "date" }, words);
}

function drawColor(element) {
  const style = { "background-color": element.value };
  return el("span", { class: "color-value" }, el("span", { class: "color-swatch", style }), element.value);
}

const INLINE = {
  text: (element) => element.text,
  user: (element, directory) => userMention(element.user_id, directory),
  channel: (element, directory) => channelMention(element.channel_id, directory),
  usergroup: (element) => groupMention(element.usergroup_id),
  team: (element) => groupMention(element.team_id),
  broadcast: (element) => groupMention(element.range),
  emoji: drawEmoji,
  link: (element) => link(element.url, element.text ?? element.url),
  date: drawDate,
  color: drawColor,
};

function drawInline(element, directory) {
  const draw = INLINE[element.type];
  if (!draw) return plainNotice("a text element", element.type);
  const tags = STYLE_TAGS.filter(([style]) => element.style?.[style]);
  return tags.reduce((node, [, tag]) => el(tag, {}, node), draw(element, directory));
}

function drawInlines(element, directory) {
  return element.elements.map((child) => drawInline(child, directory));
}

function drawList(list, directory) {
  const indent = list.indent ?? 0;
  const isOrdered = list.style === "ordered";
  const marker = (isOrdered ? ORDERED : BULLETS)[indent % 3];
  const items = list.elements.map((item) => el("li", {}, drawInlines(item, directory)));
  return el(
    isOrdered ? "ol" : "ul",
    {
      class: list.border ? "rich-list has-border" : "rich-list",
      start: isOrdered && list.offset ? list.offset + 1 : null,
      style: { "list-style-type": marker, "margin-inline-start": `${indent * 28}px` },
    },
    items,
  );
}

const PARTS = {
  rich_text_section: (part, directory) => el("div", { class: "rich-section" }, drawInlines(part, directory)),
  rich_text_list: drawList,
  rich_text_quote: (part, directory) => el("blockquote", {}, drawInlines(part, directory)),
  rich_text_preformatted: (part, directory) => el("pre", {}, drawInlines(part, directory)),
};

/**
 * Draw a rich_text block, or a table's cell of that kind.
 * @param {{elements: object[]}} block
 * @param {import("./mentions.js").Directory} directory
 */
export function drawRichText(block, directory) {
  const parts = block.elements.map((part) => {
    const draw = PARTS[part.type];
    return draw ? draw(part, directory) : plainNotice("a text part", part.type);
  });
  return el("div", { class: "rich-text" }, parts);
}
