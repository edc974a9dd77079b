"""What pressed buttons tell: small values, written into a button and read from its click."""

import json
from dataclasses import dataclass, replace
from datetime import date

from scoring.model import Pillar

LONGEST_TEXT = 300
"""Characters of a text that a button's value has room for, even when each takes six in JSON."""


@dataclass(frozen=True, slots=True)
class Press:
    """What a pressed button tells: whom it is about, None for who pressed it, and which days.

    It may narrow the question to a pillar or to a signal.
    """

    person: str | None = None
    first: date | None = None
    last: date | None = None
    pillar: Pillar | None = None
    signal: str | None = None

    def encode(self) -> str:
        """Write the value of a button: JSON without what is absent."""
        parts = {
            "person": self.person,
            "first": self.first and self.first.isoformat(),
            "last": self.last and self.last.isoformat(),
            "pillar": self.pillar,
            "signal": self.signal,
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
                    signal=parts.get("signal"),
                )
        raise ValueError(f"no button of ours has the value {value}")


@dataclass(frozen=True, slots=True)
class HomePlace:
    """Where somebody is on App Home: the pages of teams, from 0, and whether first steps show."""

    teams: int = 0
    managed: int = 0
    steps: bool = False

    def at_teams(self, page: int) -> "HomePlace":
        """Turn to a page of one's own teams."""
        return replace(self, teams=page)

    def at_managed(self, page: int) -> "HomePlace":
        """Turn to a page of the teams that one manages."""
        return replace(self, managed=page)

    def with_steps(self, *, shown: bool = True) -> "HomePlace":
        """Show the first steps, or hide them."""
        return replace(self, steps=shown)

    def encode(self) -> str:
        """Write the value of a button, and of App Home's own metadata."""
        return json.dumps({"teams": self.teams, "managed": self.managed, "steps": self.steps})

    @classmethod
    def decode(cls, value: str) -> "HomePlace":
        """Read what ``encode`` wrote; anything else is where App Home begins."""
        try:
            match json.loads(value):
                case {"teams": int(teams), "managed": int(managed), "steps": bool(steps)}:
                    return cls(teams, managed, steps)
        except ValueError:
            pass
        return cls()


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


@dataclass(frozen=True, slots=True)
class Rating:
    """Whether an answer was good, the intent it answered, and whether the question named days."""

    intent: str
    named_days: bool
    good: bool

    def encode(self) -> str:
        """Write the value of a button."""
        return json.dumps({"intent": self.intent, "days": self.named_days, "good": self.good})

    @classmethod
    def decode(cls, value: str) -> "Rating":
        """Read a button's value.

        Raises:
            ValueError: the value was not written by ``encode``.
        """
        match json.loads(value):
            case {"intent": str(intent), "days": bool(days), "good": bool(good)}:
                return cls(intent, days, good)
        raise ValueError(f"no button of ours has the value {value}")
