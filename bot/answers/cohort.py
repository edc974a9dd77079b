"""What moved together: how many of a member's team went the same way over the same days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean, median

from bot.answers.desk import Desk
from bot.answers.scores import cards, known_then
from bot.messages.contexts import SharedCause
from bot.storage.tables import Member
from scoring.cohort import shared_change
from scoring.model import Scorecard
from scoring.rounding import to_tenths

MINIMUM_TEAM = 5
"""No figures of fewer members than this: they would tell on single people."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A member's scorecards at both ends of a span; the first is absent for who is new since."""

    before: Scorecard | None
    after: Scorecard

    @property
    def change(self) -> int | None:
        """The change in hundredths, where there are both."""
        return self.after.points - self.before.points if self.before else None

    @property
    def shown_change(self) -> int | None:
        """The change in tenths, as the difference of what both days show."""
        if self.before is None:
            return None
        return to_tenths(self.after.points) - to_tenths(self.before.points)


def pairs(desk: Desk, members: Iterable[Member], first: date, last: date) -> Mapping[int, Pair]:
    """Score members at the end of two days: as known then, and as known now."""
    then = known_then(desk, first)
    known = desk.store.recordings.firsts(desk.workspace_id)
    numbers = [member.member_id for member in members]
    before = cards(desk, numbers, first, then)
    now = desk.known()
    after = cards(desk, numbers, last, now)
    return {
        number: Pair(before[number] if known[number][0] <= then else None, card)
        for number, card in after.items()
        if known[number][0] <= now
    }


def averages(found: Mapping[int, Pair]) -> tuple[int | None, int | None]:
    """Average the scores and the changes in tenths; nothing for a team under the minimum size."""
    if len(found) < MINIMUM_TEAM:
        return None, None
    changes = [pair.shown_change for pair in found.values() if pair.shown_change is not None]
    return (
        round(mean(pair.after.points for pair in found.values()) / 10),
        round(mean(changes)) if len(changes) >= MINIMUM_TEAM else None,
    )


def shared(desk: Desk, found: Mapping[int, Pair], first: date, last: date) -> SharedCause | None:
    """Count how many members moved which way; nothing for a team under the minimum size."""
    changes = [pair.change for pair in found.values() if pair.change is not None]
    together = shared_change(changes)
    if together is None or together.members < MINIMUM_TEAM:
        return None
    fell = together.fell >= together.rose
    return SharedCause(
        moved=together.fell if fell else together.rose,
        of=together.members,
        median=to_tenths(together.median),
        fell=fell,
        by_rules=_is_by_rules(desk, found, first, last, together.median),
    )


def _is_by_rules(
    desk: Desk, found: Mapping[int, Pair], first: date, last: date, moved: int
) -> bool:
    """Whether changed rules account for at least half of the median move, the same way."""
    old = desk.rulebook(first)
    if old.version == desk.rulebook(last).version:
        return False
    known = desk.known()
    under_old = cards(desk, found, last, known, old)
    did = median(pair.after.points - under_old[number].points for number, pair in found.items())
    return did * moved > 0 and abs(did) * 2 >= abs(moved)


@dataclass(frozen=True, slots=True)
class Company:
    """A member's team, and how everybody in it moved."""

    members: Sequence[Member]
    found: Mapping[int, Pair]


def company(desk: Desk, member: Member, first: date, last: date) -> Company | None:
    """Find how a member's team moved between the ends of two days; not everybody has one."""
    teams = desk.store.teams.of_member(desk.workspace_id, member.member_id)
    if not teams:
        return None
    members = desk.store.teams.members(desk.workspace_id, teams[0].team_id)
    return Company(members, pairs(desk, members, first, last))
