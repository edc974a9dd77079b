// Writes moments the way Slack does, in the zone of the person who looks at them.

const LOCALE = "en-US";
const DAY = 86_400_000;

function part(date, timeZone, options) {
  return new Intl.DateTimeFormat(LOCALE, { timeZone, ...options }).format(date);
}

/** Slack's timestamps are seconds with six decimals, as text. */
export function momentOf(ts) {
  return new Date(Number(ts) * 1000);
}

/** A sortable name of the day, such as 2026-11-09, as seen in a zone. */
export function dayKey(date, timeZone) {
  return new Intl.DateTimeFormat("en-CA", { timeZone }).format(date);
}

/** Time of day, such as 2:34 PM. */
export function timeOfDay(date, timeZone) {
  return part(date, timeZone, { hour: "numeric", minute: "2-digit" });
}

function ordinal(day) {
  if (day >= 11 && day <= 13) return `${day}th`;
  return `${day}${{ 1: "st", 2: "nd", 3: "rd" }[day % 10] ?? "th"}`;
}

/** Today, Yesterday, Tomorrow, or null for any other day. */
function nearDay(date, timeZone, now) {
  const key = dayKey(date, timeZone);
  const near = [
    [0, "Today"],
    [-DAY, "Yesterday"],
    [DAY, "Tomorrow"],
  ];
  return near.find(([shift]) => dayKey(new Date(now.getTime() + shift), timeZone) === key)?.[1] ?? null;
}

function dayOfMonth(date, timeZone) {
  return ordinal(Number(part(date, timeZone, { day: "numeric" })));
}

function longDay(date, timeZone) {
  return `${part(date, timeZone, { weekday: "long" })}, ${part(date, timeZone, { month: "long" })} ${dayOfMonth(date, timeZone)}`;
}

function isThisYear(date, timeZone, now) {
  return dayKey(date, timeZone).slice(0, 4) === dayKey(now, timeZone).slice(0, 4);
}

/** The words on the line between two days of messages. */
export function dayDivider(date, timeZone, now = new Date()) {
  const year = isThisYear(date, timeZone, now) ? "" : `, ${part(date, timeZone, { year: "numeric" })}`;
  return nearDay(date, timeZone, now) ?? longDay(date, timeZone) + year;
}

/** Day and time in few words, such as Today at 2:34 PM or Nov 9th at 2:34 PM. */
export function dayAndTime(date, timeZone, now = new Date()) {
  const year = isThisYear(date, timeZone, now) ? "" : `, ${part(date, timeZone, { year: "numeric" })}`;
  const monthDay = `${part(date, timeZone, { month: "short" })} ${dayOfMonth(date, timeZone)}${year}`;
  return `${nearDay(date, timeZone, now) ?? monthDay} at ${timeOfDay(date, timeZone)}`;
}

/** How long ago, in the largest whole unit. */
function ago(date, now = new Date()) {
  const seconds = Math.round((now - date) / 1000);
  const units = [
    [31_536_000, "year"],
    [2_592_000, "month"],
    [86_400, "day"],
    [3600, "hour"],
    [60, "minute"],
  ];
  const unit = units.find(([size]) => Math.abs(seconds) >= size);
  if (!unit) return "just now";
  const count = Math.floor(Math.abs(seconds) / unit[0]);
  const words = `${count} ${unit[1]}${count === 1 ? "" : "s"}`;
  return seconds < 0 ? `in ${words}` : `${words} ago`;
}

function tokens(date, timeZone, now) {
  const year = part(date, timeZone, { year: "numeric" });
  const monthDay = `${part(date, timeZone, { month: "long" })} ${dayOfMonth(date, timeZone)}`;
  const short = part(date, timeZone, { month: "short", day: "numeric", year: "numeric" });
  const near = nearDay(date, timeZone, now)?.toLowerCase();
  const long = `${longDay(date, timeZone)}, ${year}`;
  return {
    date_num: dayKey(date, timeZone),
    date_slash: part(date, timeZone, { month: "2-digit", day: "2-digit", year: "numeric" }),
    date_long: long,
    date_long_full: `${part(date, timeZone, { month: "long", day: "numeric" })}, ${year}`,
    date_long_pretty: near ?? long,
    date: monthDay,
    date_pretty: near ?? monthDay,
    date_short: short,
    date_short_pretty: near ?? short,
    day_divider_pretty: near ?? (isThisYear(date, timeZone, now) ? longDay(date, timeZone) : long),
    time: timeOfDay(date, timeZone),
    time_secs: part(date, timeZone, { hour: "numeric", minute: "2-digit", second: "2-digit" }),
    ago: ago(date, now),
  };
}

/**
 * Fill Slack's date template, such as "Due {date_pretty} at {time}".
 * @param {string} template
 * @param {number} seconds since 1970
 * @param {string} timeZone of the viewer
 * @param {string} fallback shown where the moment or a token is not understood
 */
export function fillDate(template, seconds, timeZone, fallback, now = new Date()) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return fallback;
  const words = tokens(date, timeZone, now);
  const filled = template.replace(/\{(\w+)\}/g, (whole, name) => words[name] ?? whole);
  return /\{\w+\}/.test(filled) ? fallback : filled;
}

/** Zone of this machine, for members who have none. */
export function localTimeZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
