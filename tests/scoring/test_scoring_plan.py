"""What to do next, told by the scorer itself."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.explain import View
from scoring.model import Fact, Kind, Tally
from scoring.plan import Action, actions, plan
from scoring.rulebook import Rulebook, Signal, shipped
from scoring.score import score
from scoring.what_if import full_signals, units_to_fill, units_to_goal, what_if
from scoring.window import tallies

EVERYTHING = frozenset(Kind)
RULEBOOK, NOVEMBER = shipped()
DAY = date(2026, 10, 23)


def by_signal(found: tuple[Action, ...]) -> dict[str, Action]:
    return {action.signal: action for action in found}


def points_of(rulebook: Rulebook, held: dict[str, Tally]) -> int:
    return score(rulebook, held, DAY, EVERYTHING).points


def test_an_action_tells_what_half_an_hour_would_earn() -> None:
    """Comments take 4 minutes and earn 20 hundredths each: 7 of them in half an hour."""
    comments = by_signal(actions(RULEBOOK, {}, EVERYTHING, minutes=30))["comments"]

    assert (comments.units, comments.points, comments.minutes) == (7, 140, 28)
    assert comments.unit == "comments"


def test_an_action_does_no_more_than_fill_its_signal() -> None:
    found = by_signal(actions(RULEBOOK, {"comments": Tally(total=38)}, EVERYTHING))

    assert (found["comments"].units, found["comments"].points) == (2, 40)


def test_an_action_that_takes_longer_is_done_once() -> None:
    article = by_signal(actions(RULEBOOK, {}, EVERYTHING, minutes=30))["articles"]

    assert (article.units, article.minutes) == (1, 90)


def test_actions_come_with_the_best_use_of_time_first() -> None:
    paces = [action.points / action.minutes for action in actions(RULEBOOK, {}, EVERYTHING)]

    assert all(better >= worse for better, worse in pairwise(paces))


def test_full_signals_are_named_and_not_worked_on() -> None:
    held = {"comments": Tally(total=40), "posts": Tally(total=11)}

    assert [signal.name for signal in full_signals(RULEBOOK, held)] == ["comments"]
    assert "comments" not in by_signal(actions(RULEBOOK, held, EVERYTHING))


def test_what_no_source_can_show_is_not_proposed() -> None:
    found = actions(RULEBOOK, {}, frozenset({Kind.COMMENT_MADE}))

    assert by_signal(found).keys() == {"comments"}


def test_outreach_is_weighed_against_the_reply_rate_that_it_lowers() -> None:
    """One more of 10 with 3 answered: +17.5 for outreach (175 to 192), -50 for 3 of 11 answered."""
    held = {"outreach": Tally(people=10), "reply_rate": Tally(total=3, of=10)}

    assert "outreach" in by_signal(actions(RULEBOOK, {}, EVERYTHING))
    assert "outreach" not in by_signal(actions(RULEBOOK, held, EVERYTHING))


@settings(max_examples=100, deadline=None)
@given(facts=st.lists(st.from_type(Fact)), view=st.from_type(View), goal=st.integers(0, 10_000))
def test_a_plan_adds_up_to_the_score_it_reaches(facts: list[Fact], view: View, goal: int) -> None:
    held = tallies(view.rulebook, facts, view.day, view.known)

    found = plan(view.rulebook, held, goal, EVERYTHING)

    assert found.start == points_of(view.rulebook, held)
    assert found.reaches == found.start + sum(action.points for action in found.actions)
    if found.reaches < goal:
        after = {**held} | {
            action.signal: Tally(10**6, 10**6, 10**6, 10**6) for action in found.actions
        }
        assert points_of(view.rulebook, after) >= found.reaches


def test_a_plan_takes_the_cheapest_units_and_stops_at_the_goal() -> None:
    """Follows earn 20 a minute and fill at 200; then votes, 16.67 a minute: 6 of them for 100."""
    found = plan(NOVEMBER, {}, 300, EVERYTHING)

    assert [(action.signal, action.units) for action in found.actions] == [
        ("follows", 10),
        ("votes", 6),
    ]
    assert found.reaches == 300


def test_a_goal_out_of_reach_is_told_as_such() -> None:
    found = plan(RULEBOOK, {}, 10_000, EVERYTHING)

    assert found.reaches < found.goal == 10_000
    assert actions(RULEBOOK, {}, frozenset()) == ()


def test_a_goal_that_is_reached_asks_for_nothing() -> None:
    assert plan(RULEBOOK, {"comments": Tally(total=40)}, 800, EVERYTHING).actions == ()


def signal_of(rulebook: Rulebook, name: str) -> Signal:
    return next(signal for signal in rulebook.signals if signal.name == name)


@settings(max_examples=100, deadline=None)
@given(
    facts=st.lists(st.from_type(Fact)),
    view=st.from_type(View),
    units=st.integers(0, 20),
    more=st.integers(0, 20),
    place=st.integers(0, 8),
)
def test_what_if_is_a_difference_of_scores_and_keeps_below_the_cap(
    facts: list[Fact], view: View, units: int, more: int, place: int
) -> None:
    rulebook = view.rulebook
    held = dict(tallies(rulebook, facts, view.day, view.known))
    signal = rulebook.signals[place % len(rulebook.signals)]

    first = what_if(rulebook, held, signal, units)
    then = what_if(rulebook, first.tallies, signal, more)

    assert first.points == points_of(rulebook, {**first.tallies}) - points_of(rulebook, held)
    assert first.points <= signal.cap
    assert first.points + then.points == what_if(rulebook, held, signal, units + more).points
    if not units_to_fill(signal, held):
        assert first.points <= 0


def test_another_one_of_what_is_full_adds_nothing() -> None:
    comments = signal_of(RULEBOOK, "comments")

    assert units_to_fill(comments, {"comments": Tally(total=40)}) == 0
    assert what_if(RULEBOOK, {"comments": Tally(total=40)}, comments, 5).points == 0
    assert what_if(RULEBOOK, {"comments": Tally(total=38)}, comments, 5).points == 40


def test_a_rate_rises_by_answers_to_what_was_sent() -> None:
    replies = signal_of(RULEBOOK, "reply_rate")
    held = {"reply_rate": Tally(total=3, of=20)}

    outcome = what_if(RULEBOOK, held, replies, 2)

    assert outcome.tallies["reply_rate"] == Tally(total=5, of=20)
    assert outcome.points == points_of(RULEBOOK, {**outcome.tallies}) - points_of(RULEBOOK, held)
    assert outcome.points > 0
    filled = 3 + units_to_fill(replies, held)
    assert filled >= replies.target * 20 > filled - 1


def test_one_signal_alone_reaches_a_goal_or_is_filled() -> None:
    """A comment is worth 20 hundredths: 5 of them for 100, and never more than 40 in all."""
    comments = signal_of(RULEBOOK, "comments")

    assert units_to_goal(RULEBOOK, {}, comments, 100) == 5
    assert units_to_goal(RULEBOOK, {}, comments, 10_000) == 40
    assert units_to_goal(RULEBOOK, {"posts": Tally(total=12)}, comments, 100) == 0
