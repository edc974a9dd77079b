// A list of options walked with the arrow keys while the focus stays in a text field.

import { el, uniqueId } from "./dom.js";
import { place } from "./popup.js";

/** Options shown in the top layer beside a field; the field keeps the focus. */
export class Listbox {
  #field;
  #choose;
  #items = [];
  #active = 0;

  /**
   * @param {HTMLElement} field the text field it belongs to
   * @param {{label: string, choose: (item: object) => void, multiple?: boolean}} options
   */
  constructor(field, { label, choose, multiple = false }) {
    this.#field = field;
    this.#choose = choose;
    this.element = el("div", {
      class: "listbox",
      role: "listbox",
      id: uniqueId("listbox"),
      popover: "manual",
      "aria-label": label,
      "aria-multiselectable": multiple ? "true" : null,
      onmousedown: (event) => event.preventDefault(),
    });
    field.setAttribute("aria-controls", this.element.id);
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-autocomplete", "list");
  }

  get isOpen() {
    return this.element.matches(":popover-open");
  }

  /**
   * Show options; an empty list shows the note, or closes where there is none.
   * @param {Array<{node: Node, selected?: boolean, group?: string}>} items
   * @param {{anchor?: HTMLElement, note?: string}} [options]
   */
  show(items, { anchor = this.#field, note = null } = {}) {
    if (items.length === 0 && !note) return this.hide();
    this.#items = items;
    this.element.replaceChildren(
      ...this.#rows(),
      ...(items.length === 0 ? [el("div", { class: "listbox-note" }, note)] : []),
    );
    if (!this.isOpen) this.element.showPopover();
    this.element.style.minWidth = `${anchor.offsetWidth}px`;
    place(this.element, anchor);
    this.#field.setAttribute("aria-expanded", "true");
    this.#activate(
      Math.max(
        0,
        items.findIndex((item) => item.selected),
      ),
    );
  }

  hide() {
    if (this.isOpen) this.element.hidePopover();
    this.#field.setAttribute("aria-expanded", "false");
    this.#field.removeAttribute("aria-activedescendant");
  }

  /**
   * Take a key of the field; says whether the key was used up here.
   * @param {KeyboardEvent} event
   */
  takeKey(event) {
    if (!this.isOpen || event.isComposing) return false;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) this.#step(steps[event.key]);
    else if ((event.key === "Enter" || event.key === "Tab") && this.#items.length > 0)
      this.#choose(this.#items[this.#active]);
    else if (event.key === "Escape") this.hide();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #rows() {
    let group;
    return this.#items.flatMap((item, index) => {
      const heading =
        item.group && item.group !== group
          ? [el("div", { class: "listbox-group", role: "presentation" }, item.group)]
          : [];
      group = item.group;
      return [...heading, this.#row(item, index)];
    });
  }

  #row(item, index) {
    return el(
      "div",
      {
        class: "listbox-option",
        role: "option",
        id: `${this.element.id}-${index}`,
        "aria-selected": item.selected ? "true" : "false",
        onclick: () => this.#choose(item),
        onmousemove: () => this.#activate(index),
      },
      item.node,
    );
  }

  #step(by) {
    const count = this.#items.length;
    if (count > 0) this.#activate((this.#active + by + count) % count);
  }

  #activate(index) {
    this.#active = index;
    const options = [...this.element.querySelectorAll('[role="option"]')];
    options.forEach((option, at) => option.classList.toggle("is-active", at === index));
    options[index]?.scrollIntoView({ block: "nearest" });
    if (options[index]) this.#field.setAttribute("aria-activedescendant", options[index].id);
  }
}
