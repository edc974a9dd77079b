// Talks to the workspace's server: one function for each question and each deed.

async function readJson(response) {
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(`The workspace says “${answer.error ?? response.statusText}”.`);
  return answer;
}

function address(path, query) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  return `/page/${path}?${new URLSearchParams(given)}`;
}

async function get(path, query, signal) {
  return readJson(await fetch(address(path, query), { signal }));
}

/** The header shows the server that the request comes from this page, not from another site. */
async function post(path, body) {
  const headers = { "Content-Type": "application/json", "X-Workspace": "1" };
  return readJson(await fetch(`/page/${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** Who, where and what there is; without `as` the server picks the acting member. */
export const getState = (as) => get("state", { as });

/** Messages of a channel, or of one thread, oldest first. */
export const getMessages = (as, channel, thread) => get("messages", { as, channel, thread });

/** Wait up to `wait` seconds for what changed after `after`. */
export const getChanges = (as, after, wait, signal) => get("changes", { as, after, wait }, signal);

/** The App Home view that the bot published for a member, or null. */
export const getHome = (as) => get("home", { as });

/** The topmost open modal of a member, or null. */
export const getModal = (as) => get("modal", { as });

/** What went between workspace and bot after entry number `after`. */
export const getTraffic = (after) => get("traffic", { after });

/** Tell the bot that its "home" or "messages" tab was opened. */
export const openApp = (as, tab) => post("home", { as, tab });

/** Post a message or run a slash command; `text` is in Slack's wire format. */
export const say = (message) => post("say", message);

/** Report a click in a message or a view. */
export const click = (body) => post("click", body);

/** Submit a modal. */
export const submit = (as, viewId, state) => post("submit", { as, view_id: viewId, state });

/** Close the topmost modal. */
export const close = (as, viewId) => post("close", { as, view_id: viewId });

/** Add or take back a reaction. */
export const react = (as, channel, ts, name) => post("react", { as, channel, ts, name });

/** Run a message shortcut. */
export const runShortcut = (as, callbackId, channel, ts) =>
  post("shortcut", { as, callback_id: callbackId, channel, ts });

/** Where a shared file lies. */
export const fileAddress = (id) => `/page/file/${encodeURIComponent(id)}`;

/** Share a file in a channel. */
export async function upload(as, channel, file) {
  const headers = { "Content-Type": "application/octet-stream", "X-Workspace": "1" };
  return readJson(
    await fetch(address("upload", { as, channel, name: file.name }), { method: "POST", headers, body: file }),
  );
}
