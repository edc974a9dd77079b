"""A manager's report: who could use a look and what would help, how the team went, and its file."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.asker import Asker
from bot.answers.teams.report import team_report
from bot.answers.teams.team_file import FORMULAS, as_csv, protected, team_file
from bot.errors import NotAllowed
from bot.messages.contexts.managing import Attention
from bot.storage.tables import Member
from scoring.model import Amount, Pillar, Scorecard, SignalScore
from tests.bot.answers.crew import LONG_BEFORE, TODAY, Crew, days_ago

BOSS = Asker("UBOSS", "Boss", None, "UTC", is_admin=False)


def keep(crew: Crew, member: Member, points: int, *weeks_ago: int) -> None:
    """Keep a snapshot at the ends of weeks before today."""
    known = crew.store.recordings.latest(crew.desk.workspace_id)
    for weeks in weeks_ago:
        day = TODAY - timedelta(weeks=weeks)
        told = SignalScore("comments", Pillar.INSIGHTS, Amount(1), points, 2500, observed=True)
        card = Scorecard(day, crew.desk.rulebook(day).version, (told,))
        crew.store.snapshots.save(crew.desk.workspace_id, [(member.member_id, card)], known)


def attention(crew: Crew) -> dict[str, Attention]:
    found = team_report(crew.desk, crew.team, TODAY).attention
    return {each.person.name: each for each in found}


def active(crew: Crew, name: str, count: int = 4) -> Member:
    member = crew.join(name)
    crew.comments(member, count, days_ago(2))
    return member


def test_who_is_active_and_stands_still_for_four_weeks_is_stuck(crew: Crew) -> None:
    stuck, short, moving = (active(crew, name) for name in ("stuck", "short", "moving"))
    keep(crew, stuck, 100, *range(1, 11))
    keep(crew, short, 100, *range(1, 4))
    keep(crew, moving, 60, *range(1, 11))

    found = attention(crew)

    assert found["stuck"].reason == "stuck"
    assert found["stuck"].action, "something would help"
    assert "short" not in found, "too little is known to say"
    assert "moving" not in found


def test_who_has_nearly_all_there_is_to_see_is_not_stuck(crew: Crew) -> None:
    full = crew.join("full")
    for day in range(60):
        crew.comments(full, 2, days_ago(day))
    keep(crew, full, 1100, *range(1, 11))

    assert attention(crew) == {}


def test_silence_may_be_that_of_the_imports(crew: Crew) -> None:
    old, new = crew.join("old"), crew.join("new")
    crew.comments(old, 4, days_ago(30), at=LONG_BEFORE - timedelta(days=10))
    crew.comments(new, 4, days_ago(30))

    found = attention(crew)

    assert (found["old"].reason, found["new"].reason) == ("silent", "silent")
    assert found["old"].imported_on == days_ago(20), "nothing newer could be known"
    assert found["new"].imported_on is None
    assert found["new"].quiet_since == days_ago(30)
    assert found["new"].action


def test_coverage_is_the_share_of_points_that_imports_can_show(crew: Crew) -> None:
    active(crew, "ana")
    crew.join("nobody")

    row, empty = team_report(crew.desk, crew.team, TODAY).rows

    assert row.coverage == 110, "comments, and the days on which there were some"
    assert row.last_activity == days_ago(2)
    assert (empty.coverage, empty.needs_help) == (None, "no_data")


def test_the_trend_goes_back_as_far_as_enough_had_a_score(crew: Crew) -> None:
    for number in range(5):
        member = active(crew, f"member{number}")
        keep(crew, member, 80, 1)
        keep(crew, member, 60 + 10 * number, 2)
        keep(crew, member, 50, *([3] if number else []))

    report = team_report(crew.desk, crew.team, TODAY)

    assert report.average == 10
    assert [(point.day, point.points) for point in report.trend] == [
        (days_ago(14), 8),
        (days_ago(7), 8),
        (TODAY, 10),
    ]


def test_who_joins_does_not_move_the_trend(crew: Crew) -> None:
    for number in range(5):
        keep(crew, active(crew, f"member{number}"), 100, 1)
    active(crew, "newcomer", count=40)

    report = team_report(crew.desk, crew.team, TODAY)

    assert report.average == 22
    assert [point.points for point in report.trend] == [22, 22]


def test_a_page_that_is_not_there_is_the_last(crew: Crew) -> None:
    for number in range(21):
        crew.join(f"member{number:02}")

    report = team_report(crew.desk, crew.team, TODAY, page=9)

    assert (report.page, report.pages, len(report.shown)) == (2, 2, 1)


def test_a_file_has_a_line_for_each_member_and_is_for_the_manager(crew: Crew) -> None:
    active(crew, "=HYPERLINK(1)")
    crew.join("Zoë, née “B”")

    file = team_file(crew.desk, BOSS, str(crew.team.team_id))

    head, first, second = csv.reader(io.StringIO(file.content.decode("utf-8-sig")))
    assert head[:2] == ["Member", "Score"]
    assert first[0] == "'=HYPERLINK(1)"
    assert (float(first[1]), float(first[4]), float(first[7])) == (1.0, 0.8, 11.0)
    assert first[8] == days_ago(2).isoformat()
    assert second == ["Zoë, née “B”", *[""] * 8]
    with pytest.raises(NotAllowed):
        team_file(crew.desk, replace(BOSS, slack_id="UANA"), str(crew.team.team_id))


def test_a_fall_stays_a_number_in_the_file(crew: Crew) -> None:
    member = crew.join("ana")
    crew.comments(member, 20, days_ago(93))
    crew.comments(member, 1, date(2026, 6, 1), at=LONG_BEFORE + timedelta(minutes=1))

    _, line = csv.reader(io.StringIO(as_csv(team_report(crew.desk, crew.team, TODAY))))

    assert float(line[6]) < 0


@given(st.sampled_from(["", " ", *FORMULAS]), st.text(max_size=20))
def test_no_text_begins_as_a_formula(start: str, rest: str) -> None:
    text = start + rest
    safe = protected(text)

    assert not safe.lstrip(" ").startswith(FORMULAS)
    assert safe.endswith(text)
