"""Which days a window holds, what was known when, and what a tally counts."""

from datetime import date, timedelta

import pytest

from scoring.model import Fact, Kind, Tally
from scoring.rulebook import shipped
from scoring.window import expires_on, first_day, known, tallies, tally

RULEBOOK = shipped()[0]
DAY = date(2026, 3, 31)


def fact(kind: Kind, day: date, quantity: int = 1, counterpart: int | None = None) -> Fact:
    return Fact(kind, day, quantity, counterpart, known_from=1)


def count(name: str, *facts: Fact, at: int = 1) -> Tally:
    signal = RULEBOOK.find(name)
    assert signal
    return tally(signal, facts, DAY, at)


def test_a_window_of_90_days_holds_the_day_itself_and_89_before() -> None:
    assert first_day(90, DAY) == date(2026, 1, 1)
    assert first_day(1, DAY) == DAY


@pytest.mark.parametrize("window", [1, 28, 90])
def test_what_happened_counts_until_the_eve_of_its_expiry(window: int) -> None:
    gone = expires_on(window, DAY)

    assert first_day(window, gone - timedelta(days=1)) == DAY
    assert first_day(window, gone) > DAY


def test_facts_outside_the_window_are_passed_over() -> None:
    held = count(
        "comments",
        fact(Kind.COMMENT_MADE, date(2025, 12, 31)),
        fact(Kind.COMMENT_MADE, date(2026, 1, 1), 2),
        fact(Kind.COMMENT_MADE, DAY, 3),
        fact(Kind.COMMENT_MADE, date(2026, 4, 1)),
        fact(Kind.REACTION_MADE, DAY),
    )

    assert held == Tally(total=5, people=5, days=2)


@pytest.mark.parametrize(("at", "is_known"), [(1, False), (2, True), (4, True), (5, False)])
def test_a_fact_is_known_from_its_recording_until_its_retraction(
    at: int, *, is_known: bool
) -> None:
    retracted = Fact(Kind.COMMENT_MADE, DAY, 1, None, known_from=2, known_until=5)

    assert known(retracted, at) is is_known
    assert count("comments", retracted, at=at).total == is_known


def test_the_same_person_twice_is_one_person_and_the_nameless_are_each_their_own() -> None:
    held = count(
        "connections",
        fact(Kind.CONNECTION_MADE, DAY, counterpart=7),
        fact(Kind.CONNECTION_MADE, date(2026, 3, 1), counterpart=7),
        fact(Kind.CONNECTION_MADE, DAY, counterpart=8),
        fact(Kind.CONNECTION_MADE, DAY, quantity=3),
    )

    assert held.people == 2 + 3


def test_a_rate_counts_its_denominator() -> None:
    held = count(
        "reply_rate",
        fact(Kind.REPLY_RECEIVED, DAY, 2),
        fact(Kind.OUTREACH_SENT, DAY, 9),
    )

    assert (held.total, held.of) == (2, 9)


def test_a_state_holds_from_long_ago_until_it_changes() -> None:
    long_ago = date(1970, 1, 1)
    held = count(
        "profile",
        fact(Kind.PROFILE_SKILLS, long_ago, 20),
        fact(Kind.PROFILE_MEDIA, long_ago, 2),
        fact(Kind.PROFILE_MEDIA, date(2026, 2, 1), 0),
        fact(Kind.PROFILE_SUMMARY, date(2026, 4, 1), 1),
    )

    assert held == Tally(standing=1)


@pytest.mark.parametrize(("at", "standing"), [(1, 1), (2, 0)])
def test_of_two_words_on_a_state_for_one_day_the_later_recording_holds(
    at: int, standing: int
) -> None:
    first = Fact(Kind.PROFILE_MEDIA, DAY, 2, None, known_from=1)
    second = Fact(Kind.PROFILE_MEDIA, DAY, 0, None, known_from=2)

    assert count("profile", second, first, at=at).standing == standing


def test_two_words_of_one_recording_on_a_state_count_the_same_in_any_order() -> None:
    words = [fact(Kind.PROFILE_MEDIA, DAY, 0), fact(Kind.PROFILE_MEDIA, DAY, 2)]

    assert count("profile", *words) == count("profile", *reversed(words)) == Tally(standing=1)


def test_all_signals_are_tallied_at_once() -> None:
    facts = [fact(Kind.COMMENT_MADE, DAY, 4), fact(Kind.SEARCH_MADE, DAY)]

    held = tallies(RULEBOOK, facts, DAY, 1)

    assert held.keys() == {signal.name for signal in RULEBOOK.signals}
    assert held["comments"].total == 4
    assert held["days_active"].days == 1
