// A field with a filtered list of options, one or several of which can be chosen.

import { el } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { Listbox } from "../shared/listbox.js";

/**
 * @typedef {object} Item
 * @property {string} id
 * @property {string} name
 * @property {string} [detail] a second, quieter line
 * @property {string} [group] heading above the first item of a group
 * @property {() => Node} [picture]
 * @property {*} value handed to `onChange`
 */

function matches(item, query) {
  const words = `${item.name} ${item.detail ?? ""}`.toLocaleLowerCase();
  return words.includes(query.trim().toLocaleLowerCase());
}

function optionNode(item, isChosen) {
  return el(
    "span",
    { class: "option-line" },
    item.picture?.(),
    el(
      "span",
      { class: "option-words" },
      el("span", {}, item.name),
      item.detail && el("small", {}, item.detail),
    ),
    isChosen && icon("check", 16),
  );
}

class Combobox {
  #options;
  #chosen;
  #chips = el("span", { class: "chips" });

  constructor(options) {
    this.#options = options;
    this.#chosen = options.items.filter((item) => options.chosen.includes(item.id));
    this.#field = this.#drawField();
    this.#list = new Listbox(this.#field, {
      label: "Options",
      multiple: options.isMultiple,
      choose: (row) => this.#toggle(row.item),
    });
    this.element = el(
      "div",
      { class: options.isMultiple ? "combobox is-multiple" : "combobox", onclick: () => this.#field.focus() },
      this.#chips,
      this.#field,
      el("span", { class: "combobox-arrow" }, icon("chevronDown", 16)),
      this.#list.element,
    );
    this.#show();
  }

  #field;
  #list;

  #drawField() {
    const { label, inputId, actionId, placeholder } = this.#options;
    return el("input", {
      type: "text",
      role: "combobox",
      class: "combobox-field",
      id: inputId,
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": inputId ? null : label || placeholder,
      "data-action-id": actionId,
      onclick: () => this.#open(),
      oninput: () => this.#open(this.#field.value),
      onkeydown: (event) => this.#onKey(event),
      onblur: () => this.#close(),
    });
  }

  #open(query = "") {
    const items = this.#options.items.filter((item) => matches(item, query));
    const rows = items.map((item) => ({
      item,
      group: item.group,
      selected: this.#chosen.includes(item),
      node: optionNode(item, this.#chosen.includes(item)),
    }));
    this.#list.show(rows, { anchor: this.element, note: "No matches" });
  }

  #close() {
    this.#list.hide();
    this.#show();
  }

  #onKey(event) {
    if (this.#list.takeKey(event)) return;
    if (event.key === "ArrowDown") this.#open();
    const takesBack = event.key === "Backspace" && this.#options.isMultiple && this.#field.value === "";
    if (takesBack && this.#chosen.length > 0) this.#set(this.#chosen.slice(0, -1));
  }

  #toggle(item) {
    if (!this.#options.isMultiple) {
      this.#set([item]);
      return this.#list.hide();
    }
    const isChosen = this.#chosen.includes(item);
    if (!isChosen && this.#chosen.length >= (this.#options.most ?? Infinity)) return undefined;
    this.#set(isChosen ? this.#chosen.filter((other) => other !== item) : [...this.#chosen, item]);
    return this.#open();
  }

  #set(items) {
    this.#chosen = items;
    this.#show();
    this.#options.onChange(items.map((item) => item.value));
  }

  #show() {
    const { isMultiple, placeholder } = this.#options;
    const [first] = this.#chosen;
    this.#chips.replaceChildren(
      ...(isMultiple ? this.#chosen.map((item) => this.#chip(item)) : [first?.picture?.() ?? ""]),
    );
    this.#field.value = isMultiple ? "" : (first?.name ?? "");
    this.#field.placeholder = first ? "" : placeholder;
  }

  #chip(item) {
    const remove = (event) => {
      event.stopPropagation();
      this.#set(this.#chosen.filter((other) => other !== item));
      this.#field.focus();
    };
    return el(
      "span",
      { class: "chip" },
      item.picture?.(),
      el("span", { class: "chip-name" }, item.name),
      el(
        "button",
        { type: "button", class: "chip-remove", "aria-label": `Remove ${item.name}`, onclick: remove },
        icon("close", 14),
      ),
    );
  }
}

/**
 * Make a combobox.
 * @param {{items: Item[], chosen: string[], isMultiple: boolean, most?: number, placeholder: string, label: string,
 *   inputId?: string, actionId?: string, onChange: (values: Array) => void}} options
 * @returns {HTMLElement}
 */
export function combobox(options) {
  return new Combobox(options).element;
}
