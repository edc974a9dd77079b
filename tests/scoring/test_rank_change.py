"""Why a rank changed: four parts that add up, none of them paid for what it did not do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.standing import RankChange, rank_change, standings

ME = 1

boards = st.dictionaries(st.integers(1, 12), st.integers(0, 15), min_size=1)
laws = settings(max_examples=300, deadline=None)


def parts(change: RankChange) -> tuple[int, int, int, int]:
    return change.own, change.others, change.joined, change.left


def test_two_people_passed_you_while_your_score_did_not_move() -> None:
    before = {ME: 600, 2: 900, 3: 700, 4: 590, 5: 580, 6: 100}
    after = {ME: 600, 2: 900, 3: 700, 4: 610, 5: 620, 6: 100}

    change = rank_change(before, after, ME)

    assert change.before
    assert change.after
    assert (change.before.rank, change.after.rank) == (3, 5)
    assert parts(change) == (0, -2, 0, 0)
    assert change.passed_by == (4, 5)


def test_who_joins_ahead_takes_a_place_and_who_leaves_from_ahead_gives_one() -> None:
    before = {ME: 600, 2: 900, 3: 700, 4: 500}
    after = {ME: 600, 2: 900, 5: 800, 6: 650, 7: 100}

    change = rank_change(before, after, ME)

    assert parts(change) == (0, 0, -2, 1)
    assert change.places == -1
    assert (change.passed_by, change.passed) == ((), ())


@pytest.mark.parametrize(
    ("mine", "theirs", "own", "others"),
    [
        ((50, 60), (55, 55), 1, 0),  # my move alone
        ((50, 50), (55, 45), 0, 1),  # theirs alone
        ((50, 60), (55, 58), 1, 0),  # theirs would not have changed it
        ((50, 60), (55, 45), 1, 0),  # either would have done: half a gain is one's own
        ((50, 55), (60, 54), 1, 0),  # only both did
        ((60, 50), (45, 55), 0, -1),  # either would have done: half a loss is theirs
        ((60, 50), (57, 52), -1, 0),  # they fell, too, so it was mine
        ((60, 50), (55, 45), 0, 0),  # theirs undid mine
        ((50, 60), (50, 50), 0, 0),  # a tie ahead takes no place
        ((50, 50), (50, 51), 0, -1),
    ],
)
def test_a_place_is_owed_to_whom_it_would_not_have_changed_hands_without(
    mine: tuple[int, int], theirs: tuple[int, int], own: int, others: int
) -> None:
    change = rank_change({ME: mine[0], 2: theirs[0]}, {ME: mine[1], 2: theirs[1]}, ME)

    assert parts(change) == (own, others, 0, 0)


@laws
@given(before=boards, after=boards)
def test_parts_sum_to_the_change_of_rank(before: dict[int, int], after: dict[int, int]) -> None:
    ranks = [{s.member: s.rank for s in standings(board)} for board in (before, after)]
    for member in before.keys() & after.keys():
        change = rank_change(before, after, member)

        assert change.places == sum(parts(change)) == ranks[0][member] - ranks[1][member]
        assert len(change.passed) - len(change.passed_by) == change.own + change.others
        assert change.joined <= 0 <= change.left


@laws
@given(before=boards, after=boards)
def test_who_was_not_there_on_both_days_has_no_change(
    before: dict[int, int], after: dict[int, int]
) -> None:
    for member in before.keys() ^ after.keys():
        change = rank_change(before, after, member)

        assert (change.before is None) == (member not in before)
        assert (change.after is None) == (member not in after)
        assert parts(change) == (0, 0, 0, 0)


@laws
@given(before=boards, after=boards, points=st.integers(0, 15))
def test_who_did_not_move_owns_nothing_of_it(
    before: dict[int, int], after: dict[int, int], points: int
) -> None:
    assert rank_change(before | {ME: points}, after | {ME: points}, ME).own == 0


@laws
@given(board=boards, mine=st.tuples(st.integers(0, 15), st.integers(0, 15)))
def test_where_nobody_else_moved_joined_or_left_all_of_it_is_ones_own(
    board: dict[int, int], mine: tuple[int, int]
) -> None:
    change = rank_change(board | {ME: mine[0]}, board | {ME: mine[1]}, ME)

    assert change.own == change.places
    assert parts(change)[1:] == (0, 0, 0)


@laws
@given(before=boards, after=boards)
def test_a_team_that_nobody_joined_or_left_has_no_such_part(
    before: dict[int, int], after: dict[int, int]
) -> None:
    after = {member: after.get(member, points) for member, points in before.items()}
    for member in before:
        change = rank_change(before, after, member)

        assert (change.joined, change.left) == (0, 0)


@laws
@given(before=boards, after=boards, higher=st.integers(0, 5))
def test_a_higher_score_never_costs_a_place(
    before: dict[int, int], after: dict[int, int], higher: int
) -> None:
    for member in before.keys() & after.keys():
        change = rank_change(before, after, member)
        better = rank_change(before, after | {member: after[member] + higher}, member)

        assert better.own >= change.own
        assert better.places >= change.places
        if after[member] >= before[member]:
            assert change.own >= 0


@laws
@given(before=boards, after=boards, member=st.integers(1, 12))
def test_a_change_run_backwards_swaps_who_passed_whom(
    before: dict[int, int], after: dict[int, int], member: int
) -> None:
    forth, back = rank_change(before, after, member), rank_change(after, before, member)

    assert forth.places == -back.places
    if forth.before and forth.after:
        assert (forth.joined, forth.left) == (-back.left, -back.joined)
