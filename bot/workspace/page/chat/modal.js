// Shows the bot's modals: the topmost view, its submission and its errors.

import { closeDialog, openDialog } from "../shared/dialog.js";
import { el } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { drawBlocks } from "../kit/blocks.js";
import { Form } from "../kit/form.js";
import { showErrors } from "../kit/input.js";
import { plainText } from "../kit/mrkdwn.js";
import { findProblems } from "../kit/validate.js";
import * as api from "./api.js";
import { attempt } from "./deeds.js";
import { Once } from "./once.js";

/** The place of modals; it shows one view at a time and remembers what was entered in each. */
export class ModalHost {
  #session;
  #dialog = null;
  #view = null;
  #forms = new Map();
  #loading = new Once();

  /**
   * Show the topmost view of the acting member, or none.
   * @param {import("./session.js").Session} session
   */
  async refresh(session) {
    this.#session = session;
    const answer = await this.#loading.last(api.getModal(session.me.id));
    if (!answer) return;
    if (!answer.view) this.#leave();
    else if (JSON.stringify(answer.view) !== JSON.stringify(this.#view)) this.#show(answer.view);
  }

  #leave() {
    if (this.#dialog) closeDialog(this.#dialog);
    this.#dialog = null;
    this.#view = null;
    this.#forms.clear();
  }

  #show(view) {
    const isSame = this.#view?.id === view.id;
    const focused = this.#dialog?.contains(document.activeElement)
      ? document.activeElement.dataset.actionId
      : null;
    this.#view = view;
    const children = this.#draw(view);
    if (this.#dialog) this.#dialog.replaceChildren(...children);
    else
      this.#dialog = openDialog(children, {
        label: plainText(view.title),
        onClose: () => this.#close(),
        className: "modal",
        testId: "modal",
      });
    this.#dialog.setAttribute("aria-label", plainText(view.title));
    this.#focus(isSame ? focused : null);
  }

  #focus(actionId) {
    const body = this.#dialog.querySelector(".dialog-body");
    const again = actionId && body.querySelector(`[data-action-id="${CSS.escape(actionId)}"]`);
    const first =
      body.querySelector("[autofocus]") ??
      body.querySelector("input, textarea") ??
      this.#dialog.querySelector(".dialog-footer .button:last-child");
    (again || first)?.focus();
  }

  #draw(view) {
    const title = plainText(view.title);
    return [
      el(
        "header",
        { class: "dialog-head" },
        el("h2", { class: "dialog-title" }, title),
        el(
          "button",
          {
            type: "button",
            class: "icon-button",
            "aria-label": "Close",
            "data-testid": "modal-close",
            onclick: () => this.#close(),
          },
          icon("close", 20),
        ),
      ),
      el("div", { class: "dialog-body" }, drawBlocks(view.blocks, this.#surfaceOf(view))),
      this.#drawFooter(view),
    ];
  }

  #drawFooter(view) {
    const close = el(
      "button",
      { type: "button", class: "button", onclick: () => this.#close() },
      plainText(view.close) || (view.submit ? "Cancel" : "Close"),
    );
    const submit =
      view.submit &&
      el(
        "button",
        {
          type: "button",
          class: "button button-primary",
          "data-testid": "modal-submit",
          onclick: () => this.#submit(),
        },
        plainText(view.submit),
      );
    return el("footer", { class: "dialog-footer" }, close, submit);
  }

  #surfaceOf(view) {
    const form = this.#forms.get(view.id) ?? new Form();
    this.#forms.set(view.id, form);
    form.restart();
    const container = { type: "view", view_id: view.id };
    const act = (click) =>
      this.#ask(api.click({ as: this.#session.me.id, container, ...click, state: form.state }));
    return { directory: this.#session, form, act };
  }

  #ask(deed) {
    return attempt(deed, this.#session.bot.name);
  }

  async #submit() {
    const { id, blocks } = this.#view;
    const form = this.#forms.get(id);
    const problems = findProblems(blocks, form);
    showErrors(this.#dialog, problems);
    if (Object.keys(problems).length > 0) return;
    const answer = await this.#whileLoading(() => this.#ask(api.submit(this.#session.me.id, id, form.state)));
    if (answer?.response_action === "errors") showErrors(this.#dialog, answer.errors);
    else if (answer) await this.refresh(this.#session);
  }

  async #whileLoading(work) {
    const button = this.#dialog.querySelector('[data-testid="modal-submit"]');
    button.disabled = true;
    button.setAttribute("aria-busy", "true");
    try {
      return await work();
    } finally {
      button.disabled = false;
      button.removeAttribute("aria-busy");
    }
  }

  async #close() {
    await this.#ask(api.close(this.#session.me.id, this.#view.id));
    await this.refresh(this.#session);
  }
}
