"""What went with outcomes is named when it is there, and in one team of twenty when it is not."""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.impact import SEASON, Share, Week, is_enough, relations

MEMBERS, WEEKS, SIGNALS = 8, 26, 6

members_weeks = st.lists(
    st.lists(st.builds(Week, st.integers(0, 4), st.booleans()), min_size=1, max_size=30),
    min_size=1,
    max_size=4,
)


def a_team(chance: random.Random, lift: float = 1.0) -> dict[str, list[list[Week]]]:
    """Make up a team whose members differ in all; in busy weeks of "0" outcomes are likelier."""
    team: dict[str, list[list[Week]]] = {str(number): [] for number in range(SIGNALS)}
    for _ in range(MEMBERS):
        usual, often = chance.lognormvariate(1, 1), chance.uniform(0.05, 0.4)
        amounts = [
            [int(chance.expovariate(1 / usual)) for _ in range(WEEKS)] for _ in range(SIGNALS)
        ]
        busiest = sorted(amounts[0])[WEEKS // 2]
        eventful = [
            chance.random() < often * (lift if amount >= busiest else 1.0) for amount in amounts[0]
        ]
        for number, row in enumerate(amounts):
            weeks = [Week(amount, happy) for amount, happy in zip(row, eventful, strict=True)]
            team[str(number)].append(weeks)
    return team


def test_where_nothing_goes_with_outcomes_one_team_of_twenty_is_told_so_at_most() -> None:
    chance = random.Random(2026)  # noqa: S311 - no secret
    teams = 400

    named = sum(any(each.clear for each in relations(a_team(chance))) for _ in range(teams))

    assert named <= teams / 20


def test_what_goes_with_outcomes_is_named_and_nothing_else() -> None:
    chance = random.Random(7)  # noqa: S311 - no secret

    found = [[each.signal for each in relations(a_team(chance, 3.0)) if each.clear]
             for _ in range(20)]  # fmt: skip

    assert sum(names == ["0"] for names in found) >= 16


def test_that_some_members_do_more_of_all_names_nothing() -> None:
    """The busiest seller has an outcome each week, the others neither do nor get anything."""
    busy = [Week(50 + number % 2, eventful=True) for number in range(WEEKS)]
    idle = [Week(number % 2, eventful=False) for number in range(WEEKS)]

    (found,) = relations({"comments": [busy, idle, idle, idle, idle]})

    assert found.p == pytest.approx(1.0)
    assert not found.clear


def test_one_season_gives_the_p_value_of_all_its_orders() -> None:
    """Count over every way to put three eventful weeks on eight, of which four are busy."""
    busy = [False, False, True, True, True, True, False, False]
    eventful = [2, 3, 4]
    ways = [sum(busy[week] for week in drawn) for drawn in combinations(range(8), 3)]
    weeks = [Week(9 if each else 1, number in eventful) for number, each in enumerate(busy)]

    (found,) = relations({"comments": [weeks]})

    assert found.p == pytest.approx(2 * sum(way >= 3 for way in ways) / len(ways))
    assert (found.busy, found.calm) == (Share(3, 4), Share(0, 4))


def test_a_change_of_habits_between_seasons_is_no_relation() -> None:
    before = [Week(number % 2, eventful=False) for number in range(SEASON)]
    after = [Week(20 + number % 2, eventful=True) for number in range(SEASON)]

    (found,) = relations({"comments": [[*before, *after]] * 6})

    assert found.p == pytest.approx(1.0)


def test_what_is_done_alike_each_week_is_not_looked_at() -> None:
    assert relations({"comments": [[Week(3, eventful=True)] * 20]}) == ()


@given(members_weeks)
def test_the_sides_may_be_swapped(members: Sequence[Sequence[Week]]) -> None:
    """Outcomes and their absence are as far from chance as each other; so are the two halves."""
    turned = [[replace(week, eventful=not week.eventful) for week in weeks] for weeks in members]

    found, other = relations({"x": members}), relations({"x": turned})

    for one, two in zip(found, other, strict=True):
        assert one.p == pytest.approx(two.p)
        assert 0.0 < one.p <= 1.0
        assert one.busy.eventful + two.busy.eventful == one.busy.weeks


@given(st.integers(0, 40), st.integers(1, 40))
def test_an_interval_holds_its_share(eventful: int, more: int) -> None:
    share = Share(eventful, eventful + more)
    low, high = share.interval

    assert 0.0 <= low <= share.rate <= high <= 1.0


def test_wilsons_interval_is_that_of_the_textbook() -> None:
    low, high = Share(10, 50).interval

    assert (round(low, 4), round(high, 4)) == (0.1124, 0.3304)
    assert Share(0, 0).interval == (0.0, 1.0)


@pytest.mark.parametrize(
    ("members", "weeks", "eventful", "enough"),
    [(5, 12, 20, True), (4, 12, 20, False), (5, 11, 20, False), (5, 12, 19, False)],
)
def test_below_a_stated_size_nothing_is_said(
    members: int, weeks: int, eventful: int, *, enough: bool
) -> None:
    assert is_enough(members, weeks, eventful) is enough
