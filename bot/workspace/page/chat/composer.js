// The field in which messages and commands are written, with completion and a paperclip.

import { el } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { Listbox } from "../shared/listbox.js";
import { commandIn, suggest } from "./suggestions.js";

const HIGHEST = 240;

/** A composer; it keeps a draft for each conversation. */
export class Composer {
  #session = null;
  #key = "";
  #drafts = new Map();
  #options;
  #field;
  #send;
  #list;
  #status = el("div", { class: "composer-status", role: "status" });
  #prompts = el("div", { class: "prompts" });
  #start = 0;

  /**
   * @param {{testId: string, onSend: (text: string) => void, onFiles: (files: File[]) => void}} options
   */
  constructor(options) {
    this.#options = options;
    this.#field = this.#drawField();
    this.#send = el(
      "button",
      {
        type: "button",
        class: "composer-send",
        "aria-label": "Send",
        title: "Send",
        onclick: () => this.#sendNow(),
      },
      icon("send"),
    );
    this.#list = new Listbox(this.#field, { label: "Suggestions", choose: (item) => this.#complete(item) });
    const box = el("div", { class: "composer-box" }, this.#field, this.#drawTools(), this.#list.element);
    this.element = el("div", { class: "composer" }, this.#prompts, box, this.#status);
  }

  /**
   * Serve another conversation; its draft comes back.
   * @param {import("./session.js").Session} session
   * @param {string} key
   * @param {string} label such as "Message #team"
   */
  open(session, key, label) {
    this.#session = session;
    if (key !== this.#key) {
      this.#drafts.set(this.#key, this.#field.value);
      this.#key = key;
      this.#write(this.#drafts.get(key) ?? "");
    }
    this.#field.placeholder = label;
    this.#field.setAttribute("aria-label", label);
  }

  focus() {
    this.#field.focus();
  }

  /** Put a text back that could not be sent, unless something new was begun. */
  restore(text) {
    if (this.#field.value === "") this.#write(text);
  }

  /** Say below the field what goes on, such as who is typing. */
  say(words) {
    this.#status.replaceChildren(words);
  }

  /**
   * Offer questions that the bot suggests.
   * @param {Array<{title: string, message: string}>} prompts
   */
  offer(prompts) {
    this.#prompts.replaceChildren(
      ...prompts.map(({ title, message }) =>
        el(
          "button",
          {
            type: "button",
            class: "button prompt",
            onclick: () => this.#options.onSend(message),
          },
          title,
        ),
      ),
    );
  }

  #drawField() {
    return el("textarea", {
      class: "composer-field",
      rows: 1,
      role: "combobox",
      "aria-multiline": "true",
      "data-testid": this.#options.testId,
      oninput: () => this.#onInput(),
      onkeydown: (event) => this.#onKey(event),
      onblur: () => this.#list.hide(),
      onpaste: (event) => this.#onPaste(event),
    });
  }

  #drawTools() {
    const picker = el("input", {
      type: "file",
      hidden: true,
      multiple: true,
      onchange: () => this.#takeFiles(picker),
    });
    const tool = (label, content, onclick) =>
      el(
        "button",
        { type: "button", class: "icon-button", title: label, "aria-label": label, onclick },
        content,
      );
    return el(
      "div",
      { class: "composer-tools" },
      tool("Share a file", icon("paperclip"), () => picker.click()),
      picker,
      tool("Mention someone", "@", () => this.#insert("@")),
      tool("Run a command", icon("slash"), () => this.#insert("/")),
      el("span", { class: "spacer" }),
      this.#send,
    );
  }

  #takeFiles(picker) {
    this.#options.onFiles([...picker.files]);
    picker.value = "";
  }

  #onPaste(event) {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    this.#options.onFiles(files);
  }

  #onInput() {
    this.#fit();
    const { start, items } = suggest(this.#field.value.slice(0, this.#field.selectionStart), this.#session);
    this.#start = start;
    this.#list.show(items, { anchor: this.#field.parentElement });
    this.say(commandIn(this.#field.value, this.#session)?.usage_hint ?? "");
  }

  #onKey(event) {
    const isEnter = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    const isWholeCommand = commandIn(this.#field.value, this.#session)?.command === this.#field.value;
    if (!(isEnter && isWholeCommand) && this.#list.takeKey(event)) return;
    if (!isEnter) return;
    event.preventDefault();
    this.#sendNow();
  }

  #complete(item) {
    const { value, selectionStart } = this.#field;
    const before = value.slice(0, this.#start) + item.text;
    this.#write(before + value.slice(selectionStart));
    this.#field.setSelectionRange(before.length, before.length);
    this.#list.hide();
    this.say(commandIn(value, this.#session)?.usage_hint ?? "");
  }

  #insert(text) {
    this.focus();
    const needsSpace = text !== "/" && this.#field.value !== "" && !/\s$/.test(this.#field.value);
    this.#field.setRangeText(
      (needsSpace ? " " : "") + text,
      this.#field.selectionStart,
      this.#field.selectionEnd,
      "end",
    );
    this.#onInput();
  }

  #sendNow() {
    const text = this.#field.value.trim();
    if (text === "") return;
    this.#list.hide();
    this.#write("");
    this.say("");
    this.#options.onSend(text);
  }

  #write(text) {
    this.#field.value = text;
    this.#fit();
  }

  #fit() {
    this.#field.style.height = "auto";
    this.#field.style.height = `${Math.min(HIGHEST, this.#field.scrollHeight)}px`;
    this.#send.classList.toggle("is-ready", this.#field.value.trim() !== "");
  }
}
