"""Where somebody is on App Home survives the way through Slack; what is no place is the first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.presses import HomePlace

places = st.builds(HomePlace, st.integers(0, 99), st.integers(0, 99), st.booleans())


@given(place=places)
def test_a_place_comes_back(place: HomePlace) -> None:
    assert HomePlace.decode(place.encode()) == place


@pytest.mark.parametrize("value", ["", "{}", "[]", "nothing", '{"teams": "1"}'])
def test_what_is_no_place_is_where_home_begins(value: str) -> None:
    assert HomePlace.decode(value) == HomePlace()
