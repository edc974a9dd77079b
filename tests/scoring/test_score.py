"""What amounts are worth, and which signals can be seen at all."""

from datetime import date
from fractions import Fraction

import pytest

from scoring.model import Amount, Kind, Pillar, Tally
from scoring.rulebook import Signal, shipped
from scoring.score import points, score, worth

RULEBOOK = shipped()[0]
DAY = date(2026, 3, 31)


def signal(name: str) -> Signal:
    found = RULEBOOK.find(name)
    assert found
    return found


@pytest.mark.parametrize(("made", "earned"), [(0, 0), (1, 20), (39, 780), (40, 800), (500, 800)])
def test_points_grow_in_a_straight_line_up_to_the_cap(made: int, earned: int) -> None:
    assert points(signal("comments"), Amount(made)) == earned


@pytest.mark.parametrize(("people", "earned"), [(1, 18), (3, 52), (5, 88)])
def test_a_half_goes_to_the_even_neighbour(people: int, earned: int) -> None:
    """3.5 points for 20 people: 17.5, 52.5 and 87.5 hundredths."""
    assert points(signal("outreach"), Amount(people)) == earned


@pytest.mark.parametrize(
    ("answered", "sent", "share"),
    [(0, 0, 0), (1, 1, Fraction(1, 3)), (1, 10, Fraction(1, 3)), (1, 20, Fraction(1, 6))],
)
def test_a_rate_is_of_at_least_its_minimum(answered: int, sent: int, share: Fraction) -> None:
    """5.5 points at 3 of 10: one answer to one message is worth as much as one of ten."""
    assert worth(signal("reply_rate"), Amount(answered, sent)) == 550 * share


def test_a_full_card_is_100_points() -> None:
    plenty = Tally(total=1000, people=1000, days=1000, standing=1000, of=1000)
    held = {signal.name: plenty for signal in RULEBOOK.signals}

    card = score(RULEBOOK, held, DAY, frozenset(Kind))

    assert card.points == 10_000
    assert [card.pillar_points(pillar) for pillar in Pillar] == [2500] * 4


def test_signals_without_a_source_are_named_as_not_observed() -> None:
    card = score(RULEBOOK, {}, DAY, frozenset({Kind.COMMENT_MADE, Kind.REPLY_RECEIVED}))

    assert {line.name for line in card.signals if line.observed} == {"comments", "days_active"}
    assert card.pillar_seen(Pillar.INSIGHTS) == 800
    assert card.pillar_seen(Pillar.RELATIONSHIPS) == 0


def test_a_rate_is_observed_when_both_of_its_halves_are() -> None:
    card = score(RULEBOOK, {}, DAY, frozenset({Kind.OUTREACH_SENT, Kind.REPLY_RECEIVED}))

    assert "reply_rate" in {line.name for line in card.signals if line.observed}
