"""What is not seen is never a loss: what no source shows at one end is no part of a change."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.coverage import Sighting
from scoring.explain import View, explain
from scoring.model import Change, Fact, Kind
from scoring.score import is_observed
from tests.scoring.conftest import HAPPENINGS, STATES

thorough = settings(max_examples=150, deadline=None)
sights = st.sets(st.sampled_from(HAPPENINGS + STATES)).map(frozenset)


def why(
    facts: list[Fact], one: View, other: View, then: frozenset[Kind], now: frozenset[Kind]
) -> Change:
    before, after = (one, other) if one.day <= other.day else (other, one)
    return explain(facts, before, replace(after, known=max(one.known, other.known)), now, then)


@thorough
@given(st.lists(st.from_type(Fact)), st.from_type(View), st.from_type(View), sights, sights)
def test_nothing_that_no_source_shows_now_is_counted_or_explained(
    facts: list[Fact], one: View, other: View, then: frozenset[Kind], now: frozenset[Kind]
) -> None:
    change = why(facts, one, other, then, now)

    for card in (change.before, change.after):
        assert all(signal.observed or not signal.points for signal in card.signals)
    told = {found.kind for cause in change.causes for found in cause.evidence}
    assert told <= now


@thorough
@given(st.lists(st.from_type(Fact)), st.from_type(View), st.from_type(View), sights, sights)
def test_a_change_stays_the_sum_of_its_causes(
    facts: list[Fact], one: View, other: View, then: frozenset[Kind], now: frozenset[Kind]
) -> None:
    change = why(facts, one, other, then, now)

    assert change.points == sum(cause.points for cause in change.causes)


@thorough
@given(st.lists(st.from_type(Fact)), st.from_type(View), st.from_type(View), sights, sights)
def test_what_is_undone_leaves_a_change_of_what_is_left(
    facts: list[Fact], one: View, other: View, then: frozenset[Kind], now: frozenset[Kind]
) -> None:
    """The vanished kinds might as well never have been recorded."""
    gone = Sighting(then, now).gone
    left = [fact for fact in facts if fact.kind not in gone]

    assert why(facts, one, other, then, now) == why(left, one, other, then - gone, now)


@thorough
@given(st.lists(st.from_type(Fact)), st.from_type(View), st.from_type(View), sights, sights)
def test_what_is_newly_shown_is_never_a_correction(
    facts: list[Fact], one: View, other: View, then: frozenset[Kind], now: frozenset[Kind]
) -> None:
    """Both days count it as it is known now, so that an import is nobody's gain of the week."""
    come = Sighting(then, now).come
    change = why(facts, one, other, then, now)

    corrected = (cause for cause in change.causes if cause.cause == "corrected")
    assert come.isdisjoint(found.kind for cause in corrected for found in cause.evidence)


@thorough
@given(st.lists(st.from_type(Fact)), st.from_type(View), sights)
def test_a_rate_of_which_only_half_is_seen_earns_nothing(
    facts: list[Fact], view: View, now: frozenset[Kind]
) -> None:
    card = explain(facts, view, view, now).after

    for signal, scored in zip(view.rulebook.signals, card.signals, strict=True):
        assert scored.observed is is_observed(signal, now)
        assert scored.observed or not scored.points


def test_what_came_and_what_went_are_told_apart() -> None:
    sighting = Sighting(
        {Kind.COMMENT_MADE, Kind.REPLY_RECEIVED}, {Kind.REPLY_RECEIVED, Kind.POST_PUBLISHED}
    )

    assert sighting.gone == {Kind.COMMENT_MADE}
    assert sighting.come == {Kind.POST_PUBLISHED}
