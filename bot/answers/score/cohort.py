"""What moved together: how many of a member's team went the same way over the same days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import mean, median

from bot.answers.desk import Desk
from bot.answers.score.leeway import swings
from bot.answers.score.scores import cards, change_of, known_then
from bot.messages.contexts import SharedCause
from bot.storage.tables import Member, Team
from scoring.cohort import shared_change
from scoring.leeway import is_about_a_week
from scoring.model import Scorecard
from scoring.rounding import to_tenths


@dataclass(frozen=True, slots=True)
class Pair:
    """A member's scorecards at both ends of a span; the first is absent for who is new since.

    ``swing`` is the member's usual weekly swing in tenths, where the span is about a week and
    enough is known to say.
    """

    before: Scorecard | None
    after: Scorecard
    swing: int | None = None

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

    @property
    def stands_out(self) -> bool:
        """Whether the score changed by more than is usual for it."""
        if self.swing is None:
            return bool(self.change)
        return abs(self.shown_change or 0) > self.swing


def pairs(desk: Desk, members: Iterable[Member], first: date, last: date) -> Mapping[int, Pair]:
    """Score members at the end of two days: as known then, and as known now.

    Of whom sources showed other kinds then, the first day is scored as their own *why* does it.
    """
    then, now = known_then(desk, first), desk.known()
    by_number = {member.member_id: member for member in members}
    observed, numbers = desk.store.activities.observed, tuple(by_number)
    seen_then = observed(desk.workspace_id, then, members=numbers)
    seen_now = observed(desk.workspace_id, now, members=numbers)
    before = cards(desk, by_number, first, then, observed=seen_then)
    after = cards(desk, by_number, last, now, observed=seen_now)
    before |= {
        number: change_of(desk, by_number[number], first, last).before
        for number in before.keys() & after.keys()
        if seen_then[number] != seen_now[number]
    }
    usual = swings(desk, after.keys(), first) if is_about_a_week(first, last) else {}
    return {
        number: Pair(before.get(number), card, usual.get(number)) for number, card in after.items()
    }


def averages(desk: Desk, found: Mapping[int, Pair]) -> tuple[int | None, int | None]:
    """Average the scores and the changes in tenths; nothing for a team under the minimum size."""
    smallest = desk.workspace.smallest_team
    if len(found) < smallest:
        return None, None
    changes = [pair.shown_change for pair in found.values() if pair.shown_change is not None]
    return (
        round(mean(pair.after.points for pair in found.values()) / 10),
        round(mean(changes)) if len(changes) >= smallest else None,
    )


def shared(desk: Desk, found: Mapping[int, Pair], first: date, last: date) -> SharedCause | None:
    """Count how many members moved which way; nothing for a team under the minimum size.

    A change within its owner's usual weekly swing counts as none; the median is of all changes.
    """
    moved = [pair for pair in found.values() if pair.before]
    together = shared_change([pair.change or 0 for pair in moved])
    if together is None or together.members < desk.workspace.smallest_team:
        return None
    standing_out = [pair.change or 0 for pair in moved if pair.stands_out]
    fell = sum(change < 0 for change in standing_out)
    rose = len(standing_out) - fell
    return SharedCause(
        moved=max(fell, rose),
        of=together.members,
        median=to_tenths(together.median),
        fell=fell >= rose,
        beyond_usual=any(pair.swing for pair in moved),
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

    team: Team
    members: Sequence[Member]
    found: Mapping[int, Pair]


def company(desk: Desk, member: Member, first: date, last: date) -> Company | None:
    """Find how a member's team moved between the ends of two days; not everybody has one."""
    teams = desk.store.teams.of_member(desk.workspace_id, member.member_id)
    if not teams:
        return None
    members = desk.store.teams.members(desk.workspace_id, teams[0].team_id)
    return Company(teams[0], members, pairs(desk, members, first, last))
