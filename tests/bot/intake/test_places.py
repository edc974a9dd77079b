"""A place is given to each number in the order in which they are first met, and stays."""

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from bot.intake.places import Places


@given(st.lists(st.integers(-5, 5) | st.integers(-(2**63), 2**63 - 1)))
def test_a_number_keeps_the_place_it_was_met_at(numbers: list[int]) -> None:
    places = Places()
    order = {number: place for place, number in enumerate(dict.fromkeys(numbers))}

    assert [places.place(number) for number in numbers] == [order[number] for number in numbers]
    assert len(places) == len(order)
    assert list(places) == sorted(order.items())


def test_thousands_take_little_memory() -> None:
    numbers = [number * 0x9E3779B97F4A7C15 % 2**64 - 2**63 for number in range(20_000)]
    tracemalloc.start()
    places = Places()
    found = [places.place(number) for number in numbers]
    del found[:]
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert list(places) == sorted((number, at) for at, number in enumerate(numbers))
    assert held / len(numbers) < 40
