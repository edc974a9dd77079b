"""What comes with a week: the story in the digest's thread, cheers, and the note to oneself."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from bot.cli.stage import Stage
from bot.workspace import Fault, Message, refusal, words_of
from tests.engines import on_every_engine
from tests.walks.conftest import MovableClock, Someone, set_up_team
from tests.walks.test_digest import MONDAY_AT_NINE, digests
from tests.walks.test_newcomer import comments

MONDAY = MONDAY_AT_NINE + timedelta(weeks=1)
TICK = timedelta(seconds=30)


@pytest.fixture(autouse=True)
def team(ana: Someone, ben: Someone, clock: MovableClock) -> None:
    """Ben manages the team of Ana, who comments in the week before Monday, after one before."""
    ana.upload(comments(("2026-06-20", 1)), "export.zip")
    clock.now = datetime(2026, 7, 10, 12, tzinfo=UTC)
    set_up_team(ben)
    ana.click(ana.seen()[-1], "join")
    ana.upload(comments(("2026-06-20", 1), ("2026-07-08", 5)), "export.zip")


def tick(stage: Stage, clock: MovableClock, at: datetime) -> None:
    clock.now = at
    stage.bot.ticker.tick()


def digest_of(stage: Stage, clock: MovableClock) -> Message:
    tick(stage, clock, MONDAY)
    (digest,) = digests(stage)
    return digest


def cheer(someone: Someone, digest: Message) -> str:
    """Press *Cheer*, and read what only the one who did sees."""
    before = len(someone.actor.ephemerals())
    someone.actor.click(digest, "cheer_1")
    someone.stage.server.wait_for(lambda: len(someone.actor.ephemerals()) > before, timeout=10)
    return words_of(someone.actor.ephemerals()[-1])


def thread(stage: Stage, digest: Message) -> list[str]:
    return [words_of(reply) for reply in stage.workspace.replies(digest)]


@on_every_engine
def test_a_digest_has_its_story_in_the_thread_once(stage: Stage, clock: MovableClock) -> None:
    digest = digest_of(stage, clock)
    assert thread(stage, digest) == [], "the digest comes first"

    for later in (1, 2, 3):
        tick(stage, clock, MONDAY + later * TICK)

    (story,) = thread(stage, digest)
    assert "Fewer than 5 members have a score" in story
    assert "most of it in Insights" in story
    assert digests(stage) == [digest]


def test_a_story_whose_fate_was_unknown_is_looked_for_in_the_thread(
    stage: Stage, clock: MovableClock
) -> None:
    digest = digest_of(stage, clock)
    lost = [Fault(status=503, accepted=True)]
    asked: list[str] = []

    def plan(method: str, _arguments: Mapping[str, object]) -> Fault | None:
        asked.append(method)
        return lost.pop() if method == "chat.postMessage" and lost else None

    stage.server.plan_faults(plan)
    for minutes in (1, 2, 10, 20):
        tick(stage, clock, MONDAY + timedelta(minutes=minutes))

    assert len(thread(stage, digest)) == 1
    assert asked == ["chat.postMessage", "conversations.replies"]


@on_every_engine
def test_a_cheer_goes_to_the_thread_once_from_each(
    ana: Someone, ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    digest = digest_of(stage, clock)

    said = [cheer(ben, digest) for _ in range(2)]

    assert "is in the digest's thread" in said[0]
    assert "The next digest brings the next cheer" in said[1]
    (kudos,) = thread(stage, digest)
    assert "🎉 <@U0BEN0002> cheers <@U0ANA0001>: *+1.1* in a week" in kudos
    assert "1 cheer that you got" in ana.command("/ssi data")


def test_who_may_cheer_and_whom(
    ana: Someone, ben: Someone, cleo: Someone, stage: Stage, clock: MovableClock
) -> None:
    digest = digest_of(stage, clock)

    assert "That is your own rise" in cheer(ana, digest)
    assert "Cheers come from the members of North" in cheer(cleo, digest)
    ana.click(ana.command_answer("/ssi privacy"), "hide")
    assert "not on the board any more" in cheer(ben, digest)
    assert thread(stage, digest) == []


def test_a_cheer_that_slack_refuses_can_be_given_again(
    ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    digest = digest_of(stage, clock)

    faults = [refusal("is_archived")]
    stage.server.plan_faults(
        lambda method, _: faults.pop() if method == "chat.postMessage" and faults else None
    )
    assert "Something went wrong" in cheer(ben, digest)
    assert "is in the digest's thread" in cheer(ben, digest)


def note_of(someone: Someone, stage: Stage) -> Message | None:
    said = stage.workspace.messages(someone.actor.direct.id, someone.actor.user.id)
    return next((each for each in reversed(said) if "Your week:" in words_of(each)), None)


@on_every_engine
def test_a_weekly_note_comes_to_who_asked_until_it_is_stopped(
    ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    assert "the first on Mon 13 Jul" in words_of(
        ana.click(ana.command_answer("/ssi privacy"), "note_on")
    )
    assert "comes by direct message on Mondays" in ana.command("/ssi privacy")

    tick(stage, clock, MONDAY - TICK)
    assert note_of(ana, stage) is None
    for later in (0, 1, 2):
        tick(stage, clock, MONDAY + later * TICK)

    note = note_of(ana, stage)
    assert note
    said = words_of(note)
    assert "Your week: 6–12 Jul" in said
    assert "Insights +1.0: 5 new comments came in" in said
    assert "*One thing to do:*" in said
    assert "in the next 7 days" in said

    assert "Your weekly note is off" in words_of(ana.click(note, "note_off"))
    tick(stage, clock, MONDAY + timedelta(weeks=1))
    assert note_of(ana, stage) == note


@pytest.mark.parametrize(("days", "comes"), [(2, True), (4, False)])
def test_a_note_after_an_outage_says_that_it_is_late_or_is_left(
    ana: Someone, stage: Stage, clock: MovableClock, days: int, *, comes: bool
) -> None:
    ana.click(ana.command_answer("/ssi privacy"), "note_on")

    tick(stage, clock, MONDAY + timedelta(days=days))

    note = note_of(ana, stage)
    assert (note is not None) is comes
    assert note is None or "This was due on Mon 13 Jul; I'm sorry" in words_of(note)


def test_nobody_gets_a_note_for_a_monday_before_it_was_asked_for(
    ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    clock.now = MONDAY + timedelta(days=1)
    ana.click(ana.command_answer("/ssi privacy"), "note_on")

    tick(stage, clock, clock.now + TICK)

    assert note_of(ana, stage) is None
