"""`/ssi compare`: a score beside the team's average, a past day, LinkedIn's groups, or a person."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from statistics import mean

from bot.answers.desk import Desk, mentioned, person, require_access
from bot.answers.score import cohort
from bot.answers.score.cohort import Company, averages
from bot.answers.score.rank import ranked
from bot.answers.score.reference import reference
from bot.answers.score.scores import cards, move
from bot.answers.teams.looking import note_look
from bot.errors import NotAllowed
from bot.messages.contexts import Compare, ComparedRow, GroupLine, Place, TrendPoint
from bot.storage.looks import Looked
from bot.storage.tables import Member
from bot.understanding import Period, Question
from scoring.model import Pillar, Scorecard
from scoring.reported import GROUPS, Whose
from scoring.rounding import apportion, shown, to_tenths

WEEK = 7

Side = Mapping[Pillar | None, int]
"""One side of a comparison in tenths: pillars that can be seen, and under None the whole score."""


def compare(desk: Desk, reader: str, today: date, question: Question) -> Compare:
    """Compare the reader with the team, or with a member whom the reader may see.

    A reader without a score sees how that member compares with the team. Who may not be seen
    is refused, and the reader is compared with the team.

    Raises:
        NotFound: whoever the question mentions is no member.
    """
    other, period = mentioned(desk, reader, question.subject), question.period
    own = desk.store.members.by_slack_id(desk.workspace_id, reader)
    seen = other if other and _may_see(desk, reader, other) else None
    note_look(desk, reader, [seen] if seen else [], Looked.SCORE)
    scores = _scores(desk, [member for member in (own, seen) if member], today)
    subject = own if own and own.member_id in scores else seen
    against = seen if seen is not subject else None
    card = scores.get(subject.member_id) if subject else None
    team = _team(desk, subject, today) if subject else None
    theirs = scores.get(against.member_id) if against else None
    sides = _side(theirs) if theirs else _average(desk, team) if team and not against else {}
    return Compare(
        person=None if subject is None or subject.slack_id == reader else person(subject),
        day=today,
        points=to_tenths(card.points) if card else None,
        against=person(against) if against else None,
        team=_team_name(desk, subject),
        rows=_rows(_side(card), sides) if card and sides else (),
        scored=len(team.found) if team else 0,
        minimum=desk.workspace.smallest_team,
        place=_place(team, subject) if team and subject and card else None,
        then=_then(desk, subject, period, today) if subject and card and period else None,
        groups=_groups(desk, own, today) if own and own is subject else (),
        refused=person(other) if other and not seen else None,
        reference=reference(desk, *scores.values()) if scores else None,
    )


def _may_see(desk: Desk, reader: str, member: Member) -> bool:
    try:
        require_access(desk, reader, member)
    except NotAllowed:
        return False
    return True


def _scores(desk: Desk, members: Iterable[Member], day: date) -> Mapping[int, Scorecard]:
    known = desk.known()
    return cards(desk, [member.member_id for member in members], day, known)


def _team(desk: Desk, member: Member, today: date) -> Company | None:
    return cohort.company(desk, member, today - timedelta(days=WEEK), today)


def _team_name(desk: Desk, member: Member | None) -> str | None:
    teams = desk.store.teams.of_member(desk.workspace_id, member.member_id) if member else []
    return teams[0].name if teams else None


def _side(card: Scorecard) -> Side:
    """Show one member's scorecard without the pillars that cannot be seen."""
    figures = shown(card)
    side: dict[Pillar | None, int] = {None: figures.total}
    return side | {p: figures.pillars[p] for p in Pillar if card.pillar_seen(p)}


def _average(desk: Desk, team: Company) -> Side:
    """Average a team, each pillar over who shows it; nothing of fewer than the minimum."""
    total, _ = averages(desk, team.found)
    if total is None:
        return {}
    found = [pair.after for pair in team.found.values()]
    seen = {
        pillar: [card.pillar_points(pillar) for card in found if card.pillar_seen(pillar)]
        for pillar in Pillar
    }
    if all(len(points) == len(found) for points in seen.values()):
        parts = [Fraction(sum(points), 10 * len(points)) for points in seen.values()]
        return dict(zip((*Pillar, None), (*apportion(parts, total), total), strict=True))
    smallest = desk.workspace.smallest_team
    enough = {pillar: points for pillar, points in seen.items() if len(points) >= smallest}
    side: dict[Pillar | None, int] = {None: total}
    return side | {pillar: round(mean(points) / 10) for pillar, points in enough.items()}


def _rows(mine: Side, theirs: Side) -> tuple[ComparedRow, ...]:
    return tuple(ComparedRow(key, mine.get(key), theirs.get(key)) for key in (*Pillar, None))


def _place(team: Company, member: Member) -> Place | None:
    """Find a member's place on the team's board; ranks of the lower half are told to nobody."""
    rows = ranked(team.members, team.found)
    own = next((row for row in rows if row.person == person(member)), None)
    if own is None or len(rows) == 1:
        return None
    return Place(own.rank if own.rank <= ceil(len(rows) / 2) else None, len(rows))


def _then(desk: Desk, member: Member, period: Period, today: date) -> TrendPoint | None:
    """Tell the score at the end of a past period, or before one that is not over yet."""
    day = period.last if period.last < today else period.first - timedelta(days=1)
    change = move(desk, member, day, today).change
    before, after = to_tenths(change.before.points), to_tenths(change.after.points)
    return TrendPoint(day, before, after - before)


def _groups(desk: Desk, member: Member, today: date) -> tuple[GroupLine, ...]:
    """Find the latest that LinkedIn showed the member of each group."""
    readings = desk.store.reported.history(desk.workspace_id, member.member_id, date.min, today)
    lines: dict[Whose, GroupLine] = {}
    for reading in readings:
        for group in GROUPS:
            figures = reading.of(group)
            if figures.gauge is not None or figures.rank is not None:
                own = reading.of(Whose.OWN).gauge
                lines[group] = GroupLine(group, reading.day, own, figures.gauge, figures.rank)
    return tuple(lines[group] for group in GROUPS if group in lines)
