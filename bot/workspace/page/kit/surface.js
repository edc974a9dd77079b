// What a block needs from the place it is drawn on: who looks, what was entered, where clicks go.

import { confirmFirst } from "./confirm.js";

/**
 * @typedef {object} Surface
 * @property {import("./mentions.js").Directory} directory
 * @property {import("./form.js").Form} form
 * @property {(click: {block_id: string, action_id: string, action: object}) => Promise<void>} act
 *   sends a click to the bot; resolves when the bot has answered
 */

/**
 * @typedef {object} Control an interactive element bound to its block and surface
 * @property {object} element as the bot sent it
 * @property {object} value what it holds, without `type`
 * @property {string} label what screen readers call it
 * @property {string|undefined} inputId the id that its label points to, in input blocks
 * @property {(value: object) => void} keep remembers a value
 * @property {(value: object) => Promise<void>} choose remembers a value and tells the bot, where it wants to know
 * @property {(value: object) => Promise<void>} act tells the bot
 * @property {import("./mentions.js").Directory} directory
 */

/** Send a click, after asking where the element wants that. */
export async function perform(element, block, surface, value) {
  if (element.confirm && !(await confirmFirst(element.confirm, surface.directory))) return;
  await surface.act({
    block_id: block.block_id,
    action_id: element.action_id,
    action: { type: element.type, ...value },
  });
}

/**
 * Bind an element that holds a value.
 * @param {object} element
 * @param {object} block
 * @param {Surface} surface
 * @param {object} initial its own initial value, without `type`
 * @param {{label: string, inputId?: string}} naming
 * @returns {Control}
 */
export function bind(element, block, surface, initial, { label, inputId }) {
  const { type, action_id: actionId } = element;
  const listens = block.type !== "input" || block.dispatch_action === true;
  const { type: _, ...value } = surface.form.register(block.block_id, actionId, { type, ...initial });
  const keep = (next) => surface.form.set(block.block_id, actionId, { type, ...next });
  const act = (next) => perform(element, block, surface, next);
  const choose = async (next) => {
    keep(next);
    if (listens) await act(next);
  };
  return { element, value, label, inputId, keep, act, choose, directory: surface.directory };
}
