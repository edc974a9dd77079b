// Draws images, videos and files; what lies elsewhere is shown as a card with its name.

import { el, link } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { plainText } from "./mrkdwn.js";

/** A file that the bot uploaded lies on this very server. */
function addressOf(image) {
  const { id, url } = image.slack_file ?? {};
  return image.image_url ?? (id ? `/page/file/${encodeURIComponent(id)}` : url);
}

function missing(image) {
  return el(
    "span",
    { class: "image-missing", role: "img", "aria-label": image.alt_text },
    icon("info", 16),
    image.alt_text || "Image",
  );
}

/**
 * Draw an image element; its alternative text takes its place where it cannot be loaded.
 * @param {{image_url?: string, slack_file?: object, alt_text: string}} image
 */
export function drawImage(image) {
  const address = addressOf(image);
  if (!address || !/^(https?:|data:image\/|\/)/i.test(address)) return missing(image);
  const picture = el("img", {
    src: address,
    alt: image.alt_text,
    loading: "lazy",
    referrerpolicy: "no-referrer",
  });
  picture.addEventListener("error", () => picture.replaceWith(missing(image)), { once: true });
  return picture;
}

/** Draw an image block with its title. */
export function drawImageBlock(block) {
  const title = plainText(block.title);
  return el("figure", { class: "image-block" }, title && el("figcaption", {}, title), drawImage(block));
}

/** Draw a video block as the card that Slack shows before it plays. */
export function drawVideo(block) {
  const title = plainText(block.title);
  const provider = [block.provider_name, block.author_name].filter(Boolean).join(" · ");
  return el(
    "div",
    { class: "video-card" },
    provider && el("small", {}, provider),
    el("strong", {}, block.title_url ? link(block.title_url, title) : title),
    block.description && el("p", {}, plainText(block.description)),
    el("div", { class: "video-still", role: "img", "aria-label": block.alt_text }, icon("play", 32)),
  );
}

/** Draw a remote file, of which a block tells no more than its id. */
export function drawRemoteFile(block) {
  return el(
    "div",
    { class: "file-card" },
    icon("file", 24),
    el("span", { class: "file-name" }, `Remote file ${block.external_id}`),
  );
}
