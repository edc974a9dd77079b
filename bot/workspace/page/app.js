// Starts the page and keeps its parts in step: address, sidebar, conversation, thread, modals, traffic.

import { el } from "./shared/dom.js";
import { icon } from "./shared/icons.js";
import { openApp } from "./chat/api.js";
import { follow } from "./chat/changes.js";
import { drawIntro, drawTabs, drawTitle } from "./chat/header.js";
import { Home } from "./chat/home.js";
import { ModalHost } from "./chat/modal.js";
import { goTo, hashOf, readPlace } from "./chat/route.js";
import { Session } from "./chat/session.js";
import { Sidebar } from "./chat/sidebar.js";
import { Stream } from "./chat/stream.js";
import { installTheme } from "./chat/theme.js";
import { ThreadPane } from "./chat/thread.js";
import { TrafficDrawer } from "./chat/traffic.js";
import { takeDrops } from "./chat/upload.js";

const CONVERSATION_CHANGES = [
  "message",
  "message_changed",
  "message_deleted",
  "ephemeral",
  "reaction",
  "channel",
];
const part = (id) => document.getElementById(id);

/** The page as a whole. */
class App {
  #session = null;
  #place = {};
  #following = new AbortController();
  #sidebar = new Sidebar(part("sidebar-content"), {
    onOpen: (place) => this.#go(place),
    onActAs: (as) => goTo({ as }),
  });
  #stream = new Stream({
    testId: "composer",
    label: "Messages",
    openThread: (thread) => this.#go({ ...this.#place, tab: undefined, thread }),
  });
  #thread = new ThreadPane(part("thread"), {
    onClose: () => this.#go({ ...this.#place, thread: undefined }),
  });
  #home = new Home();
  #modal = new ModalHost();
  #traffic = new TrafficDrawer(part("traffic"), part("traffic-toggle"));

  async start() {
    part("traffic-toggle").prepend(icon("traffic", 20));
    part("menu").append(icon("menu", 22));
    installTheme(part("theme-toggle"));
    part("menu").addEventListener("click", () => this.#openSidebar(true));
    part("traffic-toggle").addEventListener("click", () => this.#openSidebar(false), { capture: true });
    part("veil").addEventListener("click", () => this.#openSidebar(false));
    part("side").addEventListener("keydown", (event) => event.key === "Escape" && this.#openSidebar(false));
    takeDrops(part("curtain"), (files) => this.#stream.share(files));
    window.addEventListener("hashchange", () => this.#arrive());
    await this.#arrive();
  }

  #go(place) {
    this.#openSidebar(false);
    goTo({ ...place, as: this.#session.me.id });
  }

  #openSidebar(isOpen) {
    const wasOpen = part("app").classList.contains("is-sidebar-open");
    part("app").classList.toggle("is-sidebar-open", isOpen);
    part("menu").setAttribute("aria-expanded", String(isOpen));
    if (isOpen) part("side").querySelector('[data-testid="act-as"]').focus();
    else if (wasOpen) part("menu").focus();
  }

  /** Follow the address: another member, another conversation, another thread. */
  async #arrive() {
    const wanted = readPlace();
    if (!this.#session || wanted.as !== this.#session.me.id) await this.#actAs(wanted.as);
    const channel = this.#session.channel(wanted.channel) ?? this.#firstChannel();
    this.#place = { ...wanted, as: this.#session.me.id, channel: channel.id };
    window.history.replaceState(null, "", hashOf(this.#place));
    await this.#show(channel);
  }

  #firstChannel() {
    const { channels } = this.#session;
    return channels.find((channel) => !channel.is_im && channel.is_member) ?? channels[0];
  }

  /** A member who is not there any more gives way to the server's choice. */
  async #actAs(as) {
    this.#following.abort();
    this.#following = new AbortController();
    this.#session = await Session.load(as).catch(() => Session.load());
    await this.#modal.refresh(this.#session);
    follow(this.#session.me.id, this.#session.seq, {
      signal: this.#following.signal,
      onChanges: (changes) => this.#apply(changes),
      onLost: () => part("lost").removeAttribute("hidden"),
      onBack: () => this.#comeBack(),
    });
  }

  async #comeBack() {
    const seq = await this.#session.reload();
    part("lost").setAttribute("hidden", "");
    this.#traffic.restart();
    await Promise.all([
      this.#refreshConversation(),
      this.#traffic.refresh(),
      this.#modal.refresh(this.#session),
    ]);
    return seq;
  }

  async #show(channel) {
    const { tab, thread } = this.#place;
    const isApp = channel.id === this.#session.botChannel?.id;
    const isHome = isApp && tab === "home";
    this.#sidebar.show(this.#session, this.#place);
    document.title = `${this.#session.nameOf(channel)} · ${this.#session.team.name}`;
    part("title").replaceChildren(drawTitle(channel, this.#session));
    part("tabs").replaceChildren(...(isApp && this.#session.bot.home_enabled ? [this.#drawTabs(tab)] : []));
    const view = isHome ? this.#home.element : this.#stream.element;
    if (!part("conversation").contains(view)) part("conversation").replaceChildren(view);
    await Promise.all([
      isHome ? this.#home.open(this.#session) : this.#openStream(channel),
      this.#thread.show(this.#session, channel, thread),
    ]);
    await this.#refreshSidebar();
  }

  #drawTabs(current) {
    return drawTabs(current, (tab) => this.#go({ ...this.#place, tab, thread: undefined }));
  }

  async #openStream(channel) {
    const name = this.#session.nameOf(channel);
    const isNew = this.#stream.channelId !== channel.id;
    await this.#stream.open(this.#session, channel, {
      label: `Message ${channel.is_im ? name : `#${name}`}`,
      intro: drawIntro(channel, this.#session),
    });
    if (isNew && channel.id === this.#session.botChannel?.id) await openApp(this.#session.me.id, "messages");
  }

  /** Reading messages marks them as read, so the sidebar comes after. */
  async #refreshConversation() {
    await Promise.all([
      this.#place.tab === "home" ? this.#home.refresh() : this.#stream.refresh(),
      this.#thread.refresh(),
    ]);
    await this.#refreshSidebar();
  }

  async #refreshSidebar() {
    await this.#session.reload();
    this.#sidebar.show(this.#session, this.#place);
    const hasNews = this.#session.channels.some(
      (channel) => channel.unread > 0 && channel.id !== this.#place.channel,
    );
    part("menu").classList.toggle("has-news", hasNews);
  }

  /** Read anew only what the changes touch. */
  async #apply(changes) {
    const types = new Set(changes.map((change) => change.type));
    const jobs = [];
    if (CONVERSATION_CHANGES.some((type) => types.has(type))) jobs.push(this.#refreshConversation());
    if (types.has("home") && this.#place.tab === "home") jobs.push(this.#home.refresh());
    if (types.has("modal")) jobs.push(this.#modal.refresh(this.#session));
    if (types.has("traffic")) jobs.push(this.#traffic.refresh());
    changes.filter((change) => change.type === "typing").forEach((change) => this.#showTyping(change));
    await Promise.all(jobs);
  }

  #showTyping(change) {
    if (this.#place.tab !== "home") this.#stream.showTyping(change);
    this.#thread.showTyping(change);
  }
}

new App().start().catch((error) => {
  part("conversation").replaceChildren(
    el("p", { class: "failed", role: "alert" }, `The workspace could not be opened. ${error.message}`),
  );
});
