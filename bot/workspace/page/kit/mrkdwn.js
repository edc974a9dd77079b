// Reads Slack's mrkdwn and builds nodes from it; text from people never becomes markup.

import { el, fragment, isSafeAddress, link } from "../shared/dom.js";
import { fillDate } from "../shared/dates.js";
import { emojiFor, withEmoji } from "../shared/emoji.js";
import { channelMention, groupMention, userMention } from "./mentions.js";

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const STYLES = { "*": "strong", _: "em", "~": "s" };

/** One styled run: opens after a non-word, closes before one, never spans a line. */
function styled(mark) {
  return `(?<![\\p{L}\\p{N}${mark}])${mark}(?=\\S)((?:<[^<>\\n]*>|\`[^\`\\n]*\`|[^${mark}<\`\\n])+)(?<=\\S)${mark}(?![\\p{L}\\p{N}${mark}])`;
}

const INLINE = new RegExp(
  [
    "`([^`\\n]+)`",
    "<([^<>\\n]+)>",
    styled("\\*"),
    styled("_"),
    styled("~"),
    ":([a-z0-9_+'-]+(?:::skin-tone-\\d)?):",
  ].join("|"),
  "gu",
);
const TAG = /<([^<>\n]+)>/gu;

/**
 * Undo Slack's three escapes.
 * @param {string} text
 */
function unescape(text) {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]);
}

function drawDate(body, directory) {
  const [control, fallback = ""] = splitLabel(body);
  const [, seconds, template = "", address] = control.split("^");
  const words = fillDate(unescape(template), Number(seconds), directory.timeZone, unescape(fallback));
  return address ? link(unescape(address), words) : el("time", { class: "date" }, words);
}

/** Split `target|label` at the first bar. */
function splitLabel(body) {
  const at = body.indexOf("|");
  return at < 0 ? [body] : [body.slice(0, at), body.slice(at + 1)];
}

function drawSpecial(body, directory) {
  if (body.startsWith("date^")) return drawDate(body, directory);
  const [name, label] = splitLabel(body);
  return groupMention(label ? unescape(label).replace(/^@/, "") : name.replace(/^subteam\^/, ""));
}

function drawTag(body, directory) {
  const [target, label] = splitLabel(body);
  const words = label === undefined ? undefined : unescape(label);
  if (target.startsWith("@")) return userMention(target.slice(1), directory, words);
  if (target.startsWith("#")) return channelMention(target.slice(1), directory, words);
  if (target.startsWith("!")) return drawSpecial(body.slice(1), directory);
  const address = unescape(target);
  return isSafeAddress(address)
    ? link(address, words || address.replace(/^mailto:/, ""))
    : unescape(`<${body}>`);
}

function drawMatch(match, directory) {
  const [whole, code, tag, bold, italic, strike, emoji] = match;
  if (code !== undefined) return el("code", {}, drawCode(code, directory));
  if (tag !== undefined) return drawTag(tag, directory);
  if (emoji !== undefined) return emojiFor(emoji);
  return el(STYLES[whole[0]], {}, drawInline(bold ?? italic ?? strike, directory));
}

/** Draw what a pattern finds and keep the text between as it is. */
function scan(text, pattern, draw) {
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    nodes.push(unescape(text.slice(at, match.index)), draw(match));
    at = match.index + match[0].length;
  }
  nodes.push(unescape(text.slice(at)));
  return nodes.filter((node) => node !== "");
}

function drawInline(text, directory) {
  return scan(text, INLINE, (match) => drawMatch(match, directory));
}

/** Inside code only links and mentions keep their meaning. */
function drawCode(text, directory) {
  return scan(text, TAG, (match) => drawTag(match[1], directory));
}

const QUOTE = /^(?:&gt;|>) ?/;

/** Lines become runs of quoted and unquoted text. */
function lineRuns(text) {
  const runs = [];
  for (const line of text.split("\n")) {
    const isQuote = QUOTE.test(line);
    const words = line.replace(QUOTE, "");
    if (runs.at(-1)?.isQuote === isQuote) runs.at(-1).lines.push(words);
    else runs.push({ isQuote, lines: [words] });
  }
  return runs;
}

function drawProse(text, directory) {
  return lineRuns(text).map(({ isQuote, lines }) => {
    const nodes = drawInline(lines.join("\n"), directory);
    return isQuote ? el("blockquote", {}, nodes) : nodes;
  });
}

/**
 * Draw a text in mrkdwn.
 * @param {string} text as it travels: `& < >` escaped, mentions and links in angle brackets
 * @param {import("./mentions.js").Directory} directory
 * @returns {DocumentFragment}
 */
export function drawMrkdwn(text, directory) {
  const pieces = text.split(/```\n?([\s\S]+?)\n?```\n?/);
  return fragment(
    pieces.map((piece, index) => {
      if (index % 2 === 1) return el("pre", {}, drawCode(piece, directory));
      return piece === ""
        ? []
        : drawProse(piece.replace(/\n$/, index < pieces.length - 1 ? "" : "\n"), directory);
    }),
  );
}

/**
 * Draw a text object of either kind; plain text knows emoji alone.
 * @param {{type: string, text: string, emoji?: boolean}} text
 * @param {import("./mentions.js").Directory} directory
 * @returns {DocumentFragment}
 */
export function drawText(text, directory) {
  if (text.type === "mrkdwn") return drawMrkdwn(text.text, directory);
  return fragment(plainText(text));
}

/**
 * The words of a plain text object, with its emoji.
 * @param {{text: string, emoji?: boolean}|undefined} text
 */
export function plainText(text) {
  if (!text) return "";
  const words = unescape(text.text);
  return text.emoji === false ? words : withEmoji(words);
}
