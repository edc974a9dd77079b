"""Impact: what one rulebook instead of another does to scores, replayed over what is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean, median

from bot.answers.desk import Desk, person
from bot.answers.rules.differences import impact_line
from bot.answers.rules.rulebooks import before
from bot.answers.score.scores import Stored, cards
from bot.messages.contexts import ImpactRow, OwnImpact, SharedImpact
from bot.storage.tables import Member
from scoring.model import Cause, CauseKind, Change, Pillar, Scorecard
from scoring.rounding import shown_change, to_tenths
from scoring.rulebook import Rulebook
from scoring.score import score
from scoring.window import History, tallies_of

SIDE_BY_SIDE = timedelta(days=14)
"""So long after a rulebook took effect the score by the one before it is shown, too."""

LARGEST = 5


@dataclass(frozen=True, slots=True)
class Impact:
    """A member's scorecards of one day under two rulebooks, with the same knowledge."""

    member: Member
    before: Scorecard
    after: Scorecard

    @property
    def points(self) -> int:
        """What the second rulebook does to the score, in hundredths."""
        return self.after.points - self.before.points

    @property
    def tenths(self) -> int:
        """The same as the difference of the two scores as they are shown."""
        return to_tenths(self.after.points) - to_tenths(self.before.points)

    @property
    def change(self) -> Change:
        """The same as a change, of which each part is the rules' doing."""
        was, now = _points(self.before), _points(self.after)
        causes = (
            Cause(*key, CauseKind.RULES, now.get(key, 0) - was.get(key, 0)) for key in now | was
        )
        return Change(self.before, self.after, tuple(cause for cause in causes if cause.points))


def impacts(
    desk: Desk, members: Iterable[Member], old: Rulebook, new: Rulebook, day: date
) -> list[Impact]:
    """Score members at the end of a day under two rulebooks; who has no data is left out."""
    by_number = {member.member_id: member for member in members}
    known = desk.known()
    under_old = cards(desk, by_number, day, known, old)
    under_new = cards(desk, by_number, day, known, new)
    return [Impact(by_number[number], under_old[number], under_new[number]) for number in under_old]


def own_impact(old: Rulebook, new: Rulebook, impact: Impact) -> OwnImpact:
    """Show what a rulebook does to one member, signal by signal."""
    shown = shown_change(impact.change)
    return OwnImpact(
        before=shown.before.total,
        after=shown.after.total,
        rules=impact_line(old, new, shown.causes),
    )


def shared_impact(found: Sequence[Impact], smallest: int) -> SharedImpact:
    """Sum up what a rulebook does to many; averages are of ``smallest`` members or more."""
    moves = [impact.tenths for impact in found]
    enough = len(found) >= smallest
    return SharedImpact(
        members=len(found),
        rise=sum(move > 0 for move in moves),
        fall=sum(move < 0 for move in moves),
        median=round(median(moves)) if moves else 0,
        before=to_tenths(round(mean(i.before.points for i in found))) if enough else None,
        after=to_tenths(round(mean(i.after.points for i in found))) if enough else None,
    )


def largest(found: Iterable[Impact]) -> tuple[ImpactRow, ...]:
    """Name whom a rulebook moves most, and by how much."""
    by_size = sorted(found, key=lambda impact: (-abs(impact.points), impact.member.name))
    return tuple(
        ImpactRow(person(impact.member), impact.tenths)
        for impact in by_size[:LARGEST]
        if impact.tenths
    )


def by_old_rules(desk: Desk, stored: Stored, day: date) -> int | None:
    """Score a member by the rules that held before, in tenths, while both stand side by side."""
    rulebook = desk.rulebook(day)
    former = before(desk.rulebooks, rulebook)
    if former is None or day - rulebook.effective >= SIDE_BY_SIDE:
        return None
    tallies = tallies_of(former, History.known_at(stored.facts, stored.known), day)
    return to_tenths(score(former, tallies, day, stored.observed).points)


def _points(card: Scorecard) -> dict[tuple[Pillar, str], int]:
    return {(signal.pillar, signal.name): signal.points for signal in card.signals}
