// Follows what changes in the workspace by long polling, and survives the server's absence.

import { getChanges } from "./api.js";

const WAIT_SECONDS = 25;
const PAUSES = [500, 1000, 2000, 5000];

function pause(milliseconds) {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/**
 * Follow the changes that one member can see until told to stop.
 * @param {string} as the member's id
 * @param {number} seq the last change already known
 * @param {{signal: AbortSignal, onChanges: (changes: object[]) => Promise<void>, onLost: () => void,
 *   onBack: () => Promise<number>}} options `onBack` reads the state anew and tells its `seq`
 */
export async function follow(as, seq, { signal, onChanges, onLost, onBack }) {
  let after = seq;
  let failures = 0;
  while (!signal.aborted) {
    try {
      if (failures > 0) after = await onBack();
      failures = 0;
      document.documentElement.dataset.seq = String(after); // drawn up to this change
      const answer = await getChanges(as, after, WAIT_SECONDS, signal);
      after = answer.seq;
      if (answer.changes.length > 0) await onChanges(answer.changes);
    } catch {
      if (signal.aborted) return;
      failures += 1;
      onLost();
      await pause(PAUSES[Math.min(failures, PAUSES.length) - 1]);
    }
  }
}
