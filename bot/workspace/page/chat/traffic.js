// The drawer with the raw traffic between the workspace and the bot.

import { el } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { getTraffic } from "./api.js";
import { drawJson } from "./json.js";

const MOST = 400;
const DIRECTIONS = {
  to_bot: { arrow: "→", words: "to the bot" },
  from_bot: { arrow: "←", words: "from the bot" },
};

/** `at` may be seconds or an ISO time. */
function timeOf(at) {
  const date = new Date(typeof at === "number" ? at * 1000 : at);
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(
    date,
  );
}

function statusName(status) {
  return Number(status) >= 400 || /^(error|failed)/.test(String(status))
    ? "traffic-status is-bad"
    : "traffic-status";
}

/** The body is drawn when it is first looked at; it can be long. */
function drawEntry(entry) {
  const { arrow, words } = DIRECTIONS[entry.direction] ?? DIRECTIONS.to_bot;
  const details = el(
    "details",
    { class: `traffic-entry is-${entry.direction}` },
    el(
      "summary",
      {},
      el("span", { class: "traffic-time" }, timeOf(entry.at)),
      el("span", { class: "traffic-arrow", role: "img", "aria-label": words, title: words }, arrow),
      el(
        "span",
        { class: "traffic-name" },
        entry.name,
        entry.summary && el("span", { class: "quiet" }, `  ${entry.summary}`),
      ),
      el("span", { class: statusName(entry.status) }, String(entry.status ?? "")),
      el("span", { class: "traffic-ms" }, `${Math.round(entry.ms)} ms`),
    ),
  );
  const read = () => {
    details.append(drawJson(entry.body));
    details.scrollIntoView({ block: "nearest" });
  };
  details.addEventListener("toggle", read, { once: true });
  return details;
}

/** The traffic drawer, opened and closed by its toggle. */
export class TrafficDrawer {
  #host;
  #toggle;
  #list = el("div", { class: "traffic-list", tabindex: "-1" });
  #last = 0;
  #isReading = false;

  /**
   * @param {HTMLElement} host
   * @param {HTMLButtonElement} toggle
   */
  constructor(host, toggle) {
    this.#host = host;
    this.#toggle = toggle;
    toggle.addEventListener("click", () => this.#turn(host.hidden));
    host.addEventListener("keydown", (event) => event.key === "Escape" && this.#turn(false));
    host.append(
      el(
        "header",
        { class: "traffic-head" },
        icon("traffic"),
        el("h2", {}, "Traffic"),
        el("span", { class: "quiet" }, "→ to the bot, ← from the bot; open a line to read it"),
        el("span", { class: "spacer" }),
        el(
          "button",
          {
            type: "button",
            class: "icon-button",
            "aria-label": "Close traffic",
            onclick: () => this.#turn(false),
          },
          icon("close", 20),
        ),
      ),
      this.#list,
    );
  }

  /** Read what is new, while the drawer is open. */
  async refresh() {
    if (this.#host.hidden || this.#isReading) return;
    this.#isReading = true;
    try {
      const { entries } = await getTraffic(this.#last);
      this.#append(entries);
    } finally {
      this.#isReading = false;
    }
  }

  /** A server that was started anew counts from the beginning. */
  restart() {
    this.#last = 0;
    this.#list.replaceChildren();
  }

  #append(entries) {
    if (entries.length === 0) return;
    const wasAtEnd = this.#list.scrollHeight - this.#list.scrollTop - this.#list.clientHeight < 40;
    this.#last = entries.at(-1).n;
    this.#list.append(...entries.map(drawEntry));
    while (this.#list.childElementCount > MOST) this.#list.firstChild.remove();
    if (wasAtEnd) this.#list.scrollTop = this.#list.scrollHeight;
  }

  async #turn(isOpen) {
    this.#host.hidden = !isOpen;
    this.#toggle.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) return this.#toggle.focus();
    this.#list.focus();
    return this.refresh();
  }
}
