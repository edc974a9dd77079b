"""What went with outcomes: for managers, of their own team, honest where there is too little."""

from datetime import timedelta

import pytest

from bot.activity import Activity, Source, fingerprint
from bot.cli.stage import Stage
from bot.storage.recordings import Batch
from scoring.model import Kind
from tests.walks.conftest import NOW, Someone, set_up_team
from tests.walks.test_log import fill

MONDAY = NOW.date() - timedelta(days=NOW.weekday())
WEEKS = 26


@pytest.fixture(autouse=True)
def team(ana: Someone, ben: Someone) -> None:
    """Ben manages North, Ana is in it."""
    set_up_team(ben)
    ana.click(ana.seen()[-1], "join")


def a_half_year(stage: Stage, name: str, *, in_busy_weeks: bool) -> None:
    """Let somebody comment every other week, with a meeting in just those weeks, or never."""
    member = stage.store.members.ensure(
        1, slack_id=f"U{name}", name=name, email=None, zone="UTC", now=NOW
    )
    stage.store.teams.join(1, 1, member.member_id, MONDAY)
    days = [MONDAY - timedelta(weeks=number) for number in range(1, WEEKS + 1)]
    done = [(Kind.COMMENT_MADE, day, 5) for day in days[::2]]
    done += [(Kind.SHARE_MADE, day, 1 + number % 3) for number, day in enumerate(days)]
    done += [(Kind.MEETING_BOOKED, days[-1], 1)]
    if in_busy_weeks:
        done += [(Kind.MEETING_BOOKED, day, 1) for day in days[::2]]
    activities = [
        Activity(kind, day, fingerprint(b"", name, str(place)), count)
        for place, (kind, day, count) in enumerate(done)
    ]
    covers = frozenset({Kind.COMMENT_MADE, Kind.SHARE_MADE, Kind.MEETING_BOOKED})
    batch = Batch(Source.CSV, "CRM", "U0", NOW.date(), activities, covers)
    stage.store.recordings.record(1, member.member_id, batch, NOW)


def test_too_little_data_is_said_and_never_guessed(ana: Someone, ben: Someone) -> None:
    ana.command("/ssi log 3 comments yesterday")
    assert "Logged: 1 meeting booked on Mon 29 Jun." in ana.command(
        "/ssi log 1 meeting booked yesterday"
    )

    said = ben.command("/ssi impact")

    assert "North: too little data to say what went with outcomes." in said
    assert "5 members with data; there is 1" in said
    assert "meeting booked" not in said.split("It takes")[0], "of one member, that is hers"
    assert "is for its managers" in ana.command("/ssi impact")


def test_an_outcome_is_no_activity_and_changes_no_score(ana: Someone) -> None:
    ana.command("/ssi log 3 comments yesterday")
    before = ana.command("/ssi me").partition("Reference")[0]

    assert "Your score stays at" in ana.command("/ssi log 2 deals won and an opportunity")
    assert fill(ana, "/ssi log", kind=str(int(Kind.MEETING_BOOKED)), count="1").ok

    assert ana.command("/ssi me").partition("Reference")[0] == before
    stored = ana.command("/ssi data")
    assert "2 deals won" in stored
    assert "1 opportunity created" in stored


def test_a_manager_reads_what_went_with_outcomes(ben: Someone, stage: Stage) -> None:
    for number in range(6):
        a_half_year(stage, f"M{number}", in_busy_weeks=number < 4)

    said = ben.command("/ssi impact")

    assert "North: comments went with outcomes." in said
    assert "*Comments:* more outcomes in busy weeks." in said
    assert "Busy weeks: an outcome in 67 %" in said
    assert "Calm weeks: in 0 % (0–" in said
    assert "*No clear difference:*\n• Shares" in said
    assert "not what caused what" in said
