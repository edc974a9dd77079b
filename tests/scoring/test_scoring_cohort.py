"""How many members moved together, and by how much in the middle."""

from scoring.cohort import SharedChange, shared_change


def test_a_shared_fall_is_counted_with_its_median() -> None:
    changes = [-600] * 20 + [-700] * 19 + [0, 30]

    assert shared_change(changes) == SharedChange(fell=39, rose=1, members=41, median=-600)


def test_the_median_of_an_even_number_is_the_mean_of_the_middle_two() -> None:
    shared = shared_change([10, -20, 40, 15])

    assert shared
    assert shared.median == 12


def test_a_group_of_nobody_shares_nothing() -> None:
    assert shared_change([]) is None
