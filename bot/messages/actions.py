"""What buttons and fields are called: the contract between templates and Slack's listeners.

A button's value, where it has one, is a ``Press`` in JSON, unless its constant says otherwise.
"""

import json
from dataclasses import dataclass
from datetime import date

from scoring.model import Pillar

WHY = "why"
"""*Why?*: whose change, between the ends of which days."""

DETAILS = "details"
"""*Show details*: as *Why?*, perhaps of one pillar; where a message has several, "_" and it."""

WARN = "warn"
"""The choice of the drop before which a member wants a word; options are tenths, "0" none."""

NEXT = "next"
OUTLOOK = "outlook"
"""*What next?* and *What leaves soon?*: whose."""

MY_ROW = "my_row"
"""*My row* of a digest: as of its last day."""

BOARD = "board"
"""*Leaderboard* of the channel's team, or, from the App Home, of the team that its value names."""

RULES = "rules"
TREND = "trend"
COMPARE = "compare"
PRIVACY = "privacy"
HELP = "help"
"""These open the answer of the same name; they have no value."""

JOIN = "join"
LEAVE = "leave"
"""*Join* and *Leave* the channel's team; the value is the team's name."""

HIDE = "hide"
SHOW = "show"
"""*Hide me from boards* and *Show me on boards*; they have no value."""

TEAM = "team"
"""*Team report* on the App Home; the value is the team's name."""

READING = "reading"
"""Begins the id of a button that offers a reading; the rest is "_" and its place, from 1.

The value is a ``Reading`` in JSON.
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

LINKEDIN = "linkedin"
"""The callback of the modal that takes what LinkedIn shows, and the command that tells of it."""

LINKEDIN_ENTER = "linkedin_enter"
"""*Enter my numbers* opens that modal."""

LINKEDIN_FIELDS = (
    "brand", "people", "insights", "relationships", "total", "industry", "network",
)  # fmt: skip
"""Its fields: each name is also the word that may be typed before the number."""

LINKEDIN_CERTAIN = "linkedin_certain"
"""*Yes, it is*: takes the doubted text that is its value as it stands."""

LINKEDIN_NUDGE = "linkedin_nudge"
LINKEDIN_NO_NUDGE = "linkedin_no_nudge"
"""*Ask me each Monday* and *Stop asking me*; they have no value."""

RULES_UPLOAD = "rules_upload"
"""The callback of the modal that takes a rulebook."""

RULES_PART = "rules_part_"
"""Begins the ids of its fields; the rest is the place of the part, from 1."""

RULES_PUBLISH = "rules_publish"
RULES_DISCARD = "rules_discard"
"""*Publish* and *Discard* a draft; the value is the digest of its text."""

UNDO = "undo"
"""Begins the id of *Undo*, of an import; the rest is "_" and its place, the value its recording."""

FORGET = "forget"
"""*Forget me*: asks whether it is meant, then deletes; it has no value."""

DATA = "data"
"""*What is stored?* opens the answer of that name; it has no value."""

LONGEST_TEXT = 300
"""Characters of a text that a button's value has room for, even when each takes six in JSON."""


@dataclass(frozen=True, slots=True)
class Press:
    """What a pressed button tells: whom it is about, None for who pressed it, and which days.

    It may narrow the question to a pillar.
    """

    person: str | None = None
    first: date | None = None
    last: date | None = None
    pillar: Pillar | None = None

    def encode(self) -> str:
        """Write the value of a button: JSON without what is absent."""
        parts = {
            "person": self.person,
            "first": self.first and self.first.isoformat(),
            "last": self.last and self.last.isoformat(),
            "pillar": self.pillar,
        }
        return json.dumps({key: part for key, part in parts.items() if part})

    @classmethod
    def decode(cls, value: str) -> "Press":
        """Read a button's value.

        Raises:
            ValueError: the value was not written by ``encode``.
        """
        match json.loads(value):
            case dict(parts):
                first, last, pillar = parts.get("first"), parts.get("last"), parts.get("pillar")
                return cls(
                    person=parts.get("person"),
                    first=date.fromisoformat(first) if first else None,
                    last=date.fromisoformat(last) if last else None,
                    pillar=Pillar(pillar) if pillar else None,
                )
        raise ValueError(f"no button of ours has the value {value}")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a pressed reading tells: the intent that was meant, and the text it is a reading of."""

    intent: str
    text: str

    def encode(self) -> str:
        """Write the value of a button; a text too long for one is cut."""
        return json.dumps({"intent": self.intent, "text": self.text[:LONGEST_TEXT]})

    @classmethod
    def decode(cls, value: str) -> "Reading":
        """Read a button's value.

        Raises:
            ValueError: the value was not written by ``encode``.
        """
        match json.loads(value):
            case {"intent": str(intent), "text": str(text)}:
                return cls(intent, text)
        raise ValueError(f"no button of ours has the value {value}")
