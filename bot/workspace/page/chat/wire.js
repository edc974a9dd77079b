// Turns what a person typed into Slack's wire format, in which the bot receives it.

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * Escape the three characters that mean something in Slack's wire format.
 * @param {string} text
 */
function escapeText(text) {
  return text.replace(/[&<>]/g, (character) => ESCAPES[character]);
}

function escapePattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Names as they stand in escaped text, the longest first, so that Ana Silva wins over Ana. */
function namesPattern(mark, names) {
  const known = [...names].sort((left, right) => right.length - left.length).map(escapePattern);
  return new RegExp(`(?<![\\p{L}\\p{N}/])${mark}(${known.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

/** Replace `@name` or `#name` by the mention it stands for. */
function replaceNames(text, mark, mentions) {
  if (mentions.length === 0) return text;
  const byName = new Map(mentions.map(([name, mention]) => [escapeText(name).toLowerCase(), mention]));
  return text.replace(namesPattern(mark, byName.keys()), (_, name) => byName.get(name.toLowerCase()));
}

/** Slack wraps addresses in messages, not in commands. */
function wrapAddresses(text) {
  return text.startsWith("/")
    ? text
    : text.replace(/https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)]/g, (address) => `<${address}>`);
}

/**
 * Write a text as the Events API delivers it: `& < >` escaped, mentions and links in angle brackets.
 * @param {string} typed
 * @param {import("./session.js").Session} session
 */
export function toWire(typed, session) {
  const people = session.users.flatMap((user) =>
    [user.real_name, user.name].map((name) => [name, `<@${user.id}>`]),
  );
  const channels = session.channels
    .filter((channel) => !channel.is_im)
    .map(({ name, id }) => [name, `<#${id}|${escapeText(name)}>`]);
  const withPeople = replaceNames(wrapAddresses(escapeText(typed)), "@", people);
  const withChannels = replaceNames(withPeople, "#", channels);
  return withChannels.replace(/(?<![\w<])@(here|channel|everyone)\b/g, "<!$1>");
}
