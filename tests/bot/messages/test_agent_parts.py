"""What an agent shows around its answers is what Slack takes, in both forms."""

import pytest

from bot.messages.contexts.agent import FeedbackTaken, Prompts, Rated, Working
from bot.messages.presses import Rating
from bot.messages.render import plain, render, render_prompts
from tests.bot.messages.examples.agent import AGENT


@pytest.mark.parametrize("rows", [1, 2, 3, 4])
def test_questions_are_few_short_and_free_of_marks(rows: int) -> None:
    context = AGENT[Prompts](rows)
    assert isinstance(context, Prompts)

    title, offered = render_prompts(context)

    assert "know?" in title
    assert len(offered) == rows
    for prompt in offered:
        assert prompt.keys() == {"title", "message"}
        assert 0 < len(prompt["title"]) < 75
        assert prompt["message"].endswith("?")
        assert "\n" not in "".join(prompt.values())


def test_the_status_goes_on_from_the_bots_name() -> None:
    assert render(Working()).text == "is looking at your figures…"


def test_the_plain_form_asks_with_two_buttons_that_tell_the_same() -> None:
    good, bad = (Rating("trend", named_days=False, good=good) for good in (True, False))
    context = Rated(FeedbackTaken(good=True), good.encode(), bad.encode())

    *_, buttons = plain(render(context)).blocks

    assert isinstance(buttons["elements"], list)
    pressed = [element for element in buttons["elements"] if isinstance(element, dict)]
    assert [element["action_id"] for element in pressed] == ["feedback_1", "feedback_2"]
    assert [Rating.decode(str(element["value"])) for element in pressed] == [good, bad]


@pytest.mark.parametrize("value", ["", "{}", '{"intent": 1, "days": true, "good": true}'])
def test_a_rating_that_is_not_ours_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Rating.decode(value)
