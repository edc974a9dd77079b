"""What lies within somebody's usual week raises no alarm anywhere; what lies beyond it does."""

from datetime import date, timedelta

import pytest

from bot.activity import Source
from bot.answers.ahead.warning import drop_ahead, warn
from bot.answers.score.cohort import pairs, shared
from bot.answers.score.leeway import swing_of, swings
from bot.answers.teams.report import team_report
from bot.storage.recordings import Batch
from bot.storage.tables import Member
from scoring.model import Amount, Kind, Pillar, Scorecard, SignalScore
from tests.bot.answers.crew import LONG_BEFORE, NOW, TODAY, Crew, days_ago

SINCE = days_ago(7)


def keep_weeks(crew: Crew, member: Member, *swung: int, last: date = SINCE) -> None:
    """Keep a snapshot at each end of some weeks, in which the score moved by so much (tenths)."""
    known = crew.store.recordings.latest(crew.desk.workspace_id)
    points = 5000
    for weeks_ago, moved in enumerate((*swung, 0)):
        day = last - timedelta(weeks=weeks_ago)
        told = SignalScore("comments", Pillar.INSIGHTS, Amount(1), points, 2500, observed=True)
        card = Scorecard(day, crew.desk.rulebook(day).version, (told,))
        crew.store.snapshots.save(crew.desk.workspace_id, [(member.member_id, card)], known)
        points += 10 * moved


def falling(crew: Crew, name: str, by: int) -> Member:
    """Make a member whose score fell by so many tenths in the last week, an even number."""
    member = crew.join(name)
    crew.comments(member, by // 2, days_ago(93))
    crew.comments(member, 1, days_ago(1), at=LONG_BEFORE + timedelta(minutes=1))
    return member


def reasons(crew: Crew) -> dict[str, str | None]:
    report = team_report(crew.desk, crew.team, TODAY)
    return {row.person.name: row.needs_help for row in report.rows}


def test_a_fall_within_the_usual_week_asks_for_no_look(crew: Crew) -> None:
    calm, lively, new = (falling(crew, name, 40) for name in ("calm", "lively", "new"))
    keep_weeks(crew, calm, *[5] * 8)
    keep_weeks(crew, lively, *[45, -45] * 4)
    keep_weeks(crew, new, *[45, -45] * 3)

    assert reasons(crew) == {"calm": "fell", "lively": None, "new": "fell"}


def test_a_usual_fall_is_not_counted_as_one(crew: Crew) -> None:
    team = [falling(crew, f"member{number}", 40) for number in range(6)]
    for number, member in enumerate(team):
        keep_weeks(crew, member, *[45 if number else 5] * 8)
    members = crew.store.teams.members(crew.desk.workspace_id, crew.team.team_id)

    together = shared(crew.desk, pairs(crew.desk, members, SINCE, TODAY), SINCE, TODAY)

    assert together
    assert (together.moved, together.of, together.fell) == (1, 6, True)
    assert together.beyond_usual
    assert not together.by_most


@pytest.mark.parametrize(("usual", "owed"), [(35, True), (40, False)])
def test_no_word_comes_before_a_drop_that_is_usual(crew: Crew, usual: int, *, owed: bool) -> None:
    ana = crew.join("ana")
    crew.comments(ana, 20, days_ago(88))
    keep_weeks(crew, ana, *[usual] * 8, last=days_ago(1))
    warn(crew.desk, ana, 10)

    assert bool(drop_ahead(crew.desk, crew.again(ana))) is owed


def test_a_week_in_which_an_import_showed_more_is_no_swing(crew: Crew) -> None:
    ana = falling(crew, "ana", 40)
    keep_weeks(crew, ana, *[5] * 7, last=SINCE)
    reactions = Batch(
        source=Source.LINKEDIN_EXPORT,
        title="reactions",
        recorded_by="UANA",
        as_of=TODAY,
        covers=frozenset({Kind.REACTION_MADE}),
    )
    crew.store.recordings.record(crew.desk.workspace_id, ana.member_id, reactions, NOW)
    keep_weeks(crew, ana, last=TODAY)

    assert swings(crew.desk, [ana.member_id], TODAY) == {}, "the eighth week is of another kind"


def test_the_days_of_a_change_are_no_part_of_what_it_is_held_against(crew: Crew) -> None:
    ana = falling(crew, "ana", 40)
    keep_weeks(crew, ana, *[900] * 3, *[5] * 8, last=TODAY)

    assert swing_of(crew.desk, ana.member_id, days_ago(21), days_ago(14)) == 5
    assert swing_of(crew.desk, ana.member_id, days_ago(21), TODAY) is None
