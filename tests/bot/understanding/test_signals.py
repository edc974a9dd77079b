"""A signal is found under the names and turns of phrase that people have for it, and no further."""

import pytest

from bot.understanding.phrases import plain_words
from bot.understanding.pillars import find_pillar
from bot.understanding.signals import find_signal
from bot.understanding.text import read_message
from scoring.model import Pillar

NAMED = {
    "half of them turned down my invitation": "acceptance_rate",
    "six of us were refused, are refusals by strangers counted": "acceptance_rate",
    "people decline me all week": "acceptance_rate",
    "is a rejected contact request a minus": "acceptance_rate",
    "only crickets after my messages": "reply_rate",
    "how do I get prospects to respond": "reply_rate",
    "my messages are hardly answered": "reply_rate",
    "the prospects keep seenzoning me": "reply_rate",
    "how many searches do I have saved": "saved_searches",
    "does a search alert help": "saved_searches",
    "I looked up ten GMs": "decision_makers",
    "found 12 CIOs and nothing moved": "decision_makers",
    "how do I reach the directors": "decision_makers",
    "board members found this week": "decision_makers",
    "C-levels located, the count please": "decision_makers",
    "i like everything and get nothing": "reactions",
    "rxns per week": "reactions",
    "do I have to press the heart": "reactions",
    "pending conn reqs": "acceptance_rate",
    "I changed my job title": "profile",
    "is a face photo a must": "profile",
    "I wrote forty people": "messages",
    "should I put up a video of the plant": "posts",
    "a good word from my boss, does it help": "recommendations",
    "lookups this week": "searches",
}

UNNAMED = [
    "my brand declines this week",
    "can the directors see where I stand",
    "my question is still not answered",
    "no commentary, the number only",
    "I have a review with my manager on friday",
    "how should I react to the drop",
    "do managers see my score",
    "the exec team wants a summary",
    "where is it published",
    "one line for the newsletter",
    "the big boss asks why we fell",
    "can anyone look me up",
    "she posted in the group chat that she won",
]


@pytest.mark.parametrize(("text", "signal"), NAMED.items())
def test_a_signal_is_found_under_its_usual_names(text: str, signal: str) -> None:
    assert find_signal(plain_words(read_message(text, None).text)) == signal


@pytest.mark.parametrize("text", UNNAMED)
def test_a_neighbouring_meaning_is_no_signal(text: str) -> None:
    assert find_signal(plain_words(read_message(text, None).text)) is None


PILLARS = {
    "rel 9/25, what is missing": Pillar.RELATIONSHIPS,
    "people minus 2 since monday": Pillar.PEOPLE,
    "i see that people is at 11": Pillar.PEOPLE,
    "finding of persons is weak": Pillar.PEOPLE,
    "i am brand new, what now": None,
    "our relationship manager asks": None,
    "do people now see my score": None,
}


@pytest.mark.parametrize(("text", "pillar"), PILLARS.items())
def test_a_pillar_is_told_from_ordinary_words(text: str, pillar: Pillar | None) -> None:
    assert find_pillar(plain_words(read_message(text, None).text)) == pillar
