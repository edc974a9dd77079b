"""Ranks with ties, and the most improved."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.standing import Mover, Standing, movers, standings


def test_ties_share_a_rank_and_the_next_rank_is_skipped() -> None:
    assert standings({1: 500, 2: 700, 3: 500, 4: 300}) == (
        Standing(member=2, points=700, rank=1, tied=False),
        Standing(member=1, points=500, rank=2, tied=True),
        Standing(member=3, points=500, rank=2, tied=True),
        Standing(member=4, points=300, rank=4, tied=False),
    )


@given(st.dictionaries(st.integers(1, 50), st.integers(0, 20)))
def test_a_rank_is_one_more_than_the_number_ahead(points: dict[int, int]) -> None:
    for standing in standings(points):
        assert standing.rank == 1 + sum(other > standing.points for other in points.values())
        assert standing.tied == (list(points.values()).count(standing.points) > 1)


def test_movers_are_those_with_two_scores_the_most_improved_first() -> None:
    before = {1: 500, 2: 700, 3: 400, 5: 100}
    after = {1: 500, 2: 650, 3: 450, 4: 900}

    assert movers(before, after) == (Mover(3, 50), Mover(1, 0), Mover(2, -50))
