// Awaits what a person set off and tells them in a sentence where it failed.

import { notify } from "../shared/notice.js";

const SENTENCES = {
  operation_timeout: "did not answer within three seconds.",
  http_timeout: "did not answer within three seconds.",
  dispatch_failed: "could not be reached, or failed.",
};

/**
 * Say what one of Slack's short error names means here.
 * @param {string} error
 * @param {string} botName
 */
function sentence(error, botName) {
  const known = SENTENCES[error];
  return known
    ? `${botName} ${known} The traffic drawer shows what went between.`
    : `The workspace says “${error}”.`;
}

/**
 * Await a deed.
 * @param {Promise<{ok: boolean, error?: string}>} deed
 * @param {string} botName
 * @returns {Promise<object|null>} the answer, or null where the person was told that it failed
 */
export async function attempt(deed, botName) {
  try {
    const answer = await deed;
    if (answer.ok !== false) return answer;
    notify(sentence(answer.error, botName));
  } catch (error) {
    notify(error.message);
  }
  return null;
}
