"""Sight: what came into view within the days of a change, or went out of it: no part of it."""

from collections.abc import Iterator
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.answers.desk import Desk
from bot.answers.score.scores import Move
from bot.messages.contexts import Sight
from bot.storage.activities import Shown


def sights(desk: Desk, moved: Move) -> tuple[Sight, ...]:
    """Name the kinds that sources showed at only one end of a change, by the imports that do.

    Of whom nothing was known on the first day, all came into sight; the change says so itself.
    """
    if moved.rebased_on is not None:
        return ()
    return (*_sights(desk, _gone(moved), gone=True), *_sights(desk, _come(moved), gone=False))


def _gone(moved: Move) -> list[Shown]:
    gone, then = moved.sighting.gone, moved.known_then
    return [each for each in moved.stored.shown if each.kind in gone and each.holds(then)]


def _come(moved: Move) -> list[Shown]:
    """Give the import that shows each kind first."""
    come, now = moved.sighting.come, moved.stored.known
    showing = [each for each in moved.stored.shown if each.kind in come and each.holds(now)]
    first = {each.kind: each for each in reversed(showing)}
    return sorted(first.values(), key=lambda each: (each.known_from, each.kind))


def _sights(desk: Desk, shown: list[Shown], *, gone: bool) -> Iterator[Sight]:
    zone = ZoneInfo(desk.workspace.zone)
    for _, group in groupby(shown, key=lambda each: each.known_from):
        of_one_import = tuple(group)
        first = of_one_import[0]
        yield Sight(
            kinds=tuple(each.kind for each in of_one_import),
            title=first.title,
            day=first.at.astimezone(zone).date(),
            gone=gone,
        )
