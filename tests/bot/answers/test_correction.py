"""What was said of a day is held against what is known of it now."""

from datetime import date, timedelta

import pytest

from bot.answers.score.why import Span, why
from bot.messages.contexts import Told, Why
from bot.messages.render import render
from bot.storage.tables import Member
from scoring.model import Pillar
from scoring.score import score
from scoring.window import tallies
from tests.bot.answers.crew import COVERED, LONG_BEFORE, NOW, TODAY, Crew, days_ago

FIRST = days_ago(7)
NIGHT_AFTER = NOW - timedelta(days=6)


@pytest.fixture
def ana(crew: Crew) -> Member:
    """Ana has 20 comments, 4.0 points, and was told so on the first day."""
    ana = crew.join("ana")
    crew.comments(ana, 20, days_ago(50))
    keep_snapshot(crew, ana, FIRST)
    return ana


def keep_snapshot(crew: Crew, member: Member, day: date) -> None:
    desk = crew.desk
    known = crew.store.recordings.latest(desk.workspace_id)
    facts = crew.store.activities.facts(desk.workspace_id, member.member_id, date.min)
    rulebook = desk.rulebook(day)
    card = score(rulebook, tallies(rulebook, facts, day, known), day, COVERED)
    crew.store.snapshots.save(desk.workspace_id, [(member.member_id, card)], known)


def answer(crew: Crew, member: Member, last: date = TODAY) -> Why:
    return why(crew.desk, member, Span(FIRST, last), reader=member.slack_id, today=TODAY)


def words(said: Why) -> str:
    return str(render(said).blocks)


def test_a_late_import_tells_what_was_said_and_what_it_was(crew: Crew, ana: Member) -> None:
    crew.comments(ana, 10, days_ago(45), at=NIGHT_AFTER)

    said = answer(crew, ana)

    assert said.told == Told(FIRST, points=40, now=60, late=True, retracted=False)
    assert said.before == 40
    assert "You were told 4 on Tue 23 Jun; with the late import it was 6." in words(said)


def test_a_retraction_tells_so(crew: Crew) -> None:
    ben = crew.join("ben")
    crew.comments(ben, 20, days_ago(50))
    wrong = crew.comments(ben, 5, days_ago(45), at=LONG_BEFORE + timedelta(hours=1))
    keep_snapshot(crew, ben, FIRST)
    crew.store.recordings.retract(1, wrong, recorded_by="UBEN", now=NIGHT_AFTER)

    said = answer(crew, ben)

    assert said.told == Told(FIRST, points=50, now=40, late=False, retracted=True)
    assert "You were told 5 on Tue 23 Jun; without what was taken back it was 4." in words(said)
    assert "what was taken back since counts no more" in words(said)


def test_both_at_once_are_told_as_both(crew: Crew) -> None:
    ben = crew.join("ben")
    crew.comments(ben, 20, days_ago(50))
    wrong = crew.comments(ben, 5, days_ago(45), at=LONG_BEFORE + timedelta(hours=1))
    keep_snapshot(crew, ben, FIRST)
    crew.store.recordings.retract(1, wrong, recorded_by="UBEN", now=NIGHT_AFTER)
    crew.comments(ben, 10, days_ago(48), at=NIGHT_AFTER)

    assert (
        "You were told 5 on Tue 23 Jun; with the late import, and without what was taken back, "
        "it was 6." in words(answer(crew, ben))
    )


def test_an_import_of_days_after_it_corrects_nothing(crew: Crew, ana: Member) -> None:
    crew.comments(ana, 10, days_ago(2), at=NOW)

    assert answer(crew, ana).told is None


def test_what_a_pillar_alone_was_is_not_told_as_the_score(crew: Crew, ana: Member) -> None:
    crew.comments(ana, 10, days_ago(45), at=NIGHT_AFTER)

    span = Span(FIRST, TODAY)
    said = why(crew.desk, ana, span, reader="UANA", today=TODAY, pillar=Pillar.INSIGHTS)

    assert said.before == 40
    assert said.told is None


def test_who_was_not_known_then_was_told_nothing(crew: Crew, ana: Member) -> None:
    cleo = crew.join("cleo")
    crew.comments(cleo, 10, days_ago(45), at=NOW)

    said = answer(crew, cleo)

    assert said.rebased_on == TODAY
    assert said.told is None


def test_a_past_answer_gives_no_advice(crew: Crew, ana: Member) -> None:
    crew.comments(ana, 10, days_ago(95), at=LONG_BEFORE + timedelta(hours=1))
    keep_snapshot(crew, ana, days_ago(8))
    past = why(crew.desk, ana, Span(days_ago(8), days_ago(4)), reader="UANA", today=TODAY)

    assert past.change < 0
    assert past.way_back is None
    assert "nothing you can do" not in words(past)
