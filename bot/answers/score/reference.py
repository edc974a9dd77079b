"""The reference that an answer carries: by it anyone can compute the same answer again, offline."""

from collections.abc import Iterable, Mapping

from bot.answers.desk import Desk
from bot.answers.score.cohort import Pair
from scoring.model import Change, Scorecard
from scoring.reference import refer_to


def reference(desk: Desk, *cards: Scorecard) -> str:
    """Refer to an answer about some scorecards, by what is known now."""
    return str(refer_to(cards, desk.known()))


def reference_of_change(desk: Desk, change: Change) -> str:
    """Refer to an answer about a change: both of its scorecards."""
    return reference(desk, change.before, change.after)


def reference_of_team(desk: Desk, found: Mapping[int, Pair]) -> str | None:
    """Refer to an answer about a team's members; there is none where nobody has a score."""
    cards = list(_both(found.values()))
    return reference(desk, *cards) if cards else None


def _both(found: Iterable[Pair]) -> Iterable[Scorecard]:
    for pair in found:
        if pair.before:
            yield pair.before
        yield pair.after
