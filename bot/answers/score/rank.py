"""Ranks in a team: who stands where, what a board shows of it, and why a member's rank moved.

A board shows the upper half, five rows at most, and never a public bottom. Who opted out is on no
board and takes no rank, so nobody is passed by them either.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from bot.answers.desk import person
from bot.answers.score.cohort import Pair
from bot.answers.score.turnover import Turnover
from bot.messages.contexts import BoardRow, Person, RankMove
from bot.messages.contexts.team import Mover
from bot.storage.tables import Member
from scoring.rounding import to_tenths
from scoring.standing import movers, rank_change, standings

ROWS = 5
IMPROVED = 3


def ranked(
    members: Iterable[Member],
    found: Mapping[int, Pair],
    weeks: Mapping[int, tuple[int | None, ...]] | None = None,
) -> list[BoardRow]:
    """Rank who is on boards and has data; equal scores as shown share a rank.

    ``weeks`` are the points of the last weeks, by member, where the rows are to show them.
    """
    shown = _on_board(members, found)
    places = standings({number: to_tenths(found[number].after.points) for number in shown})
    return [
        BoardRow(
            rank=place.rank,
            person=person(shown[place.member]),
            points=place.points,
            change=found[place.member].shown_change,
            tied=place.tied,
            weeks=(weeks or {}).get(place.member, ()),
        )
        for place in places
    ]


def visible(rows: Sequence[BoardRow]) -> tuple[BoardRow, ...]:
    """Give the rows that everybody sees."""
    return tuple(rows[: min(ROWS, ceil(len(rows) / 2))])


def most_improved(members: Iterable[Member], found: Mapping[int, Pair]) -> dict[int, Mover]:
    """Give who rose most by number, the most first, three at most: beyond the usual swing only."""
    shown = _on_board(members, found)
    after = {number: to_tenths(found[number].after.points) for number in shown}
    before = {
        number: to_tenths(card.points)
        for number in shown
        if (card := found[number].before) and found[number].stands_out
    }
    rose = [mover for mover in movers(before, after) if mover.points > 0]
    return {
        mover.member: Mover(person(shown[mover.member]), mover.points) for mover in rose[:IMPROVED]
    }


def rank_move(
    members: Sequence[Member], found: Mapping[int, Pair], member: Member, turnover: Turnover
) -> RankMove | None:
    """Tell how a member's rank moved, and who passed whom; nothing of who had or has no rank.

    Who joined since had none, and who left since had one.
    """
    shown = _on_board(members, found)
    after = {number: to_tenths(found[number].after.points) for number in shown}
    before = {
        number: to_tenths(card.points)
        for number in shown.keys() - turnover.joined
        if (card := found[number].before)
    }
    before |= turnover.left
    moved = rank_change(before, after, member.member_id)
    if moved.before is None or moved.after is None:
        return None
    seen = {row.person for row in visible(ranked(members, found))}

    def names(numbers: Iterable[int]) -> tuple[Person, ...]:
        return tuple(who for number in numbers if (who := person(shown[number])) in seen)

    return RankMove(
        rank=moved.after.rank,
        places=moved.places,
        passed_by=len(moved.passed_by),
        passed=len(moved.passed),
        joined=-moved.joined,
        left=moved.left,
        passed_by_names=names(moved.passed_by),
        passed_names=names(moved.passed),
    )


def _on_board(members: Iterable[Member], found: Mapping[int, Pair]) -> dict[int, Member]:
    return {m.member_id: m for m in members if m.on_board and m.member_id in found}
