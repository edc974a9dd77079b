// Holds what the acting member can see: the workspace's people, channels and the bot.

import { localTimeZone } from "../shared/dates.js";
import { getState } from "./api.js";
import { hashOf } from "./route.js";

/** The workspace as one member sees it; texts and blocks look names up here. */
export class Session {
  #state;

  /** @param {object} state the server's answer */
  constructor(state) {
    this.#state = state;
  }

  /**
   * Load the workspace as a member sees it.
   * @param {string} [as] the server picks someone where none is given
   */
  static async load(as) {
    return new Session(await getState(as));
  }

  /** Read the workspace anew; says which change is the last one known. */
  async reload() {
    this.#state = await getState(this.me.id);
    return this.#state.seq;
  }

  get seq() {
    return this.#state.seq;
  }

  get team() {
    return this.#state.team;
  }

  get me() {
    return this.#state.me;
  }

  get users() {
    return this.#state.users;
  }

  get people() {
    return this.users.filter((user) => !user.is_bot);
  }

  get channels() {
    return this.#state.channels;
  }

  get bot() {
    return this.#state.bot;
  }

  get nextStep() {
    return this.#state.next_step;
  }

  get timeZone() {
    return this.me.tz || localTimeZone();
  }

  user(id) {
    return this.users.find((user) => user.id === id);
  }

  channel(id) {
    return this.channels.find((channel) => channel.id === id);
  }

  /** The direct conversation with the bot. */
  get botChannel() {
    return this.channels.find((channel) => channel.is_im && channel.members.includes(this.bot.user_id));
  }

  /** The other person of a direct conversation. */
  partner(channel) {
    return this.user(channel.members.find((id) => id !== this.me.id)) ?? this.me;
  }

  /** What people call a conversation. */
  nameOf(channel) {
    return channel.is_im ? this.partner(channel).real_name : channel.name;
  }

  channelHref(id) {
    return hashOf({ as: this.me.id, channel: id });
  }
}
