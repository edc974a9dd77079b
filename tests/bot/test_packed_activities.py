"""Packed activities are the same activities, in little memory, and come in the order of a key."""

import tracemalloc
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activity import Activity, PackedActivities
from scoring.model import Kind

numbers = st.integers(-(2**63), 2**63 - 1)
activities = st.lists(
    st.builds(
        Activity,
        st.sampled_from(Kind),
        st.dates(date(2003, 5, 5), date(2100, 1, 1)),
        numbers,
        st.integers(0, 10**12),
        st.none() | numbers,
    )
)


@given(activities)
def test_what_is_packed_comes_out_as_it_was(given: list[Activity]) -> None:
    packed = PackedActivities(given)

    assert list(packed) == given
    assert packed == tuple(given)
    assert packed[1:3] == tuple(given[1:3])
    assert packed != [*given, *given, Activity(Kind.COMMENT_MADE, date(2026, 1, 1), ref=1)]


@given(activities)
def test_they_come_by_kind_then_day_then_ref(given: list[Activity]) -> None:
    ordered = list(PackedActivities(given).in_order())

    keys = [(int(each.kind), each.day.toordinal(), each.ref) for each in given]
    assert [entry[:3] for entry in ordered] == sorted(keys)
    told = {(*key, each.quantity, each.counterpart) for key, each in zip(keys, given, strict=True)}
    assert set(ordered) == told


def test_an_activity_takes_little_memory() -> None:
    count = 20_000
    days = [date(2026, 1, 1) + timedelta(days=number % 300) for number in range(count)]
    tracemalloc.start()
    packed = PackedActivities(
        Activity(Kind.MESSAGE_SENT, day, ref=2**62 + number, counterpart=2**61 + number)
        for number, day in enumerate(days)
    )
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert len(packed) == count
    assert held / count < 40


def test_what_does_not_fit_eight_bytes_is_refused() -> None:
    with pytest.raises(OverflowError):
        PackedActivities([Activity(Kind.COMMENT_MADE, date(2026, 1, 1), ref=2**63)])
