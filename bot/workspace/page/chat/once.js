// Lets only the latest of several answers count, when questions overtake each other.

/** Marks questions in the order they were asked. */
export class Once {
  #asked = 0;

  /**
   * Await an answer.
   * @template T
   * @param {Promise<T>} answer
   * @returns {Promise<T|null>} null where a later question was asked meanwhile
   */
  async last(answer) {
    this.#asked += 1;
    const mine = this.#asked;
    const value = await answer;
    return mine === this.#asked ? value : null;
  }
}
