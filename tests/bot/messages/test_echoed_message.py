"""Below an answer stands what was understood of the question, and what was left out of it."""

from dataclasses import replace
from datetime import date

from bot.messages.contexts import Echoed, Help
from bot.messages.render import render
from scoring.model import Pillar
from tests.bot.messages.samples import TODAY

ANSWER = Help(is_manager=False, has_team=False)
ECHOED = Echoed(
    answer=ANSWER,
    days=(date(2026, 11, 9), date(2026, 11, 18)),
    pillar=Pillar.RELATIONSHIPS,
    signal="reply_rate",
    days_left_out=False,
    left_out=(),
    today=TODAY,
)


def echo(echoed: Echoed) -> str:
    return str(render(echoed).blocks[-1])


def test_the_answer_itself_stays_as_it_is() -> None:
    plain, echoed = render(ANSWER), render(ECHOED)

    assert echoed.text == plain.text
    assert echoed.blocks[:-1] == plain.blocks


def test_days_pillar_and_signal_are_told() -> None:
    assert "Understood: Mon 9 Nov – Wed 18 Nov, Relationships, reply rate." in echo(ECHOED)


def test_one_day_is_told_once() -> None:
    friday = date(2026, 11, 13)

    assert "Understood: Fri 13 Nov, Rel" in echo(replace(ECHOED, days=(friday, friday)))


def test_what_was_left_out_is_told_in_a_line() -> None:
    nothing = replace(ECHOED, days=None, pillar=None, signal=None, days_left_out=True)
    narrower = replace(nothing, left_out=(Pillar.BRAND, "comments"), days_left_out=False)

    assert "The days that you named make no difference here" in echo(nothing)
    assert "This can't be narrowed to Brand or comments, so it tells of everything." in echo(
        narrower
    )
    assert "Understood" not in echo(nothing)
