"""An answer's reference: the same inputs have the same one, others have another."""

from dataclasses import replace
from random import Random

from hypothesis import given

from scoring.explain import View
from scoring.model import Fact, Kind, Scorecard
from scoring.reference import Reference, refer_to
from scoring.score import score
from scoring.window import History, tallies_of

EVERYTHING = frozenset(Kind)


def card(facts: list[Fact], view: View) -> Scorecard:
    tallies = tallies_of(view.rulebook, History.known_at(facts, view.known), view.day)
    return score(view.rulebook, tallies, view.day, EVERYTHING)


@given(...)
def test_facts_in_another_order_are_the_same_inputs(
    facts: list[Fact], view: View, random: Random
) -> None:
    shuffled = random.sample(facts, len(facts))

    assert refer_to([card(facts, view)], 7) == refer_to([card(shuffled, view)], 7)


@given(...)
def test_members_in_another_order_are_the_same_inputs(
    some: list[Fact], others: list[Fact], view: View
) -> None:
    cards = [card(some, view), card(others, view)]

    assert refer_to(cards, 7) == refer_to(reversed(cards), 7)


@given(...)
def test_one_unit_more_of_anything_is_another_input(facts: list[Fact], view: View) -> None:
    scored = card(facts, view)
    first = scored.signals[0]
    more = first._replace(amount=first.amount._replace(value=first.amount.value + 1))

    other = replace(scored, signals=(more, *scored.signals[1:]))

    assert refer_to([scored], 7) != refer_to([other], 7)


@given(...)
def test_a_reference_is_read_as_it_is_written(facts: list[Fact], view: View) -> None:
    reference = refer_to([card(facts, view)], view.known)

    assert Reference.parse(f" {reference} ") == reference
