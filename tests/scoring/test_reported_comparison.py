"""What moved between two readings of LinkedIn's index, on one real person's week in May 2026."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.model import Pillar
from scoring.reported import Figures, ReportedReading, Step, Whose, compare

SERIES = Path(__file__).parents[1] / "data" / "linkedin_ssi" / "series_tidy.csv"
PREFIXES = {Whose.OWN: "", Whose.INDUSTRY: "ind_", Whose.NETWORK: "net_"}


def hundredths(cell: str) -> int:
    return round(float(cell) * 100)


def figures(row: dict[str, str], whose: Whose) -> Figures:
    columns = {pillar: f"{PREFIXES[whose]}{pillar}" for pillar in Pillar}
    if whose is not Whose.OWN:
        columns[Pillar.RELATIONSHIPS] = f"{PREFIXES[whose]}rel"
    overall = row["overall"] if whose is Whose.OWN else row[f"{whose}_avg"]
    return Figures(
        overall=hundredths(overall),
        pillars={p: hundredths(row[name]) for p, name in columns.items() if row[name]},
        rank=None if whose is Whose.OWN else int(row[f"{whose}_rank_pct"]),
    )


@pytest.fixture(scope="module")
def week() -> dict[int, ReportedReading]:
    """Read the series, by day of May."""
    with SERIES.open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    days = (date.fromisoformat(row["date"]) for row in rows)
    readings = (
        ReportedReading(day, {whose: figures(row, whose) for whose in PREFIXES})
        for day, row in zip(days, rows, strict=True)
    )
    return {reading.day.day: reading for reading in readings if reading.day.month == 5}


def test_on_19_may_the_industry_moved_while_every_own_pillar_stood_still(
    week: dict[int, ReportedReading],
) -> None:
    moved = compare(week[18], week[19])

    assert moved.others_alone
    assert moved.own.still
    industry = moved.groups[Whose.INDUSTRY]
    assert industry.rank == Step(10, 9)
    assert list(industry.moved.items()) == [
        (Pillar.INSIGHTS, Step(211, 209)),
        (Pillar.PEOPLE, Step(540, 538)),
        (Pillar.BRAND, Step(1179, 1178)),
    ]
    assert moved.groups[Whose.NETWORK].rank == Step(12, 11)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (12, 13, {Pillar.INSIGHTS: Step(1025, 950)}),
        (13, 14, {Pillar.INSIGHTS: Step(950, 955), Pillar.BRAND: Step(2105, 2100)}),
        (14, 15, {Pillar.INSIGHTS: Step(955, 1025)}),
        (15, 16, {Pillar.PEOPLE: Step(650, 640)}),
        (16, 17, {}),
    ],
)
def test_own_moves_are_told_as_such(
    week: dict[int, ReportedReading], before: int, after: int, expected: dict[Pillar, Step]
) -> None:
    moved = compare(week[before], week[after])

    assert moved.own.moved == expected
    assert moved.others_alone is (not expected)


def test_the_gauge_is_the_rounded_sum_of_the_pillars(week: dict[int, ReportedReading]) -> None:
    for reading in week.values():
        own = reading.of(Whose.OWN)
        assert Figures(pillars=own.pillars).gauge == own.overall
    assert Figures(overall=1971).gauge == 2000
    assert Figures(pillars={Pillar.BRAND: 2100}).gauge is None


def test_what_one_reading_lacks_is_not_compared() -> None:
    """Missing is not zero: a pillar that was not given has neither moved nor stood still."""
    whole = Figures(pillars=dict.fromkeys(Pillar, 1000), rank=9)
    total = Figures(overall=4000)
    before = ReportedReading(date(2026, 5, 12), {Whose.OWN: whole, Whose.INDUSTRY: whole})
    after = ReportedReading(date(2026, 5, 19), {Whose.OWN: total})

    moved = compare(before, after)

    assert moved.own.pillars == {}
    assert not moved.own.still
    assert moved.own.gauge == Step(4000, 4000)
    assert moved.groups == {}
    assert not moved.others_alone


POINTS = st.integers(0, 2500)
FIGURES = st.builds(
    Figures,
    overall=st.none() | st.integers(0, 10_000),
    pillars=st.dictionaries(st.sampled_from(Pillar), POINTS),
    rank=st.none() | st.integers(1, 100),
)
READINGS = st.builds(
    ReportedReading,
    day=st.just(date(2026, 5, 12)),
    figures=st.dictionaries(st.sampled_from(Whose), FIGURES),
)


@given(READINGS)
def test_nothing_moves_between_a_reading_and_itself(reading: ReportedReading) -> None:
    moved = compare(reading, reading)

    assert moved.own.moved == {}
    assert not any(group.stirred for group in moved.groups.values())
    assert not moved.others_alone


@given(READINGS, READINGS)
def test_the_way_back_is_the_way_there_backwards(
    one: ReportedReading, other: ReportedReading
) -> None:
    there, back = compare(one, other), compare(other, one)

    assert {pillar: -step.change for pillar, step in there.own.moved.items()} == {
        pillar: step.change for pillar, step in back.own.moved.items()
    }
    assert there.others_alone == back.others_alone
