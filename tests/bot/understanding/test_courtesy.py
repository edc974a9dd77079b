"""Plain thanks and greetings are told from questions."""

import pytest

from bot.understanding import is_greeting, is_thanks


@pytest.mark.parametrize(
    "text",
    [
        "Thanks", "thanks a bunch!", "ok cool", "cheers mate", "thx 👍", ":+1:", "👍", "ok", "ty!",
        "Great, got it, thanks!", "thank you so much for the help", "that's helpful", "makes sense",
        "<@U0BOT> thanks", "thnaks", "perfect, that helps a lot", "cool, good to know :)",
    ],
)  # fmt: skip
def test_plain_thanks_are_thanks(text: str) -> None:
    assert is_thanks(text)
    assert not is_greeting(text)


@pytest.mark.parametrize("text", ["hi there", "Hello!", "Good morning", "hey <@U0BOT>", "hiii"])
def test_a_plain_greeting_is_a_greeting(text: str) -> None:
    assert is_greeting(text)
    assert not is_thanks(text)


@pytest.mark.parametrize(
    "text",
    [
        "thanks, why did it drop", "is it good", "hi why", "cool what's my score", "score", "",
        "<@U0BOT>", "great score", "who thanked me", "ok?", "help", "so why", "everyone",
        "thanks for nothing, 12 points gone", "thanks " * 1000 + "why did it drop",
    ],
)  # fmt: skip
def test_whoever_asks_gets_an_answer(text: str) -> None:
    assert not is_thanks(text)
    assert not is_greeting(text)
