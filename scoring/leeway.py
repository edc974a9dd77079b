"""Leeway: how far a score usually swings in a week, by its owner's own history.

The usual swing is the 80th percentile of the absolute weekly changes: in four of five weeks the
score moved by this much at most. It is a value that did occur, the smallest one that at least 80 %
of the weeks do not exceed (Hyndman and Fan, *Sample Quantiles in Statistical Packages*, 1996, their
definition 1). So it needs no assumption about how changes are spread, which a scaled median does;
and where most weeks stand still, a median is 0 and would call every small move unusual.

**Robust.** One week in five may move as far as it likes: it cannot take the swing beyond what the
other four did. For that, weeks are laid end to end: if they overlapped, one bad day would count in
seven of them.

**Like with like.** Each day comes with a *basis*, what its score was told by: the rulebook, and
what sources showed. A week whose ends differ in it is left out. New rules, and imports that bring a
kind into sight or are undone, are so never taken for a swing. A shift of reported scores does not
touch own scores; one of own scores, a correction for many at once, is one week like any other
outlier. The history is what was told at the time, and stays so when it is corrected later.

**A week only.** Scores do not wander as a random walk does: what goes up on one day leaves the
window on another. So the swing is not scaled to other spans, and speaks of about a week alone.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = timedelta(days=7)

FEWEST_WEEKS = 8
"""Fewer weeks than this are too little history to say what is usual."""

MOST_WEEKS = 26
"""Half a year back: what was usual before then may not be any more."""

SHORTEST, LONGEST = timedelta(days=6), timedelta(days=8)
"""The spans that are about a week."""


@dataclass(frozen=True, slots=True)
class Told:
    """The score that was told of a day, in hundredths, and what it was told by."""

    day: date
    points: int
    basis: Hashable


def is_about_a_week(first: date, last: date) -> bool:
    """Whether the usual weekly swing may speak of a change between the ends of two days."""
    return SHORTEST <= last - first <= LONGEST


def week_ends(last: date) -> list[date]:
    """List the ends of the weeks that are looked at, the latest first."""
    return [last - WEEK * weeks for weeks in range(MOST_WEEKS + 1)]


def usual_swing(history: Iterable[Told], last: date) -> int | None:
    """Tell how far a score usually swings in a week, up or down, in hundredths of a point.

    Args:
        history: What was told, in any order, one score a day; only ends of weeks are looked at.
        last: The end of the latest week.

    Returns:
        The swing, 0 or more; None with fewer than eight weeks to go by.
    """
    told = {each.day: each for each in history}
    changes = sorted(
        abs(after.points - before.points)
        for day in week_ends(last)[:-1]
        if (after := told.get(day)) and (before := told.get(day - WEEK))
        if after.basis == before.basis
    )
    if len(changes) < FEWEST_WEEKS:
        return None
    at_most = -(-4 * len(changes) // 5)
    return changes[at_most - 1]
