"""What people typed is shown as they typed it, and marks nothing up."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape as jinja_escape

from bot.messages.contexts import Person
from bot.messages.mrkdwn import (
    channel,
    clean,
    clip,
    escape,
    mention,
    sentence,
    someone,
    to_mrkdwn,
    to_plain,
)

anything = st.text(max_size=200)


@given(anything)
def test_what_was_typed_comes_out_as_typed_where_no_mark_up_is_obeyed(text: str) -> None:
    assert to_plain(escape(text), 10_000) == clean(text).strip()


@given(anything)
def test_what_was_typed_holds_no_mark_where_mark_up_is_obeyed(text: str) -> None:
    shown = to_mrkdwn(escape(text), 10_000)
    assert [mark for mark in "<>*~`" if mark in shown] == []
    assert re.search(r"(?<![^\W_])_|_(?![^\W_])", shown) is None, "only within a word"


@given(anything)
def test_finished_texts_are_not_escaped_twice(text: str) -> None:
    assert escape(escape(text)) == escape(text)


def test_quotes_that_jinja_escaped_come_back() -> None:
    assert to_mrkdwn(jinja_escape('it\'s "x"'), 100) == 'it\'s "x"'


@pytest.mark.parametrize("hidden", ["\u202e", "\u200f", "\u2066", "\ufeff", "\ud800"])
def test_signs_that_hide_or_turn_text_are_taken_out(hidden: str) -> None:
    assert clean(f"a{hidden}b") == "ab"


def test_emoji_that_are_joined_stay_whole() -> None:
    assert clean("👩\u200d💻") == "👩\u200d💻"


def test_line_breaks_in_names_become_spaces() -> None:
    assert clean("Ana\n\tLima\x00\u2028B") == "Ana Lima B"


def test_people_are_mentioned_by_id_and_named_without_one() -> None:
    assert mention(Person("Ana", "U0ANA")) == "<@U0ANA>"
    assert mention(Person("<!here>")) == "&lt;!here&gt;"
    assert mention(Person("Ana", "U1> <!here")) == "Ana"
    assert mention(Person("\u202e ")) == "?"


def test_no_mention_is_made_from_what_is_no_id() -> None:
    assert someone("U0ANA") == "<@U0ANA>"
    assert someone("<@U0ANA>") == "&lt;@U0ANA&gt;"
    assert channel("C01") == "<#C01>"
    assert channel("C01|x> <!here") == "C01|x&gt; &lt;!here"


def test_a_sentence_of_ours_may_mention_people_and_nothing_else() -> None:
    assert sentence("<@U1> in <#C1>: <!channel> `a&b`") == (
        "<@U1> in <#C1>: &lt;!channel&gt; `a&amp;b`"
    )


@pytest.mark.parametrize(
    ("text", "longest", "shown"),
    [
        ("short", 5, "short"),
        ("longer text", 8, "longer…"),
        ("ab &amp; cd", 7, "ab…"),
        ("see <@U0123456>", 10, "see…"),
    ],
)
def test_a_text_is_never_cut_through_an_entity_or_a_mention(
    text: str, longest: int, shown: str
) -> None:
    assert clip(text, longest) == shown
