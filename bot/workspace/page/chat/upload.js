// Shares files: dropped anywhere on the page, pasted, or picked with the paperclip.

import { notify } from "../shared/notice.js";
import { upload } from "./api.js";

/**
 * Upload files one after the other.
 * @param {string} as the acting member's id
 * @param {string} channel
 * @param {File[]} files
 * @param {(words: string) => void} say tells what goes on
 */
export async function shareFiles(as, channel, files, say) {
  for (const file of files) {
    say(`Uploading ${file.name}…`);
    try {
      const answer = await upload(as, channel, file);
      if (answer.ok === false) notify(`${file.name} was not shared: ${answer.error}.`);
    } catch (error) {
      notify(`${file.name} was not shared. ${error.message}`);
    }
  }
  say("");
}

const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");

/**
 * Take files dropped anywhere on the page.
 * @param {HTMLElement} curtain shown while files hover over the page
 * @param {(files: File[]) => void} onFiles
 */
export function takeDrops(curtain, onFiles) {
  let depth = 0;
  const cover = (by) => {
    depth = Math.max(0, depth + by);
    curtain.hidden = depth === 0;
  };
  window.addEventListener("dragenter", (event) => carriesFiles(event) && cover(1));
  window.addEventListener("dragleave", (event) => carriesFiles(event) && cover(-1));
  window.addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
  window.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    cover(-depth);
    onFiles([...event.dataTransfer.files]);
  });
}
