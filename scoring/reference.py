"""The reference of an answer: what it was computed from, in a line short enough to read out."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from scoring.model import Scorecard

DIGITS = 8
"""Hexadecimal digits of the digest: by chance, one in four billion other inputs has the same."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A rulebook's version, the last recording that was known, and a digest of the inputs.

    The inputs are what the formula took: for each scorecard its day, its rulebook and every
    signal's amount. Points are not among them, for they follow. Written ``2026-11/42/7f3a9c1e``.
    """

    rulebook: str
    known: int
    digest: str

    def __str__(self) -> str:
        """Write it as people pass it on."""
        return f"{self.rulebook}/{self.known}/{self.digest}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a reference as it was written.

        Raises:
            ValueError: it is none.
        """
        rulebook, known, digest = text.strip().rsplit("/", 2)
        return cls(rulebook, int(known), digest.lower())


def refer_to(cards: Iterable[Scorecard], known: int) -> Reference:
    """Refer to an answer by the scorecards it is about, in whatever order.

    Args:
        cards: The scorecards, at least one; the version is that of the latest day's.
        known: The last recording that was known when the answer was given.
    """
    found = sorted(cards, key=lambda card: (card.day, card.rulebook, _inputs(card)))
    inputs = "\n".join(_inputs(card) for card in found)
    return Reference(found[-1].rulebook, known, sha256(inputs.encode()).hexdigest()[:DIGITS])


def _inputs(card: Scorecard) -> str:
    amounts = (f"{s.name} {s.amount.value} {s.amount.of}" for s in card.signals)
    return "; ".join((card.day.isoformat(), card.rulebook, *amounts))
