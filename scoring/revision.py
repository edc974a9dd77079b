"""What a new rulebook changes: the signals that it adds, drops or scores in another way."""

from dataclasses import dataclass, fields

from scoring.rulebook import Rulebook, Signal

_WORDING = {"unit", "reason", "effort"}


@dataclass(frozen=True, slots=True)
class Revision:
    """One signal that two rulebooks score differently; None on the side that lacks it.

    ``changed`` names the numbers that differ ("target", "cap", …) where both sides have it.
    """

    before: Signal | None
    after: Signal | None
    changed: tuple[str, ...]


def revisions(before: Rulebook, after: Rulebook) -> tuple[Revision, ...]:
    """Tell what scores differently from one rulebook to another; words alone do not count."""
    names = dict.fromkeys(signal.name for book in (after, before) for signal in book.signals)
    found = (_revise(before.find(name), after.find(name)) for name in names)
    return tuple(revision for revision in found if revision)


def _revise(before: Signal | None, after: Signal | None) -> Revision | None:
    if not before or not after:
        return Revision(before, after, ())
    changed = tuple(
        field.name
        for field in fields(Signal)
        if field.name not in _WORDING and getattr(before, field.name) != getattr(after, field.name)
    )
    return Revision(before, after, changed) if changed else None
