"""`/ssi trend`: past scores, as they were told where they were told, with their high and low."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby, pairwise

from bot.answers.desk import Desk, person
from bot.answers.rules.differences import difference
from bot.answers.score.reference import reference_of_change
from bot.answers.score.scores import Stored, change_of, read
from bot.errors import NotFound
from bot.messages.contexts import RulesLine, Trend, TrendPoint
from bot.storage.activities import seen_at
from bot.storage.snapshots import Said
from bot.storage.tables import Member
from bot.understanding import Period
from scoring.course import course
from scoring.model import Pillar, Scorecard
from scoring.rounding import apportion, shown_pillars, to_tenths
from scoring.window import History

WEEK = 7
USUAL_DAYS = 12 * WEEK
LONGEST = 3 * 366
"""The past is told of so many days at most."""

DAILY = 14
"""So many days are told one by one, more of them by weeks."""

MOST_ROWS = 20
"""Slack draws so many points; of what is longer, every second or third week is told."""


@dataclass(frozen=True, slots=True)
class _Day:
    """The score of a day in tenths, and whether it is what was told then."""

    point: TrendPoint
    told: bool


def trend(  # noqa: PLR0913 - a question has as many parts
    desk: Desk,
    member: Member,
    today: date,
    *,
    reader: str | None,
    period: Period | None = None,
    pillar: Pillar | None = None,
) -> Trend:
    """Tell how a member's score, or one pillar of it, went over some days, or over twelve weeks.

    Raises:
        NotFound: nothing is known of the member, or of these days, or no source shows the pillar.
    """
    first, last = _days(desk, member, period, today)
    days = _series(desk, member, first, last, today, pillar)
    points = [day.point for day in days]
    return Trend(
        person=None if reader == member.slack_id else person(member),
        pillar=pillar,
        first=points[0],
        last=points[-1],
        rows=_rows(points),
        high=max(points, key=lambda point: point.points),
        low=min(points, key=lambda point: point.points),
        rules=rules_between(desk, first, last),
        told=sum(day.told for day in days),
        days=len(days),
        today=today,
        reference=reference_of_change(desk, change_of(desk, member, first, last)),
    )


def _days(desk: Desk, member: Member, period: Period | None, today: date) -> tuple[date, date]:
    """Choose the first and the last day: those asked about, from the first known activity on."""
    last = min(period.last, today) if period else today
    first = period.first if period else today - timedelta(days=USUAL_DAYS)
    _, known, _ = desk.store.activities.extent(desk.workspace_id, member.member_id)
    first = max(first, known or first, last - timedelta(days=LONGEST))
    if first > last:
        raise unknown_days(first)
    return first, last


def unknown_days(first: date) -> NotFound:
    """Say that days lie before the first activity that is known."""
    return NotFound(
        f"Nothing is known of those days: the first activity here is of {first.day} {first:%B %Y}."
    )


def _series(  # noqa: PLR0913, PLR0917 - a question has as many parts
    desk: Desk, member: Member, first: date, last: date, today: date, pillar: Pillar | None
) -> list[_Day]:
    """Score each day: as it was told, or by what is known now; today is told just now.

    What was told of a day when sources showed other kinds cannot be held against the other days.
    """
    stored = read(desk, member, first)
    rows = desk.store.snapshots.of(desk.workspace_id, member.member_id, first, last)
    said = {row.day: row for row in rows if seen_at(stored.shown, row.known_at) == stored.observed}
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    unsaid = (day for day in days if day not in said or day == last)
    cards = {card.day: card for card in _cards(desk, stored, unsaid)}
    if pillar and not cards[last].pillar_seen(pillar):
        raise NotFound(
            "No connected source shows that pillar yet, so it has no past to tell. "
            "`/ssi me` names what would show it."
        )
    return [
        _Day(TrendPoint(day, _told(said[day], pillar)), told=True)
        if day in said
        else _Day(TrendPoint(day, _points(cards[day], pillar)), told=day == today)
        for day in days
    ]


def _cards(desk: Desk, stored: Stored, days: Iterable[date]) -> Iterator[Scorecard]:
    """Score each day by the rules in force on it, and by what is known now."""
    history = History.known_at(stored.facts, stored.known)
    for rulebook, ruled in groupby(days, key=desk.rulebook):
        yield from course(rulebook, history, ruled, stored.observed)


def _points(card: Scorecard, pillar: Pillar | None) -> int:
    return shown_pillars(card)[pillar] if pillar else to_tenths(card.points)


def _told(said: Said, pillar: Pillar | None) -> int:
    """Read what was told of a day, in tenths; pillars add up to the score, as they did then."""
    total = to_tenths(said.points)
    if pillar is None:
        return total
    tenths = apportion([Fraction(part, 10) for part in said.pillars], total)
    return dict(zip(Pillar, tenths, strict=True))[pillar]


def _rows(points: Sequence[TrendPoint]) -> tuple[TrendPoint, ...]:
    """Choose evenly spaced points that end with the last, and tell each one's change."""
    every = 1 if len(points) <= DAILY else WEEK
    while (len(points) - 1) // every >= MOST_ROWS:
        every += WEEK
    chosen = points[(len(points) - 1) % every :: every]
    changes = (now.points - was.points for was, now in pairwise(chosen))
    return tuple(
        TrendPoint(point.day, point.points, change)
        for point, change in zip(chosen, (None, *changes), strict=True)
    )


def rules_between(desk: Desk, first: date, last: date) -> tuple[RulesLine, ...]:
    """Name the changes of rules between the ends of two days."""
    books = [book for book in desk.rulebooks if first < book.effective <= last]
    former = [desk.rulebook(book.effective - timedelta(days=1)) for book in books]
    return tuple(difference(old, new) for old, new in zip(former, books, strict=True))
