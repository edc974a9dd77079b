// A conversation on the page: a channel or one thread, its messages and its composer.

import { el } from "../shared/dom.js";
import { notify } from "../shared/notice.js";
import * as api from "./api.js";
import { Composer } from "./composer.js";
import { attempt } from "./deeds.js";
import { MessageList } from "./messages.js";
import { Once } from "./once.js";
import { shareFiles } from "./upload.js";
import { commandIn } from "./suggestions.js";
import { toWire } from "./wire.js";

const TYPING_SHOWN_FOR = 10_000;
const isCommand = (text) => /^\/\S/.test(text);

/** What Slack says to a command that no app has. */
function unknownCommand(text) {
  const name = text.split(/\s/)[0];
  return `${name} is not a valid command. In Slack, all messages that start with the “/” character are interpreted as commands.`;
}

/** Slack's words for something that could not be sent. */
function refusal(text, error) {
  const what = isCommand(text) ? text.split(/\s/)[0] : "Sending";
  return `${what} failed with the error “${error}”.`;
}

/** A conversation; `open` points it at a channel or a thread. */
export class Stream {
  #session;
  #channel;
  #thread;
  #openThread;
  #intro = el("div", { class: "stream-intro" });
  #list;
  #composer;
  #visitor;
  #latest = el(
    "button",
    { type: "button", class: "button stream-latest", hidden: true, onclick: () => this.#list.scrollToEnd() },
    "↓ Latest messages",
  );
  #isAtEnd = true;
  #loading = new Once();
  #messages = [];
  #dismissed = new Set();
  #asked = null;
  #typing = null;

  /**
   * @param {{testId: string, label: string, openThread?: (ts: string) => void}} options a thread opens no threads
   */
  constructor({ testId, label, openThread }) {
    this.#openThread = openThread;
    const host = el("div", { class: "messages", role: "log", "aria-label": label });
    const scroller = el(
      "div",
      { class: "stream-scroll", tabindex: "-1", onscroll: () => this.#onScroll() },
      this.#intro,
      host,
    );
    new ResizeObserver(() => this.#isAtEnd && this.#list.scrollToEnd()).observe(scroller);
    this.#list = new MessageList(host, scroller);
    this.#composer = new Composer({
      testId,
      onSend: (text) => this.#send(text),
      onFiles: (files) => this.share(files),
    });
    this.#visitor = el("p", { class: "visitor", hidden: true });
    const latest = el("div", { class: "stream-window" }, scroller, this.#latest);
    this.element = el("div", { class: "stream" }, latest, this.#composer.element, this.#visitor);
  }

  /**
   * Show a channel, or one of its threads.
   * @param {import("./session.js").Session} session
   * @param {object} channel
   * @param {{thread?: string, label: string, intro?: Node}} options
   */
  async open(session, channel, { thread, label, intro = "" }) {
    const isSame = this.#session === session && this.#channel?.id === channel.id && this.#thread === thread;
    this.#session = session;
    this.#channel = channel;
    this.#thread = thread;
    this.#composer.open(session, `${session.me.id} ${channel.id} ${thread ?? ""}`, label);
    this.#showMembership();
    if (isSame) return;
    this.#list.clear();
    this.#intro.replaceChildren(intro);
    await this.refresh();
    this.#list.scrollToEnd();
  }

  /** Show nothing until another conversation is opened. */
  close() {
    this.#channel = null;
    this.#messages = [];
    this.#list.clear();
  }

  /** The conversation that is shown, if any. */
  get channelId() {
    return this.#channel?.id;
  }

  focus() {
    this.#composer.focus();
  }

  /** Read the messages anew; an answer that was overtaken by a later one is dropped. */
  async refresh() {
    const answer = await this.#loading.last(
      api.getMessages(this.#session.me.id, this.#channel.id, this.#thread),
    );
    if (!answer) return;
    this.#messages = answer.messages;
    this.#stopTyping();
    this.#show();
    this.#composer.offer(answer.prompts ?? []);
    this.#openAnswer();
  }

  /**
   * Say what the bot is at work on, until it has written or some seconds have passed.
   * @param {{channel: string, ts: string|null}} change `ts` is the thread it works in
   */
  async showTyping(change) {
    if (change.channel !== this.#channel?.id || (this.#thread && this.#thread !== change.ts)) return;
    const { status } = await api.getMessages(this.#session.me.id, change.channel, change.ts);
    if (!status) return;
    this.#stopTyping();
    this.#composer.say(`${this.#session.bot.name} ${status}`);
    this.#typing = setTimeout(() => this.#stopTyping(), TYPING_SHOWN_FOR);
  }

  #stopTyping() {
    if (this.#typing === null) return;
    clearTimeout(this.#typing);
    this.#typing = null;
    this.#composer.say("");
  }

  /** A question to the bot is answered in its thread: open it, as Slack does for its agents. */
  #openAnswer() {
    const question = this.#messages.find((message) => message.ts === this.#asked && message.reply_count > 0);
    if (!question) return;
    this.#asked = null;
    this.#openThread(question.ts);
  }

  /** Whoever reads further up gets a way back down; all others stay at the end. */
  #onScroll() {
    this.#isAtEnd = this.#list.isNearEnd;
    this.#latest.hidden = this.#isAtEnd;
  }

  /** Who is not in a channel can read it, but not write. */
  #showMembership() {
    const { me } = this.#session;
    const isMember = this.#channel.is_member || this.#channel.is_im;
    this.#composer.element.hidden = !isMember;
    this.#visitor.hidden = isMember;
    this.#visitor.replaceChildren(
      "You are looking at ",
      el("strong", {}, `#${this.#channel.name}`),
      `. ${me.real_name} is not in it and cannot write here.`,
    );
  }

  /** Share files here. */
  async share(files) {
    await shareFiles(this.#session.me.id, this.#channel.id, files, (words) => this.#composer.say(words));
  }

  #show(pending = []) {
    const isShown = (message) => !this.#dismissed.has(message.ts) && this.#belongsHere(message);
    const messages = [...this.#messages.filter(isShown), ...pending];
    this.#list.show(messages, this.#actions(), { isThread: Boolean(this.#thread) });
  }

  /** Replies stand in their thread, not in the channel. */
  #belongsHere(message) {
    return Boolean(this.#thread) || !message.thread_ts || message.thread_ts === message.ts;
  }

  #actions() {
    const [as, channel] = [this.#session.me.id, this.#channel.id];
    return {
      session: this.#session,
      surfaceOf: (message) => this.#surfaceOf(message),
      openThread: this.#openThread,
      react: (ts, name) => this.#tell(api.react(as, channel, ts, name)),
      runShortcut: (ts, callbackId) => this.#tell(api.runShortcut(as, callbackId, channel, ts)),
      dismiss: (ts) => {
        this.#dismissed.add(ts);
        this.#show();
      },
    };
  }

  #surfaceOf(message) {
    const form = this.#list.formOf(message.ts);
    const container = { type: "message", channel: this.#channel.id, ts: message.ts };
    const as = this.#session.me.id;
    return {
      directory: this.#session,
      form,
      act: (click) => this.#tell(api.click({ as, container, ...click, state: form.state })),
    };
  }

  #tell(deed) {
    return attempt(deed, this.#session.bot.name);
  }

  async #send(text) {
    if (isCommand(text)) this.#composer.say(`Sending ${text}…`);
    else this.#showPending(text);
    this.#list.scrollToEnd();
    try {
      this.#expectAnswer(text, await this.#sendOrThrow(text));
    } catch (error) {
      this.#composer.restore(text);
      notify(error.message);
    }
    this.#composer.say("");
    await this.refresh();
    this.#list.scrollToEnd();
  }

  #expectAnswer(text, ts) {
    const isQuestion = !this.#thread && !isCommand(text) && this.#channel.id === this.#session.botChannel?.id;
    this.#asked = isQuestion ? ts : null;
  }

  async #sendOrThrow(text) {
    if (isCommand(text) && !commandIn(text, this.#session)) throw new Error(unknownCommand(text));
    const answer = await api.say({
      as: this.#session.me.id,
      channel: this.#channel.id,
      text: toWire(text, this.#session),
      thread_ts: this.#thread,
    });
    if (answer.ok === false) throw new Error(refusal(text, answer.error));
    return answer.ts;
  }

  /** Show a message at once, pale until the server has it. */
  #showPending(typed) {
    const ts = String(Date.now() / 1000);
    this.#show([{ ts, user: this.#session.me.id, text: toWire(typed, this.#session), isPending: true }]);
  }
}
