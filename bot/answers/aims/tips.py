"""`/ssi tips`, and the tip of the week: what brings this asker, or this team, most for its time.

A tip brings what the formula gives for its units of activity, all else as it is today. The best use
of time comes first, one tip a signal. Nobody is told a tip twice within eight weeks.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from bot.answers.aims.goals import observed_of
from bot.answers.desk import Desk
from bot.answers.score.scores import tallies_now
from bot.messages.contexts import TeamTip, TipLine, Tips
from bot.messages.tips import Tip, load_tips
from bot.storage.tables import Member, Team
from scoring.measures import measure
from scoring.model import Kind, Pillar, Tallies, Tally
from scoring.rounding import to_tenths
from scoring.rulebook import Rulebook, Signal
from scoring.score import is_observed
from scoring.what_if import units_to_fill, what_if

REST = timedelta(weeks=8)
"""So long a tip is not told again."""

MOST = 3


@dataclass(frozen=True, slots=True)
class _Offer:
    """A tip that would bring somebody points, in hundredths."""

    tip: Tip
    pillar: Pillar
    points: int

    @property
    def pace(self) -> Fraction:
        """The points for each minute."""
        return Fraction(self.points, self.tip.minutes)


def tips(desk: Desk, member: Member, today: date, pillar: Pillar | None = None) -> Tips:
    """Tell a member up to three tips, of one pillar or all, and remember that they were told."""
    offers = _offers(desk, member, today, pillar)
    told = _told(desk, member, today)
    again = [told[offer.tip.id] + REST for offer in offers if offer.tip.id in told]
    chosen = _tell(desk, member, today, _choose(offers, told, MOST))
    return Tips(
        day=today,
        pillar=pillar,
        tips=chosen,
        again_on=min(again, default=None) if not chosen else None,
    )


def one_tip(
    desk: Desk, member: Member, today: date, pillar: Pillar | None = None
) -> TipLine | None:
    """Tell a member the one best tip, if there is one left, and remember that it was told."""
    best = _choose(_offers(desk, member, today, pillar), _told(desk, member, today), 1)
    return next(iter(_tell(desk, member, today, best)), None)


def tip_of_the_week(desk: Desk, team: Team, members: Iterable[Member], day: date) -> TeamTip | None:
    """Choose what would bring a team most, of what its digests did not have in eight weeks.

    The digest of the same day has the same tip, however often it is asked for.
    """
    told = desk.store.tips.told_team(desk.workspace_id, team.team_id, _since(day))
    offers = _offers_to_team(desk, members, day)
    same = next((tip for tip, told_on in told.items() if told_on == day), None)
    before = {tip for tip, told_on in told.items() if told_on < day}
    chosen = [offer for offer in offers if offer.tip.id == same] or _choose(offers, before, 1)
    return TeamTip(chosen[0].tip.id, chosen[0].pillar) if chosen else None


def tell_team(desk: Desk, team: Team, tip: TeamTip, day: date) -> None:
    """Remember that a team's digest of a day has a tip."""
    desk.store.tips.tell_team(desk.workspace_id, team.team_id, tip.tip, day)


def _told(desk: Desk, member: Member, today: date) -> Mapping[str, date]:
    return desk.store.tips.told(desk.workspace_id, member.member_id, _since(today))


def _since(day: date) -> date:
    """Give the first day from which on a tip still rests."""
    return day - REST + timedelta(days=1)


def _tell(desk: Desk, member: Member, today: date, chosen: Sequence[_Offer]) -> tuple[TipLine, ...]:
    """Show tips to a member, and remember that they were told."""
    ids = [offer.tip.id for offer in chosen]
    desk.store.tips.tell(desk.workspace_id, member.member_id, ids, today)
    return tuple(TipLine(offer.tip.id, offer.pillar, to_tenths(offer.points)) for offer in chosen)


def _choose(offers: Sequence[_Offer], told: Iterable[str], most: int) -> list[_Offer]:
    """Take the best offers that were not told, one a signal."""
    left_out = set(told)
    best: dict[str, _Offer] = {}
    for offer in sorted(offers, key=lambda offer: -offer.pace):
        if offer.tip.id not in left_out:
            best.setdefault(offer.tip.signal, offer)
    return list(best.values())[:most]


def _offers(desk: Desk, member: Member, day: date, pillar: Pillar | None) -> list[_Offer]:
    """List the tips that would bring a member something that shows, of one pillar or all."""
    observed = observed_of(desk, member)
    rulebook, tallies = desk.rulebook(day), tallies_now(desk, member, day)
    return [
        _Offer(tip, signal.pillar, points)
        for tip, signal in _of_rulebook(rulebook)
        if pillar in (None, signal.pillar)
        and to_tenths(points := _worth(rulebook, tallies, observed, signal, tip.units)) > 0
    ]


def _offers_to_team(desk: Desk, members: Iterable[Member], day: date) -> list[_Offer]:
    """List the tips that would bring a team's members points, all of them together."""
    rulebook, numbers = desk.rulebook(day), tuple(member.member_id for member in members)
    observed = desk.store.activities.observed(desk.workspace_id, members=numbers)
    numbers = tuple(observed)
    held = desk.store.tallies.on(desk.workspace_id, rulebook, day, desk.known(), numbers)
    worth: dict[tuple[str, int], int] = {}
    for tip, signal in _of_rulebook(rulebook):
        if (signal.name, tip.units) not in worth:
            worth[signal.name, tip.units] = sum(
                max(0, _worth(rulebook, held.get(number, {}), observed[number], signal, tip.units))
                for number in numbers
            )
    return [
        _Offer(tip, signal.pillar, points)
        for tip, signal in _of_rulebook(rulebook)
        if (points := worth[signal.name, tip.units])
    ]


def _of_rulebook(rulebook: Rulebook) -> list[tuple[Tip, Signal]]:
    """Pair the tips with the signals that they help; what the rules do not know is left out."""
    signals: Mapping[str, Signal] = {signal.name: signal for signal in rulebook.signals}
    return [(tip, signals[tip.signal]) for tip in load_tips("en").values() if tip.signal in signals]


def _worth(
    rulebook: Rulebook, tallies: Tallies, observed: frozenset[Kind], signal: Signal, units: int
) -> int:
    """Tell what so many more units of a signal bring; of a rate, no more answers than awaited."""
    amount = measure(signal, tallies.get(signal.name, Tally()))
    awaited = units if amount.of is None else amount.of - amount.value
    can = min(units, units_to_fill(signal, tallies), awaited)
    if can <= 0 or not is_observed(signal, observed):
        return 0
    return what_if(rulebook, tallies, signal, can).points
