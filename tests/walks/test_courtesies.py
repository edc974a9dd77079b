"""Thanks and a greeting get a light word back, and no lecture."""

import pytest

from bot.workspace import words_of
from tests.walks.conftest import Someone


@pytest.mark.parametrize("text", ["Thanks!", "ok cool", "got it, cheers"])
def test_thanks_get_a_light_word(ana: Someone, text: str) -> None:
    assert set(ana.ask(text).splitlines()) == {"You're welcome."}


def test_hello_gets_a_hello_and_a_way_on(ana: Someone) -> None:
    hello = ana.answer(lambda: ana.actor.say("Hi there"))
    assert "Hello! Ask me anything about your score." in words_of(hello)
    assert "/ssi why" in words_of(ana.click(hello, "help"))


def test_thanks_before_a_question_do_not_hide_it(ana: Someone) -> None:
    assert "welcome" not in ana.ask("thanks, and why did my score drop?")
