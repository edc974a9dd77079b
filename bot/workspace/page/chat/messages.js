// Keeps a list of messages on the page in step with the server, touching only what changed.

import { dayDivider, dayKey, momentOf } from "../shared/dates.js";
import { el } from "../shared/dom.js";
import { Form } from "../kit/form.js";
import { drawMessage } from "./message.js";

const GROUPED_WITHIN_SECONDS = 300;
const NEAR_END = 120;

function follows(message, before, timeZone) {
  return (
    Boolean(before) &&
    before.user === message.user &&
    !before.ephemeral &&
    !message.ephemeral &&
    Number(message.ts) - Number(before.ts) < GROUPED_WITHIN_SECONDS &&
    dayKey(momentOf(message.ts), timeZone) === dayKey(momentOf(before.ts), timeZone)
  );
}

/** A list of messages with day dividers; rows are known by key and drawn again when they differ. */
export class MessageList {
  #scroller;
  #rows = new Map();
  #forms = new Map();
  #actions;

  /**
   * @param {HTMLElement} host gets the rows
   * @param {HTMLElement} scroller scrolls; stays at the end when it was there
   */
  constructor(host, scroller) {
    this.host = host;
    this.#scroller = scroller;
  }

  /** Forget everything, before another conversation is shown. */
  clear() {
    this.#rows.clear();
    this.#forms.clear();
    this.host.replaceChildren();
  }

  /**
   * Show messages, oldest first.
   * @param {object[]} messages
   * @param {import("./message.js").MessageActions} actions
   * @param {{isThread?: boolean}} [options]
   */
  show(messages, actions, { isThread = false } = {}) {
    this.#actions = actions;
    const wasNearEnd = this.isNearEnd;
    const focused = this.#focusedAction();
    this.#synchronise(isThread ? this.#threadEntriesOf(messages) : this.#entriesOf(messages));
    if (focused) this.#focusAgain(focused);
    if (wasNearEnd) this.scrollToEnd();
  }

  scrollToEnd() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  /** The form of a message: what is chosen in it outlives its being drawn again. */
  formOf(ts) {
    const form = this.#forms.get(ts) ?? new Form();
    this.#forms.set(ts, form);
    form.restart();
    return form;
  }

  /** Whether the newest messages are in sight. */
  get isNearEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR_END;
  }

  #entriesOf(messages) {
    const { timeZone } = this.#actions.session;
    let day = null;
    return messages.flatMap((message, index) => {
      const moment = momentOf(message.ts);
      const isNewDay = dayKey(moment, timeZone) !== day;
      day = dayKey(moment, timeZone);
      const entry = this.#entryOf(message, follows(message, messages[index - 1], timeZone));
      return isNewDay ? [this.#dividerOf(moment, day), entry] : [entry];
    });
  }

  /** A line after the first message tells how many replies everyone sees. */
  #threadEntriesOf(messages) {
    const { timeZone } = this.#actions.session;
    const isReply = (message, index) => index > 0 && !message.ephemeral && !message.isPending;
    const count = messages.filter(isReply).length;
    const entries = messages.map((message, index) =>
      this.#entryOf(message, index > 1 && follows(message, messages[index - 1], timeZone)),
    );
    if (count > 0) entries.splice(1, 0, this.#replyCountOf(count));
    return entries;
  }

  #entryOf(message, isCompact) {
    return {
      key: message.ts,
      signature: JSON.stringify([isCompact, message]),
      draw: () => drawMessage(message, this.#actions, { isCompact }),
    };
  }

  #dividerOf(moment, day) {
    const words = dayDivider(moment, this.#actions.session.timeZone);
    const draw = () =>
      el("div", { class: "day-divider", role: "separator", "aria-label": words }, el("span", {}, words));
    return { key: `day ${day}`, signature: words, draw };
  }

  #replyCountOf(count) {
    const words = count === 1 ? "1 reply" : `${count} replies`;
    return { key: "replies", signature: words, draw: () => el("div", { class: "reply-count" }, words) };
  }

  #synchronise(entries) {
    const kept = new Map();
    const wanted = new Map(entries.map((entry) => [entry.key, entry.signature]));
    for (const [key, row] of this.#rows) {
      if (wanted.get(key) === row.signature) kept.set(key, row);
      else row.node.remove();
    }
    this.#rows = kept;
    let cursor = this.host.firstChild;
    for (const entry of entries) {
      const node = this.#nodeOf(entry);
      if (node === cursor) cursor = cursor.nextSibling;
      else this.host.insertBefore(node, cursor);
    }
  }

  #nodeOf(entry) {
    if (!this.#rows.has(entry.key))
      this.#rows.set(entry.key, { signature: entry.signature, node: entry.draw() });
    return this.#rows.get(entry.key).node;
  }

  /** Which control of which message has the focus, so that a redrawn message gives it back. */
  #focusedAction() {
    const control = document.activeElement?.closest("[data-action-id]");
    const ts = control?.closest("[data-ts]")?.dataset.ts;
    return ts && this.host.contains(control) ? { ts, action: control.dataset.actionId } : null;
  }

  #focusAgain({ ts, action }) {
    if (this.host.contains(document.activeElement)) return;
    const message = this.host.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
    message?.querySelector(`[data-action-id="${CSS.escape(action)}"]`)?.focus({ preventScroll: true });
  }
}
