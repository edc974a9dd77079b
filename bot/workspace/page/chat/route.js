// Keeps who acts and what is open in the address, so that it survives a reload and can be shared.

/**
 * @typedef {object} Place
 * @property {string} [as] the acting member's id
 * @property {string} [channel]
 * @property {"home"} [tab] the bot's Home tab, instead of its messages
 * @property {string} [thread] timestamp of the thread that is open
 */

const KEYS = ["as", "channel", "tab", "thread"];

/** @returns {Place} */
export function readPlace() {
  const words = new URLSearchParams(window.location.hash.slice(1));
  return Object.fromEntries(KEYS.filter((key) => words.get(key)).map((key) => [key, words.get(key)]));
}

/**
 * The address of a place.
 * @param {Place} place
 */
export function hashOf(place) {
  const given = KEYS.filter((key) => place[key]).map((key) => [key, place[key]]);
  return `#${new URLSearchParams(given)}`;
}

/**
 * Go to a place; the page follows the change of its address.
 * @param {Place} place
 */
export function goTo(place) {
  window.location.hash = hashOf(place);
}
