"""Modals and App Homes: each person's stack of modals, and the triggers that open them."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.workspace.elements import State, with_ids
from bot.workspace.journal import Journal
from bot.workspace.model import Bot, View
from bot.workspace.shapes import JSONObject

HIGHEST_STACK = 3
TRIGGER_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class _Trigger:
    user: str
    until: float


class Views:
    """Keeps every person's stack of modals and App Home.

    Args:
        journal: Holds the lock.
        timer: Tells passing seconds, by which triggers expire.
    """

    def __init__(self, journal: Journal, timer: Callable[[], float]) -> None:
        self._journal = journal
        self._timer = timer
        self._modals: dict[str, tuple[View, ...]] = {}
        self._homes: dict[str, View] = {}
        self._triggers: dict[str, _Trigger] = {}
        self._exchanged: set[str] = set()
        self._count = 0

    def trigger(self, user: str) -> str:
        """Make a trigger that opens one modal for a person within three seconds."""
        with self._journal.lock:
            trigger_id = f"{secrets.randbelow(10**10)}.{secrets.randbelow(10**10)}."
            trigger_id += secrets.token_hex(8)
            self._triggers[trigger_id] = _Trigger(user, self._timer() + TRIGGER_SECONDS)
            return trigger_id

    def exchange(self, trigger_id: str) -> str:
        """Use a trigger up and tell whose it was.

        Raises:
            LookupError: With Slack's error name: the trigger is unknown, used or too old.
        """
        with self._journal.lock:
            if trigger_id in self._exchanged:
                raise LookupError("exchanged_trigger_id")
            trigger = self._triggers.pop(trigger_id, None)
            if trigger is None:
                raise LookupError("invalid_trigger_id")
            if self._timer() > trigger.until:
                raise LookupError("expired_trigger_id")
            self._exchanged.add(trigger_id)
            return trigger.user

    def stack(self, user: str) -> tuple[View, ...]:
        """Look at a person's modals, the one on top last."""
        return self._modals.get(user, ())

    def home(self, user: str) -> View | None:
        """Look at a person's App Home."""
        return self._homes.get(user)

    def open(self, user: str, content: JSONObject) -> View:
        """Show a person a first modal, in place of any others."""
        with self._journal.lock:
            view = self._make(user, content)
            self._set_stack(user, (view,))
            return view

    def push(self, user: str, content: JSONObject) -> View:
        """Put a modal on top of a person's others."""
        with self._journal.lock:
            stack = self.stack(user)
            view = self._make(user, content)
            if stack:
                view = replace(view, root_id=stack[0].id, previous_id=stack[-1].id)
            self._set_stack(user, (*stack, view))
            return view

    def update(self, view: View, content: JSONObject) -> View:
        """Show other content in a view that is there."""
        with self._journal.lock:
            changed = replace(view, content=_filled(content), hash=self._hash())
            home = self._homes.get(view.user)
            if home is not None and home.id == view.id:
                self._homes[view.user] = changed
                self._journal.note("home", audience=view.user)
            else:
                stack = tuple(changed if v.id == view.id else v for v in self.stack(view.user))
                self._set_stack(view.user, stack)
            return changed

    def publish(self, user: str, content: JSONObject) -> View:
        """Show a person an App Home."""
        with self._journal.lock:
            known = self._homes.get(user)
            view = self._make(user, content)
            self._homes[user] = replace(view, id=known.id, root_id=known.id) if known else view
            self._journal.note("home", audience=user)
            return self._homes[user]

    def close(self, view: View) -> None:
        """Take a modal away; the one under it shows again."""
        with self._journal.lock:
            self._set_stack(view.user, tuple(v for v in self.stack(view.user) if v.id != view.id))

    def clear(self, user: str) -> None:
        """Take all of a person's modals away."""
        self._set_stack(user, ())

    def find(self, view_id: str = "", external_id: str = "") -> View | None:
        """Find an open modal or App Home by either of its ids."""
        with self._journal.lock:
            there = [view for stack in self._modals.values() for view in stack]
            for view in [*there, *self._homes.values()]:
                if view.id == view_id or (
                    external_id and view.content.get("external_id") == external_id
                ):
                    return view
            return None

    def _make(self, user: str, content: JSONObject) -> View:
        self._count += 1
        identity = f"V{self._count:09d}"
        return View(identity, user, _filled(content), self._hash(), root_id=identity)

    def _set_stack(self, user: str, stack: tuple[View, ...]) -> None:
        with self._journal.lock:
            self._modals[user] = stack
            self._journal.note("modal", audience=user)

    def _hash(self) -> str:
        return f"{self._journal.seq}.{secrets.token_hex(4)}"


def _filled(content: JSONObject) -> JSONObject:
    return content | {"blocks": list(with_ids(content.get("blocks")))}


def view_record(view: View, team_id: str, bot: Bot, state: State | None = None) -> JSONObject:
    """Describe a view as the Web API and the payloads do."""
    defaults: JSONObject = {
        "private_metadata": "",
        "callback_id": "",
        "external_id": "",
        "clear_on_close": False,
        "notify_on_close": False,
        "close": None,
        "submit": None,
    }
    return {
        **defaults,
        **view.content,
        "id": view.id,
        "team_id": team_id,
        "state": {"values": state or {}},
        "hash": view.hash,
        "root_view_id": view.root_id,
        "previous_view_id": view.previous_id,
        "app_id": bot.app_id,
        "bot_id": bot.bot_id,
        "app_installed_team_id": team_id,
    }
