"""What the coming days will take is told exactly."""

from datetime import date, timedelta

from hypothesis import given, settings

from scoring.explain import View
from scoring.model import Evidence, Fact, Kind, Pillar
from scoring.outlook import Leaving, outlook
from scoring.rulebook import shipped
from scoring.score import score
from scoring.window import tallies

EVERYTHING = frozenset(Kind)
RULEBOOK = shipped()[0]
TODAY = date(2026, 10, 23)


@settings(max_examples=300, deadline=None)
@given(...)
def test_what_leaves_adds_up_to_the_change_of_the_score(facts: list[Fact], view: View) -> None:
    happened = [fact for fact in facts if fact.day <= view.day]
    last = view.day + timedelta(days=7)

    leaving = outlook(facts, view.rulebook, view.day, view.known, days=7)

    today, then = (
        score(view.rulebook, tallies(view.rulebook, happened, day, view.known), day, EVERYTHING)
        for day in (view.day, last)
    )
    assert then.points - today.points == sum(one.points for one in leaving)
    assert all(view.day < one.day <= last for one in leaving)


def test_a_comment_leaves_on_the_day_its_window_moves_on() -> None:
    """27 July is in the 90 days to 24 October, and no longer in those to 25 October."""
    comment = Fact(Kind.COMMENT_MADE, date(2026, 7, 27), 6, None, known_from=1)

    leaving = outlook([comment], RULEBOOK, TODAY, known=1, days=7)

    went = Evidence(Kind.COMMENT_MADE, -6, date(2026, 7, 27), date(2026, 7, 27))
    gone = Leaving(date(2026, 10, 25), Pillar.INSIGHTS, "comments", -120, (went,))
    assert leaving == (gone,)


def test_what_lay_above_the_cap_leaves_without_loss() -> None:
    facts = [
        Fact(Kind.COMMENT_MADE, date(2026, 7, 27), 6, None, known_from=1),
        Fact(Kind.COMMENT_MADE, date(2026, 9, 1), 50, None, known_from=1),
    ]

    leaving = outlook(facts, RULEBOOK, TODAY, known=1, days=7)

    assert [(one.signal, one.points) for one in leaving] == [("comments", 0)]


def test_a_reply_rate_recovers_when_old_unanswered_outreach_leaves() -> None:
    """2 of 20 answered become 2 of 10: 550 / 0.3 · (0.2 - 0.1) = 183.33 hundredths more."""
    facts = [
        Fact(Kind.OUTREACH_SENT, date(2026, 7, 27), 10, None, known_from=1),
        Fact(Kind.OUTREACH_SENT, date(2026, 9, 1), 10, None, known_from=1),
        Fact(Kind.REPLY_RECEIVED, date(2026, 9, 2), 2, None, known_from=1),
    ]

    leaving = outlook(facts, RULEBOOK, TODAY, known=1, days=7)

    assert [(one.signal, one.points) for one in leaving] == [("reply_rate", 184)]


def test_a_state_never_leaves() -> None:
    section = Fact(Kind.PROFILE_SKILLS, date(1970, 1, 1), 12, None, known_from=1)

    assert outlook([section], RULEBOOK, TODAY, known=1, days=100) == ()
