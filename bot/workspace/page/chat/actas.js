// The menu that chooses which member one acts as.

import { avatar } from "../shared/avatar.js";
import { el } from "../shared/dom.js";
import { icon } from "../shared/icons.js";
import { menuItem, openPopup } from "../shared/popup.js";

function item(user, me, onChoose) {
  const isMe = user.id === me.id;
  return menuItem(
    [
      avatar(user, "small"),
      el(
        "span",
        { class: "option-words" },
        el("span", {}, user.real_name),
        user.title && el("small", {}, user.title),
      ),
      isMe && icon("check", 16),
    ],
    () => onChoose(user.id),
    { role: "menuitemradio", "aria-checked": String(isMe), "data-testid": `act-as-${user.id}` },
  );
}

function openMenu(anchor, session, onChoose) {
  const items = session.people.map((user) => item(user, session.me, onChoose));
  openPopup(
    anchor,
    el("div", { class: "menu menu-people" }, el("div", { class: "menu-heading" }, "Act as"), items),
    { label: "Act as" },
  );
}

/**
 * Draw the button that shows the acting member and opens the menu.
 * @param {import("./session.js").Session} session
 * @param {(userId: string) => void} onChoose
 */
export function drawActAs(session, onChoose) {
  const { me } = session;
  return el(
    "button",
    {
      type: "button",
      class: "act-as",
      "data-testid": "act-as",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-label": `Acting as ${me.real_name}. Act as someone else`,
      onclick: (event) => openMenu(event.currentTarget, session, onChoose),
    },
    avatar(me, "small"),
    el("span", { class: "act-as-words" }, el("small", {}, "Acting as"), el("span", {}, me.real_name)),
    icon("chevronDown", 16),
  );
}
