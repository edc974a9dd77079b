"""What Slack refuses is said another way, or to who can mend it; nothing ends in silence."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.cli.stage import Stage
from bot.storage.teams import TeamPlan
from bot.workspace import Fault, Message, refusal, words_of
from tests.walks.conftest import BEN, NORTH, MovableClock, Someone, set_up_team
from tests.walks.test_digest import digests
from tests.walks.test_newcomer import comments

MONDAY_AT_NINE = datetime(2026, 7, 6, 9, 0, 10, tzinfo=UTC)
WEEK = timedelta(weeks=1)
NEWEST = frozenset({"table", "data_visualization"})
SPARKS = "▂▂▂▂▁▁▁▁▁▁▁▁▇"


@dataclass
class Moods:
    """What goes wrong with the next calls of each method; every call is counted."""

    faults: dict[str, list[Fault]] = field(default_factory=dict)
    calls: Counter[str] = field(default_factory=Counter)

    def __call__(self, method: str, _arguments: Mapping[str, object]) -> Fault | None:
        self.calls[method] += 1
        planned = self.faults.get(method)
        return planned.pop(0) if planned else None


@pytest.fixture
def moods(stage: Stage) -> Moods:
    made = Moods()
    stage.server.plan_faults(made)
    return made


@pytest.fixture
def team(ana: Someone, ben: Someone) -> None:
    """Ben manages North, and Ana with her 15 comments is in it."""
    set_up_team(ben)
    ana.click(ana.seen()[-1], "join")
    ana.upload(comments(("2026-04-02", 10), ("2026-06-28", 5)), "export.zip")


def types_of(message: Message) -> set[object]:
    return {block["type"] for block in message.blocks}


def tick(stage: Stage, clock: MovableClock, now: datetime) -> None:
    clock.now = now
    for _ in range(3):
        stage.bot.ticker.tick()


def told(someone: Someone) -> list[str]:
    """Tell what the bot wrote to somebody about a message that could not be posted."""
    direct = someone.stage.workspace.messages(someone.actor.direct.id, None)
    return [words_of(m) for m in direct if "could not be posted" in m.text]


@pytest.mark.usefixtures("team")
def test_where_charts_are_refused_a_command_draws_bars_and_remembers_it(
    ana: Someone, stage: Stage, clock: MovableClock, moods: Moods
) -> None:
    stage.workspace.refused_blocks = NEWEST

    answer = ana.command_answer("/ssi trend")
    assert f"{SPARKS} Score" in words_of(answer)
    assert types_of(answer).isdisjoint(NEWEST)
    assert moods.calls["response_url"] == 2

    ana.command("/ssi trend")
    assert moods.calls["response_url"] == 3

    stage.workspace.refused_blocks = frozenset()
    clock.now += timedelta(days=29)
    assert types_of(ana.command_answer("/ssi trend")).isdisjoint(NEWEST)
    clock.now += timedelta(days=2)
    assert "data_visualization" in types_of(ana.command_answer("/ssi trend"))


@pytest.mark.usefixtures("team")
def test_what_one_way_learned_every_other_knows(
    ana: Someone, stage: Stage, clock: MovableClock, moods: Moods
) -> None:
    stage.workspace.refused_blocks = NEWEST
    tick(stage, clock, MONDAY_AT_NINE)
    (digest,) = digests(stage)
    assert "*# · Member · Score · 7 days · 8 weeks*" in words_of(digest)

    assert "▇▁ Score" in ana.ask("show me the history of my score")
    assert moods.calls["chat.startStream"] == moods.calls["chat.stopStream"] == 1
    ana.click(digest, "my_row")
    ana.click(ana.command_answer("/ssi board"), "why")
    assert moods.calls["response_url"] == 1


def test_a_command_is_answered_in_the_dm_where_its_own_way_is_closed(
    ana: Someone, moods: Moods
) -> None:
    moods.faults["response_url"] = [Fault(404, error="expired_url")]

    answer = ana.answer(lambda: ana.actor.slash("/ssi help"))

    assert answer.channel == ana.actor.direct.id
    assert "/ssi me" in words_of(answer)


@pytest.mark.parametrize("error", ["not_in_channel", "channel_not_found", "is_archived"])
def test_a_click_is_answered_in_the_dm_where_the_channel_is_closed(
    ana: Someone, ben: Someone, moods: Moods, error: str
) -> None:
    set_up_team(ben)
    joined = ana.seen()[-1]
    moods.faults["chat.postEphemeral"] = [refusal(error)]

    answer = ana.click(joined, "join")

    assert answer.channel == ana.actor.direct.id
    assert "North" in words_of(answer)


def test_an_answer_waits_as_long_as_slack_asks(ana: Someone, moods: Moods) -> None:
    moods.faults["users.info"] = [Fault(429, retry_after=1)]
    moods.faults["chat.postMessage"] = [Fault(429, retry_after=0)]

    assert "Hello!" in ana.ask("hello")
    assert moods.calls["users.info"] == moods.calls["chat.postMessage"] == 2


def test_who_would_wait_too_long_is_asked_to_try_again(ana: Someone, moods: Moods) -> None:
    moods.faults["users.info"] = [Fault(429, retry_after=31)]

    assert "Slack asks me to slow down. Please try again in a minute." in ana.command("/ssi me")


def test_a_digest_waits_as_long_as_slack_asks(
    ben: Someone, stage: Stage, clock: MovableClock, moods: Moods
) -> None:
    set_up_team(ben)
    moods.faults["chat.postMessage"] = [Fault(429, retry_after=40)]
    tick(stage, clock, MONDAY_AT_NINE)
    assert not digests(stage)

    tick(stage, clock, MONDAY_AT_NINE + timedelta(seconds=41))
    assert len(digests(stage)) == 1


def test_who_set_up_a_team_is_told_how_to_invite_and_the_next_digest_comes(
    ben: Someone, stage: Stage, clock: MovableClock, moods: Moods
) -> None:
    set_up_team(ben)
    moods.faults["chat.postMessage"] = [refusal("not_in_channel")]
    tick(stage, clock, MONDAY_AT_NINE)
    (said,) = told(ben)
    assert "/invite @OpenSSI" in said

    tick(stage, clock, MONDAY_AT_NINE + WEEK)
    assert len(digests(stage)) == 1
    assert len(told(ben)) == 1


@pytest.mark.parametrize(
    ("error", "way_out"),
    [("is_archived", "Unarchive it"), ("channel_not_found", "if it is gone, run `/ssi setup`")],
)
def test_a_channel_that_is_gone_gets_no_more_digests_until_it_is_set_up_anew(
    ben: Someone, stage: Stage, clock: MovableClock, moods: Moods, error: str, way_out: str
) -> None:
    set_up_team(ben)
    moods.faults["chat.postMessage"] = [refusal(error)]
    for week in range(3):
        tick(stage, clock, MONDAY_AT_NINE + week * WEEK)
    (said,) = told(ben)
    assert way_out in said
    assert not digests(stage)

    set_up_team(ben)
    tick(stage, clock, MONDAY_AT_NINE + 3 * WEEK)
    assert len(digests(stage)) == 1


def test_where_who_set_it_up_has_left_another_manager_is_told(
    ben: Someone, cleo: Someone, stage: Stage, clock: MovableClock, moods: Moods
) -> None:
    set_up_team(ben)
    managers = (BEN, cleo.actor.user.id)
    plan = TeamPlan(NORTH, "North", managers, weekday=0, minute=540, zone="UTC", set_up_by=BEN)
    stage.store.teams.set_up(1, plan, MONDAY_AT_NINE.replace(second=0))
    moods.faults["chat.postMessage"] = [refusal("is_archived")]
    moods.faults["conversations.open"] = [refusal("user_disabled")]

    tick(stage, clock, MONDAY_AT_NINE)

    assert told(ben) == []
    assert "North" in told(cleo)[0]


@pytest.mark.parametrize("error", ["expired_trigger_id", "exchanged_trigger_id", "ratelimited"])
def test_a_modal_that_comes_too_late_asks_for_once_more(
    ben: Someone, moods: Moods, error: str
) -> None:
    once_more = "That took a moment too long for Slack: please do it once more."
    moods.faults["views.open"] = [refusal(error), refusal(error)]

    assert once_more in ben.command("/ssi setup", NORTH)
    offer = ben.command_answer("/ssi linkedin")
    assert once_more in words_of(ben.click(offer, "linkedin_enter"))
    assert ben.actor.modal() is None

    assert ben.actor.click(offer, "linkedin_enter").ok
    assert ben.actor.modal() is not None


def test_a_home_that_changed_in_the_same_moment_is_made_anew_once(
    ana: Someone, stage: Stage, moods: Moods
) -> None:
    moods.faults["views.publish"] = [refusal("hash_conflict")]

    ana.actor.open_home()

    stage.server.wait_for(ana.actor.home)
    assert moods.calls["views.publish"] == 2
