"""Who of a team could use a look, and what would help: something to do, or an import."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.answers.ahead.upcoming import action_lines
from bot.answers.desk import Desk, person
from bot.answers.score.cohort import Pair
from bot.messages.contexts.managing import Attention
from bot.storage.snapshots import Said
from bot.storage.tables import Member
from scoring.model import Pillar, Scorecard
from scoring.plan import actions
from scoring.rounding import to_tenths

FELL_BY = 300
"""A drop of so many hundredths in a week is worth a look, if it is more than usual."""

SILENT_AFTER = 14
"""So many days without any activity are worth a look; an import so old tells little, too."""

STUCK_WEEKS = 4
"""So many weeks within the usual swing of a week, though active, are worth a look."""

FULL = 9
"""Nobody is stuck who has nine tenths of the points that can be seen."""

MOST = 5
"""The report tells of so many what would help."""

URGENCY = ("fell", "silent", "stuck", "no_data")


@dataclass(frozen=True, slots=True)
class Standing:
    """A member, how the score moved in a week, what was told before, and the last activity.

    ``told`` are the snapshots of the ends of weeks before today, by day.
    """

    member: Member
    pair: Pair | None
    told: Mapping[date, Said]
    last_activity: date | None


def reason(standing: Standing, today: date) -> str | None:
    """Tell why a member could use a look, if at all: fell, silent, stuck or no_data."""
    pair, last = standing.pair, standing.last_activity
    if pair is None:
        return "no_data"
    if last is None or (today - last).days >= SILENT_AFTER:
        return "silent"
    if pair.change is not None and pair.change <= -FELL_BY and pair.stands_out:
        return "fell"
    return "stuck" if _is_stuck(standing, pair, today) else None


def seen(card: Scorecard) -> int:
    """Tell how many hundredths of a scorecard's points sources can show."""
    return sum(card.pillar_seen(pillar) for pillar in Pillar)


def _is_stuck(standing: Standing, pair: Pair, today: date) -> bool:
    """Whether no week's end of the last four is further from today than a usual week's swing."""
    ends = [today - timedelta(weeks=weeks) for weeks in range(1, STUCK_WEEKS + 1)]
    told = [standing.told[day] for day in ends if day in standing.told]
    if pair.swing is None or len(told) < STUCK_WEEKS:
        return False
    card, now = pair.after, to_tenths(pair.after.points)
    return card.points * 10 < seen(card) * FULL and all(
        row.rulebook == card.rulebook and abs(now - to_tenths(row.points)) <= pair.swing
        for row in told
    )


def attention(
    desk: Desk, standings: Sequence[tuple[Standing, str]], today: date
) -> tuple[Attention, ...]:
    """Tell of the members who could use a look most, each with what would help."""
    urgent = sorted(standings, key=lambda each: URGENCY.index(each[1]))[:MOST]
    numbers = tuple(standing.member.member_id for standing, _ in urgent)
    rulebook = desk.rulebook(today)
    tallies = desk.store.tallies.on(desk.workspace_id, rulebook, today, desk.known(), numbers)
    observed = desk.store.activities.observed(desk.workspace_id, desk.known(), members=numbers)
    imported = _last_imports(desk, numbers)
    found = []
    for standing, why in urgent:
        number = standing.member.member_id
        steps = actions(rulebook, tallies.get(number, {}), observed.get(number, frozenset()))
        old = imported.get(number)
        is_old = why == "silent" and old is not None and (today - old).days >= SILENT_AFTER
        pair = standing.pair
        found.append(
            Attention(
                person=person(standing.member),
                reason=why,
                change=pair.shown_change if pair else None,
                quiet_since=standing.last_activity,
                imported_on=old if is_old else None,
                action=next(iter(action_lines(steps[:1])), None),
                unseen=_unseen(pair),
            )
        )
    return tuple(found)


def _unseen(pair: Pair | None) -> tuple[str, ...]:
    """Name the signals that no source shows."""
    lines = pair.after.signals if pair else ()
    return tuple(line.name for line in lines if not line.observed)


def _last_imports(desk: Desk, members: tuple[int, ...]) -> dict[int, date]:
    """Tell when each member's last import that still counts came in."""
    zone, known = ZoneInfo(desk.workspace.zone), desk.known()
    shown = desk.store.activities.shown(desk.workspace_id, members)
    instants = {
        number: [each.at for each in imports if each.holds(known)]
        for number, imports in shown.items()
    }
    return {
        number: max(found).astimezone(zone).date() for number, found in instants.items() if found
    }


def by_day(rows: Sequence[Said]) -> dict[int, dict[date, Said]]:
    """Sort what was said by member and day."""
    found: dict[int, dict[date, Said]] = {}
    for row in rows:
        found.setdefault(row.member_id, {})[row.day] = row
    return found
