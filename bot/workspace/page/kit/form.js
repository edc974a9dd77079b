// Remembers what was chosen and typed on one surface, in the shape of Slack's `state.values`.

/** The values of one message or view; they survive its being drawn again. */
export class Form {
  #values = {};
  #earlier = {};

  /** Call before the surface is drawn again: what was entered becomes the initial values. */
  restart() {
    this.#earlier = this.#values;
    this.#values = {};
  }

  /**
   * Register a control, with what was entered before, or its own initial value.
   * @param {string} blockId
   * @param {string} actionId
   * @param {object} initial such as `{type, value}`
   * @returns {object} the value to show
   */
  register(blockId, actionId, initial) {
    const earlier = this.#earlier[blockId]?.[actionId];
    const value = earlier?.type === initial.type ? earlier : initial;
    this.set(blockId, actionId, value);
    return value;
  }

  set(blockId, actionId, value) {
    this.#values[blockId] ??= {};
    this.#values[blockId][actionId] = value;
  }

  get(blockId, actionId) {
    return this.#values[blockId]?.[actionId];
  }

  /** @returns {{values: object}} as Slack sends it with clicks and submissions */
  get state() {
    return { values: this.#values };
  }
}
