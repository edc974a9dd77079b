"""What holds for every history, every rulebook and every pair of views."""

from collections import defaultdict
from dataclasses import replace
from random import Random

from hypothesis import given, settings

from scoring.explain import View, explain
from scoring.holding import hold, moved, total
from scoring.measures import measure
from scoring.model import Amount, Change, Evidence, Fact, Kind, Scorecard
from scoring.rulebook import Rulebook
from scoring.score import score
from scoring.window import History, tallies, tally

EVERYTHING = frozenset(Kind)
thorough = settings(max_examples=200, deadline=None)


def in_order(one: View, other: View) -> tuple[View, View]:
    return (one, other) if one.day <= other.day else (other, one)


def why(facts: list[Fact], one: View, other: View) -> Change:
    return explain(facts, *in_order(one, other), EVERYTHING)


def points(card: Scorecard) -> dict[tuple[str, str], int]:
    return {(signal.pillar, signal.name): signal.points for signal in card.signals}


@thorough
@given(...)
def test_causes_sum_to_the_change_of_every_signal(
    facts: list[Fact], one: View, other: View
) -> None:
    change = why(facts, one, other)

    sums: defaultdict[tuple[str, str], int] = defaultdict(int)
    for cause in change.causes:
        sums[cause.pillar, cause.signal] += cause.points
    before, after = points(change.before), points(change.after)
    expected = {key: after.get(key, 0) - before.get(key, 0) for key in before | after}
    assert {key: gain for key, gain in expected.items() if gain} == {
        key: gain for key, gain in sums.items() if gain
    }
    assert change.points == sum(cause.points for cause in change.causes)


@thorough
@given(...)
def test_the_cards_of_a_change_are_the_scores_of_its_two_views(
    facts: list[Fact], one: View, other: View
) -> None:
    change = why(facts, one, other)

    for view, card in zip(in_order(one, other), (change.before, change.after), strict=True):
        held = tallies(view.rulebook, facts, view.day, view.known)
        assert score(view.rulebook, held, view.day, EVERYTHING) == card


@thorough
@given(...)
def test_a_score_lies_between_0_and_100(facts: list[Fact], view: View) -> None:
    held = tallies(view.rulebook, facts, view.day, view.known)

    card = score(view.rulebook, held, view.day, EVERYTHING)

    assert 0 <= card.points <= 10_000
    assert all(0 <= signal.points <= signal.cap for signal in card.signals)


@thorough
@given(...)
def test_the_order_of_facts_changes_nothing(
    facts: list[Fact], one: View, other: View, random: Random
) -> None:
    shuffled = random.sample(facts, len(facts))

    assert why(facts, one, other) == why(shuffled, one, other)


@thorough
@given(...)
def test_splitting_facts_into_single_units_changes_nothing(
    facts: list[Fact], one: View, other: View
) -> None:
    split = [
        unit
        for fact in facts
        for unit in ([fact] if fact.kind.is_state else [fact._replace(quantity=1)] * fact.quantity)
    ]

    assert why(facts, one, other) == why(split, one, other)


@thorough
@given(...)
def test_equal_rulebooks_give_no_cause_of_rules(
    facts: list[Fact], one: View, other: View, rulebook: Rulebook
) -> None:
    change = why(facts, replace(one, rulebook=rulebook), replace(other, rulebook=rulebook))

    assert "rules" not in {cause.cause for cause in change.causes}


@thorough
@given(...)
def test_nothing_is_corrected_when_the_same_was_known(
    facts: list[Fact], one: View, other: View
) -> None:
    change = why(facts, one, replace(other, known=one.known))

    assert "corrected" not in {cause.cause for cause in change.causes}


@thorough
@given(...)
def test_on_one_day_nothing_is_new_and_nothing_ages(
    facts: list[Fact], one: View, other: View
) -> None:
    change = why(facts, one, replace(other, day=one.day))

    assert {cause.cause for cause in change.causes} <= {"corrected", "rules"}


@thorough
@given(...)
def test_a_view_differs_from_itself_by_nothing(facts: list[Fact], view: View) -> None:
    assert why(facts, view, view).causes == ()


@thorough
@given(...)
def test_evidence_adds_up_to_what_was_measured(
    facts: list[Fact], one: View, other: View, rulebook: Rulebook
) -> None:
    change = why(facts, replace(one, rulebook=rulebook), replace(other, rulebook=rulebook))

    evidence: defaultdict[str, list[Evidence]] = defaultdict(list)
    for cause in change.causes:
        evidence[cause.signal] += cause.evidence
    for before, after in zip(change.before.signals, change.after.signals, strict=True):
        signal = rulebook.find(before.name)
        assert signal
        if before.name in evidence:
            moved = [found for found in evidence[before.name] if found.kind in signal.kinds]
            difference = after.amount.value - before.amount.value
            assert difference == sum(found.amount for found in moved)


@thorough
@given(...)
def test_what_is_held_adds_up_to_what_is_tallied(facts: list[Fact], view: View) -> None:
    history = History.known_at(facts, view.known)
    for signal in view.rulebook.signals:
        held: Amount = total(signal, hold(signal, history, view.day).values())

        assert measure(signal, tally(signal, facts, view.day, view.known)) == held


@thorough
@given(...)
def test_what_moved_turns_one_amount_into_the_other(
    facts: list[Fact], one: View, other: View
) -> None:
    for signal in one.rulebook.signals:
        before = hold(signal, History.known_at(facts, one.known), one.day)
        after = hold(signal, History.known_at(facts, other.known), other.day)

        pieces = moved(before, after)

        start, end = total(signal, before.values()), total(signal, after.values())
        assert total(signal, pieces).value == end.value - start.value
        assert all(piece.amount for piece in pieces)
