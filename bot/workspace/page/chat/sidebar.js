// Draws the sidebar: who acts, channels, direct messages, the app, and the next step.

import { avatar } from "../shared/avatar.js";
import { el, fragment, isSafeAddress, link } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { drawActAs } from "./actas.js";

const DISMISSED_KEY = "workspace-next-step-dismissed";

function section(title, items) {
  if (items.length === 0) return null;
  return el(
    "section",
    { class: "sidebar-section", "aria-label": title },
    el("h2", {}, title),
    el(
      "ul",
      {},
      items.map((item) => el("li", {}, item)),
    ),
  );
}

function entry({ picture, name, unread = 0, isCurrent, open, testId, countsUnread = false }) {
  const hasNews = unread > 0 && !isCurrent;
  return el(
    "button",
    {
      type: "button",
      class: hasNews ? "sidebar-entry has-news" : "sidebar-entry",
      "data-testid": testId,
      "aria-current": isCurrent ? "page" : null,
      onclick: open,
    },
    el("span", { class: "sidebar-picture" }, picture),
    el("span", { class: "sidebar-name" }, name),
    hasNews &&
      el(
        "span",
        { class: countsUnread ? "unread-count" : "unread-dot", "aria-label": `${unread} unread` },
        countsUnread ? String(unread) : "",
      ),
  );
}

function drawPart(part) {
  if (/^`.+`$/.test(part)) return el("code", {}, part.slice(1, -1));
  return isSafeAddress(part) ? link(part) : part;
}

/** Words with their addresses made into links, and what stands between backticks into code. */
function drawWords(text) {
  return fragment(text.split(/(https?:\/\/[^\s),]+|`[^`]+`)/).map(drawPart));
}

/** The sidebar; it is drawn again only when something on it changed. */
export class Sidebar {
  #host;
  #onOpen;
  #onActAs;
  #signature = "";

  /**
   * @param {HTMLElement} host
   * @param {{onOpen: (place: {channel: string, tab?: string}) => void, onActAs: (userId: string) => void}} options
   */
  constructor(host, { onOpen, onActAs }) {
    this.#host = host;
    this.#onOpen = onOpen;
    this.#onActAs = onActAs;
  }

  /**
   * @param {import("./session.js").Session} session
   * @param {import("./route.js").Place} place what is open
   */
  show(session, place) {
    const signature = JSON.stringify([session.channels, session.me, session.users, session.nextStep, place]);
    if (signature === this.#signature) return;
    this.#signature = signature;
    const focused = document.activeElement?.dataset.testid;
    this.#host.replaceChildren(
      this.#drawHead(session),
      this.#drawLists(session, place),
      this.#drawFoot(session),
    );
    if (focused) this.#host.querySelector(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
  }

  #drawHead(session) {
    return el(
      "div",
      { class: "sidebar-head" },
      el("h1", { class: "sidebar-team" }, session.team.name),
      drawActAs(session, this.#onActAs),
    );
  }

  #drawLists(session, place) {
    const direct = session.channels.filter(
      (channel) => channel.is_im && channel.id !== session.botChannel?.id,
    );
    return el(
      "nav",
      { class: "sidebar-lists", "aria-label": "Conversations" },
      section(
        "Channels",
        session.channels
          .filter((channel) => !channel.is_im)
          .map((channel) => this.#channelEntry(channel, place)),
      ),
      section(
        "Direct messages",
        direct.map((channel) => this.#directEntry(channel, session, place)),
      ),
      section("Apps", this.#appEntries(session, place)),
    );
  }

  #channelEntry(channel, place) {
    return entry({
      picture: icon(channel.is_private ? "lock" : "hash"),
      name: channel.name,
      unread: channel.unread,
      testId: `channel-${channel.name}`,
      isCurrent: place.channel === channel.id,
      open: () => this.#onOpen({ channel: channel.id }),
    });
  }

  #directEntry(channel, session, place) {
    const partner = session.partner(channel);
    return entry({
      picture: avatar(partner, "tiny"),
      name: partner.real_name,
      unread: channel.unread,
      testId: `dm-${partner.name}`,
      countsUnread: true,
      isCurrent: place.channel === channel.id,
      open: () => this.#onOpen({ channel: channel.id }),
    });
  }

  #appEntries(session, place) {
    const channel = session.botChannel;
    if (!channel) return [];
    const bot = session.partner(channel);
    const isHere = place.channel === channel.id;
    const messages = entry({
      picture: avatar(bot, "tiny"),
      name: bot.real_name,
      unread: channel.unread,
      testId: `dm-${bot.name}`,
      countsUnread: true,
      isCurrent: isHere && place.tab !== "home",
      open: () => this.#onOpen({ channel: channel.id }),
    });
    const home =
      session.bot.home_enabled &&
      entry({
        picture: icon("home"),
        name: `${bot.real_name} home`,
        testId: "app-home",
        isCurrent: isHere && place.tab === "home",
        open: () => this.#onOpen({ channel: channel.id, tab: "home" }),
      });
    return [messages, home].filter(Boolean);
  }

  #drawFoot(session) {
    const text = session.nextStep;
    if (!text || localStorage.getItem(DISMISSED_KEY) === text) return "";
    const dismiss = () => {
      localStorage.setItem(DISMISSED_KEY, text);
      card.remove();
    };
    const card = el(
      "aside",
      { class: "next-step", "aria-label": "Next step" },
      el(
        "div",
        { class: "next-step-head" },
        el("strong", {}, "Next step"),
        el(
          "button",
          { type: "button", class: "icon-button", "aria-label": "Dismiss", onclick: dismiss },
          icon("close", 16),
        ),
      ),
      el("p", {}, drawWords(text)),
    );
    return card;
  }
}
