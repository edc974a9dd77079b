"""Evidence as people hear it: what came and what went, each said once with all its days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.messages.words import Noun, Words
from scoring.model import Evidence


@dataclass(frozen=True, slots=True)
class Moved:
    """So many of one thing came in (``amount`` above 0) or went, from the first day to the last.

    ``is_state`` is set for profile sections: they are filled in or emptied.
    """

    noun: Noun
    amount: int
    first: date
    last: date
    is_state: bool


def gather(signal: str, evidence: Iterable[Evidence], words: Words) -> list[Moved]:
    """Gather evidence by what it is called: losses first, in each the larger amount first."""
    spoken = words.signal(signal)
    groups: dict[tuple[Noun, bool, bool], list[Evidence]] = {}
    for item in evidence:
        noun = spoken.noun if spoken.counts_days else words.kinds[item.kind]
        if item.amount:
            is_gain = item.amount > 0
            groups.setdefault((noun, is_gain, item.kind.is_state), []).append(item)
    moved = [
        Moved(
            noun,
            sum(item.amount for item in items),
            first=min(item.first for item in items),
            last=max(item.last for item in items),
            is_state=is_state,
        )
        for (noun, _, is_state), items in groups.items()
    ]
    return sorted(moved, key=lambda item: (item.amount > 0, -abs(item.amount)))
