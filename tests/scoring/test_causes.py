"""Changes worked out by hand, each with its arithmetic."""

from datetime import date, timedelta
from itertools import chain, repeat

import pytest

from scoring.explain import View, explain
from scoring.model import Cause, CauseKind, Evidence, Fact, Kind, Pillar
from scoring.rulebook import Rulebook, shipped

JANUARY, NOVEMBER = shipped()
EVERYTHING = frozenset(Kind)
FRIDAY = date(2026, 10, 23)
NEXT_FRIDAY = date(2026, 10, 30)
OUT_OF_BOTH_WINDOWS = FRIDAY - timedelta(days=200)


def happened(kind: Kind, day: date, times: int = 1, counterpart: int | None = None) -> Fact:
    return Fact(kind, day, times, counterpart, known_from=1)


def causes_of(
    facts: list[Fact],
    start: tuple[Rulebook, date, int],
    end: tuple[Rulebook, date, int],
    signal: str,
) -> list[Cause]:
    change = explain(facts, View(*start), View(*end), EVERYTHING)
    return [cause for cause in change.causes if cause.signal == signal]


def points_of(causes: list[Cause]) -> dict[str, int]:
    return {cause.cause.value: cause.points for cause in causes}


def test_comments_that_leave_the_window_and_new_ones_tell_their_days() -> None:
    """January's rules: 8 points for 40 comments in 90 days, so each is worth 20 hundredths.

    On 23 October the window begins on 26 July, on 30 October on 2 August. 6 comments lie between,
    2 are new: 6 · -20 = -120 and 2 · 20 = +40.
    """
    facts = [
        happened(Kind.COMMENT_MADE, date(2026, 7, 27), 4),
        happened(Kind.COMMENT_MADE, date(2026, 8, 1), 2),
        happened(Kind.COMMENT_MADE, date(2026, 8, 2), 10),
        happened(Kind.COMMENT_MADE, date(2026, 10, 26), 2),
    ]

    causes = causes_of(facts, (JANUARY, FRIDAY, 1), (JANUARY, NEXT_FRIDAY, 1), "comments")

    came = Evidence(Kind.COMMENT_MADE, 2, date(2026, 10, 26), date(2026, 10, 26))
    went = Evidence(Kind.COMMENT_MADE, -6, date(2026, 7, 27), date(2026, 8, 1))
    assert [
        Cause(Pillar.INSIGHTS, "comments", CauseKind.NEW, 40, (came,)),
        Cause(Pillar.INSIGHTS, "comments", CauseKind.AGED_OUT, -120, (went,)),
    ] == causes


def test_a_late_import_and_a_retraction_are_corrections_of_the_older_day() -> None:
    """Recording 2 brings 3 comments of 20 October and takes 1 of 19 October back: +60 and -20."""
    facts = [
        Fact(Kind.COMMENT_MADE, date(2026, 10, 20), 3, None, known_from=2),
        Fact(Kind.COMMENT_MADE, date(2026, 10, 19), 1, None, known_from=1, known_until=2),
    ]

    causes = causes_of(facts, (JANUARY, FRIDAY, 1), (JANUARY, NEXT_FRIDAY, 2), "comments")

    assert points_of(causes) == {"corrected": 40}
    assert tuple(found.amount for found in causes[0].evidence) == (3, -1)


def test_new_rules_are_paid_the_mean_of_coming_first_and_of_coming_second() -> None:
    """Comments go from 8 to 9 points for 40: from 20 to 22.5 hundredths each.

    10 comments before, 14 after. Rules: ½ · (10 · 2.5 + 14 · 2.5) = 30; the four new ones:
    4 · ½ · (20 + 22.5) = 85. In all 14 · 22.5 - 10 · 20 = 115.
    """
    facts = [
        happened(Kind.COMMENT_MADE, date(2026, 11, 1), 10),
        happened(Kind.COMMENT_MADE, date(2026, 11, 11), 4),
    ]
    eve, day = date(2026, 11, 10), date(2026, 11, 11)

    causes = causes_of(facts, (JANUARY, eve, 1), (NOVEMBER, day, 1), "comments")

    assert points_of(causes) == {"new": 85, "rules": 30}


def test_a_retired_signal_takes_its_points_by_the_rules() -> None:
    """Three of five saved searches earned 3/5 of 4 points: 240 hundredths, now gone."""
    facts = [happened(Kind.SEARCH_SAVED, date(2026, 11, 2), 3)]
    eve, day = date(2026, 11, 10), date(2026, 11, 11)

    causes = causes_of(facts, (JANUARY, eve, 1), (NOVEMBER, day, 1), "saved_searches")

    assert points_of(causes) == {"rules": -240}


def test_the_reply_rate_falls_when_outreach_goes_unanswered() -> None:
    """5.5 points at 3 of 10. 4 of 20 answered is 366.67 hundredths, 5 of 30 is 305.56: -61.

    On the path v = 4 + t and w = 20 + 10t, with 550 / 0.3 = 1833.33:
    the reply earns 1833.33 · ln(30/20) / 10 = 74.34; the ten messages take -61.11 - 74.34.
    Both are new, so they are one cause, with both numbers as its evidence.
    """
    facts = [
        happened(Kind.OUTREACH_SENT, date(2026, 10, 5), 20),
        happened(Kind.REPLY_RECEIVED, date(2026, 10, 6), 4),
        happened(Kind.OUTREACH_SENT, date(2026, 10, 26), 10),
        happened(Kind.REPLY_RECEIVED, date(2026, 10, 27), 1),
    ]

    causes = causes_of(facts, (JANUARY, FRIDAY, 1), (JANUARY, NEXT_FRIDAY, 1), "reply_rate")

    assert points_of(causes) == {"new": -61}
    assert {found.kind: found.amount for found in causes[0].evidence} == {
        Kind.OUTREACH_SENT: 10,
        Kind.REPLY_RECEIVED: 1,
    }


def test_a_person_ages_out_only_when_nothing_with_them_is_left() -> None:
    """People written to first: 28 days, 3.5 points for 20, so 17.5 hundredths each.

    On 30 October the window begins on 3 October. Person 1 was written to on 1 and 20 October and
    stays; person 2 only on 2 October, and is gone: 35 hundredths become 17.5, rounded to even 18.
    """
    facts = [
        happened(Kind.OUTREACH_SENT, date(2026, 10, 1), counterpart=1),
        happened(Kind.OUTREACH_SENT, date(2026, 10, 20), counterpart=1),
        happened(Kind.OUTREACH_SENT, date(2026, 10, 2), counterpart=2),
    ]

    causes = causes_of(facts, (JANUARY, FRIDAY, 1), (JANUARY, NEXT_FRIDAY, 1), "outreach")

    assert points_of(causes) == {"aged_out": -17}
    assert tuple(found.amount for found in causes[0].evidence) == (-1,)


def test_profile_sections_come_and_go_on_their_own_days() -> None:
    """Each of eight sections is worth 7 / 8 points, 87.5 hundredths; two come, one is emptied."""
    facts = [
        happened(Kind.PROFILE_SKILLS, OUT_OF_BOTH_WINDOWS, 12),
        happened(Kind.PROFILE_SKILLS, date(2026, 10, 27), 0),
        happened(Kind.PROFILE_MEDIA, date(2026, 10, 28), 1),
        happened(Kind.PROFILE_SUMMARY, date(2026, 10, 28), 1),
    ]

    causes = causes_of(facts, (JANUARY, FRIDAY, 1), (JANUARY, NEXT_FRIDAY, 1), "profile")

    emptied = Evidence(Kind.PROFILE_SKILLS, -1, date(2026, 10, 27), date(2026, 10, 27))
    assert points_of(causes) == {"new": 175, "aged_out": -88}
    assert (emptied,) == causes[1].evidence


@pytest.mark.parametrize("size", [1, 2, 5, 10])
def test_credit_does_not_depend_on_how_activity_is_grouped(size: int) -> None:
    """40 comments fill the signal. 30 before, 20 leave and 40 come: 50 are 10 too many.

    The path from 30 to 50 earns 800 - 600 = 200 over 20 comments, 10 hundredths each:
    40 · 10 = +400 and 20 · -10 = -200, in however many activities they were recorded.
    """
    left, stayed, came = date(2026, 7, 27), date(2026, 10, 1), date(2026, 10, 27)
    facts = list(
        chain(
            repeat(happened(Kind.COMMENT_MADE, left, size), 20 // size),
            repeat(happened(Kind.COMMENT_MADE, stayed, size), 10 // size),
            repeat(happened(Kind.COMMENT_MADE, came, size), 40 // size),
        )
    )

    causes = causes_of(facts, (JANUARY, FRIDAY, 1), (JANUARY, NEXT_FRIDAY, 1), "comments")

    assert points_of(causes) == {"new": 400, "aged_out": -200}


def test_what_comes_and_goes_above_the_cap_is_no_cause() -> None:
    facts = [
        happened(Kind.COMMENT_MADE, date(2026, 7, 27), 20),
        happened(Kind.COMMENT_MADE, date(2026, 10, 1), 60),
        happened(Kind.COMMENT_MADE, date(2026, 10, 27), 30),
    ]

    causes = causes_of(facts, (JANUARY, FRIDAY, 1), (JANUARY, NEXT_FRIDAY, 1), "comments")

    assert causes == []


def test_a_cause_too_small_for_points_stays_beside_one_with_points() -> None:
    """Searches: 5 points for 40 in 28 days. 200 before, 162 leave, 1 comes: 39 are left.

    From 500 to 487.5, rounded 488. The path from 200 to 39 loses 12.5 over 161 searches, 0.078
    each, most of them above the cap: 162 went, -12.58, and 1 came, +0.08, which is no hundredth.
    """
    facts = [
        happened(Kind.SEARCH_MADE, date(2026, 9, 28), 162),
        happened(Kind.SEARCH_MADE, date(2026, 10, 20), 38),
        happened(Kind.SEARCH_MADE, date(2026, 10, 28), 1),
    ]

    causes = causes_of(facts, (JANUARY, FRIDAY, 1), (JANUARY, NEXT_FRIDAY, 1), "searches")

    assert points_of(causes) == {"new": 0, "aged_out": -12}
    assert causes[0].evidence[0].amount == 1


def test_a_change_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match="forward in time, not from 2026-10-30 to 2026-10-23"):
        explain([], View(JANUARY, NEXT_FRIDAY, 1), View(JANUARY, FRIDAY, 1), EVERYTHING)
