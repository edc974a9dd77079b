// Shows the bot's Home tab for the acting member.

import { el } from "../shared/dom.js";
import { drawBlocks } from "../kit/blocks.js";
import { Form } from "../kit/form.js";
import * as api from "./api.js";
import { attempt } from "./deeds.js";
import { Once } from "./once.js";

/** The Home tab; it is drawn again whenever the bot publishes. */
export class Home {
  #session;
  #form = new Form();
  #loading = new Once();
  #signature = "";
  element = el("div", { class: "home", "data-testid": "home-view" });

  /**
   * Tell the bot that the tab was opened, and show what it published.
   * @param {import("./session.js").Session} session
   */
  async open(session) {
    if (this.#session !== session) this.#form = new Form();
    this.#session = session;
    await this.refresh();
    await api.openApp(session.me.id, "home");
    await this.refresh();
  }

  async refresh() {
    const answer = await this.#loading.last(api.getHome(this.#session.me.id));
    if (!answer) return;
    const signature = JSON.stringify(answer.view);
    if (signature === this.#signature) return;
    this.#signature = signature;
    this.#form.restart();
    this.element.replaceChildren(answer.view ? this.#draw(answer.view) : this.#drawEmpty());
  }

  #draw(view) {
    return el("div", { class: "home-column" }, drawBlocks(view.blocks, this.#surfaceOf(view)));
  }

  #drawEmpty() {
    return el(
      "p",
      { class: "home-empty" },
      `${this.#session.bot.name} has not published a Home tab for ${this.#session.me.real_name} yet.`,
    );
  }

  #surfaceOf(view) {
    const container = { type: "view", view_id: view.id };
    const as = this.#session.me.id;
    const act = (click) =>
      attempt(api.click({ as, container, ...click, state: this.#form.state }), this.#session.bot.name);
    return { directory: this.#session, form: this.#form, act };
  }
}
