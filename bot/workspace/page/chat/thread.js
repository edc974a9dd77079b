// The pane at the right in which one thread is read and answered.

import { el } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { Stream } from "./stream.js";

/** The thread pane; hidden while no thread is open. */
export class ThreadPane {
  #host;
  #where = el("span", { class: "quiet" });
  #stream = new Stream({ testId: "thread-composer", label: "Thread" });
  #isOpen = false;

  /**
   * @param {HTMLElement} host
   * @param {{onClose: () => void}} options
   */
  constructor(host, { onClose }) {
    this.#host = host;
    host.append(
      el(
        "header",
        { class: "header" },
        el("h2", { class: "header-name" }, "Thread"),
        this.#where,
        el("span", { class: "spacer" }),
        el(
          "button",
          {
            type: "button",
            class: "icon-button",
            "aria-label": "Close thread",
            "data-testid": "thread-close",
            onclick: onClose,
          },
          icon("close", 20),
        ),
      ),
      this.#stream.element,
    );
    host.addEventListener("keydown", (event) => event.key === "Escape" && onClose());
  }

  /**
   * Show a thread, or hide the pane where none is given.
   * @param {import("./session.js").Session} session
   * @param {object} channel
   * @param {string|undefined} ts
   */
  async show(session, channel, ts) {
    const wasOpen = this.#isOpen;
    this.#isOpen = Boolean(ts);
    this.#host.hidden = !ts;
    if (!ts) return this.#stream.close();
    this.#where.replaceChildren(channel.is_im ? session.nameOf(channel) : `# ${channel.name}`);
    await this.#stream.open(session, channel, { thread: ts, label: "Reply…" });
    if (!wasOpen) this.#stream.focus();
    return undefined;
  }

  /** Say that the bot is at work in this thread. */
  showTyping(change) {
    if (this.#isOpen) this.#stream.showTyping(change);
  }

  async refresh() {
    if (this.#isOpen) await this.#stream.refresh();
  }
}
