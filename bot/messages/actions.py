"""What buttons and fields are called: the contract between templates and Slack's listeners.

A button's value, where it has one, is a ``Press`` in JSON, unless its constant says otherwise.
"""

import json
from dataclasses import dataclass
from datetime import date

WHY = "why"
"""*Why?*: whose change, between the ends of which days."""

NEXT = "next"
"""*What next?*: whose."""

MY_ROW = "my_row"
"""*My row* of a digest: as of its last day."""

BOARD = "board"
"""*Leaderboard* of the channel's team, or, from the App Home, of the team that its value names."""

RULES = "rules"
OUTLOOK = "outlook"
PRIVACY = "privacy"
HELP = "help"
"""These open the answer of the same name; they have no value."""

JOIN = "join"
LEAVE = "leave"
"""*Join* and *Leave* the channel's team; the value is the team's name."""

TEAM = "team"
"""*Team report* on the App Home; the value is the team's name."""

READING = "reading"
"""Begins the id of a button that offers a reading; the rest is "_" and its place, from 1.

The value is the reading's intent.
"""

SETUP = "setup"
"""The callback of the set-up modal; its ``private_metadata`` is the channel's id."""

SETUP_NAME = "name"
SETUP_MANAGERS = "managers"
SETUP_WEEKDAY = "weekday"
SETUP_TIME = "time"
SETUP_ZONE = "zone"
"""The modal's fields: each is both the ``block_id`` and the ``action_id``.

A weekday is "0" (Monday) to "6", a time "HH:MM", a zone its IANA name, managers are user ids.
"""


@dataclass(frozen=True, slots=True)
class Press:
    """What a pressed button tells: whom it is about, None for who pressed it, and which days."""

    person: str | None = None
    first: date | None = None
    last: date | None = None

    def encode(self) -> str:
        """Write the value of a button: JSON without what is absent."""
        parts = {
            "person": self.person,
            "first": self.first and self.first.isoformat(),
            "last": self.last and self.last.isoformat(),
        }
        return json.dumps({key: part for key, part in parts.items() if part})

    @classmethod
    def decode(cls, value: str) -> "Press":
        """Read a button's value.

        Raises:
            ValueError: the value was not written by ``encode``.
        """
        parts = json.loads(value)
        if not isinstance(parts, dict):
            raise ValueError("a button's value is a JSON object")
        first, last = parts.get("first"), parts.get("last")
        return cls(
            person=parts.get("person"),
            first=date.fromisoformat(first) if first else None,
            last=date.fromisoformat(last) if last else None,
        )
