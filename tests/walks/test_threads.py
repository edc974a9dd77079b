"""Conversations over HTTP: follow-ups keep what was talked about, and stay in their thread."""

from datetime import timedelta

import pytest

from bot.cli.stage import Stage
from bot.workspace import Message, words_of
from tests.walks.conftest import ANA, CLEO, NORTH, MovableClock, Someone, let_see, set_up_team
from tests.walks.test_newcomer import comments

ABOUT_ANA = f"what about <@{ANA}>?"


@pytest.fixture
def team(ana: Someone, ben: Someone, cleo: Someone) -> None:
    """Ben manages North, and is of it; all have comments from April on."""
    set_up_team(ben)
    joined = ana.seen()[-1]
    for someone, count in ((ana, 10), (ben, 5), (cleo, 3)):
        someone.click(joined, "join")
        someone.upload(
            comments(("2026-04-02", 12), ("2026-05-20", count), ("2026-06-24", count)), "export.zip"
        )
    let_see(ben, ana, cleo)


def ask(someone: Someone, text: str, thread_ts: str | None = None, place: str = "") -> Message:
    channel = someone.stage.workspace.channels[place] if place else someone.actor.direct
    return someone.answer(lambda: someone.actor.say(text, channel, thread_ts))


def begin(someone: Someone, text: str) -> tuple[str, str]:
    """Ask the bot in its DM: the message on which a thread may hang, and what was answered."""
    said: list[str] = []
    answer = someone.answer(lambda: said.append(someone.actor.say(text, someone.actor.direct).ts))
    return said[0], words_of(answer)


@pytest.mark.usefixtures("team")
def test_a_thread_keeps_its_subject_pillar_and_days(ben: Someone) -> None:
    root, mine = begin(ben, "why did I move last week?")
    assert "From the end of Sun 21 Jun to the end of Sun 28 Jun" in mine

    in_insights = ask(ben, "and in insights?", root)
    about_ana = ask(ben, ABOUT_ANA, root)
    against_may = ask(ben, "vs may", root)

    assert {each.thread_ts for each in (in_insights, about_ana, against_may)} == {root}
    assert "Insights: you were" in words_of(in_insights)
    assert "to the end of Sun 28 Jun" in words_of(in_insights)
    assert f"Insights: <@{ANA}>" in words_of(about_ana)
    assert "From the end of Sun 21 Jun to the end of Sun 28 Jun" in words_of(about_ana)
    assert f"Insights: <@{ANA}>" in words_of(against_may)
    assert "From the end of Sun 31 May to the end of Sun 28 Jun" in words_of(against_may)


@pytest.mark.usefixtures("team")
def test_a_refusal_leaves_the_thread_as_it_was(cleo: Someone) -> None:
    root, _ = begin(cleo, "why did I move last week?")

    refused = words_of(ask(cleo, ABOUT_ANA, root))
    after = words_of(ask(cleo, "and in insights?", root))

    assert "is for Ana Ruiz and the managers of their team" in refused
    assert "Insights: you were" in after
    assert ANA not in after
    assert "to the end of Sun 28 Jun" in after


@pytest.mark.usefixtures("team")
def test_a_comparison_that_is_refused_leaves_it_as_it_was_too(cleo: Someone) -> None:
    root, _ = begin(cleo, "how do I compare?")

    assert "is for Ana Ruiz" in words_of(ask(cleo, f"vs <@{ANA}>", root))
    assert "is for Ana Ruiz" not in words_of(ask(cleo, "and since may?", root))


@pytest.mark.usefixtures("team")
def test_a_question_in_a_thread_keeps_whom_and_when_unless_it_names_others(ben: Someone) -> None:
    root, _ = begin(ben, f"why did <@{ANA}> move last week?")

    assert f"<@{ANA}>" in words_of(ask(ben, "what should she do next?", root))
    mine = words_of(ask(ben, "show me the history of my insights", root))
    assert "since Mon 22 Jun" in mine
    assert ANA not in mine


@pytest.mark.usefixtures("team")
def test_in_a_channel_the_answer_and_its_buttons_stay_in_the_thread(
    ben: Someone, stage: Stage
) -> None:
    bot = stage.workspace.bot.user_id
    root = ben.actor.say("good morning all", stage.workspace.channels[NORTH]).ts
    first = ask(ben, f"<@{bot}> why did I move last week?", root, NORTH)
    second = ask(ben, f"<@{bot}> and in insights?", root, NORTH)

    for answer in (first, second, ben.click(second, "details"), ben.click(first, "next")):
        assert (answer.channel, answer.thread_ts, answer.visible_to) == (
            NORTH,
            root,
            ben.actor.user.id,
        )
    assert "Insights: " in words_of(second)


@pytest.mark.usefixtures("team")
def test_everybody_has_threads_of_their_own(ben: Someone, cleo: Someone, stage: Stage) -> None:
    bot = stage.workspace.bot.user_id
    root = ben.actor.say("good morning all", stage.workspace.channels[NORTH]).ts
    ask(ben, f"<@{bot}> why did <@{ANA}> move last week?", root, NORTH)

    said = words_of(ask(cleo, f"<@{bot}> why did it move?", root, NORTH))

    assert ANA not in said
    assert "You named no days" in said


@pytest.mark.usefixtures("team")
def test_outside_threads_the_last_minutes_are_continued(ben: Someone, clock: MovableClock) -> None:
    ben.ask("why did I move last week?")
    assert "Insights: " in ben.ask("and in insights?")

    clock.now += timedelta(minutes=11)

    late = ben.ask(ABOUT_ANA)
    assert "Sun 28 Jun" not in late


@pytest.mark.usefixtures("team")
def test_a_thread_on_the_answer_continues_it_for_a_week(ben: Someone, clock: MovableClock) -> None:
    answer = ask(ben, f"why did <@{CLEO}> move last week?")
    clock.now += timedelta(days=6)
    assert f"Insights: <@{CLEO}>" in words_of(ask(ben, "and in insights?", answer.ts))

    clock.now += timedelta(days=8)
    ben.stage.bot.ticker.tick()
    assert ben.stage.store.threads.count(1, ben.actor.user.id) == 0


def test_two_questions_get_two_answers_in_order(ana: Someone) -> None:
    ana.upload(comments(("2026-04-02", 12), ("2026-06-24", 5)), "export.zip")
    before = len(ana.seen())

    ana.actor.say("why did I move last week and what should I do next?", ana.actor.direct)
    ana.stage.server.wait_for(lambda: len(ana.seen()) >= before + 2, timeout=10)

    first, second = (words_of(message) for message in ana.seen()[before:])
    assert "to the end of Sun 28 Jun" in first
    assert "worth most for the least work" in second


def test_what_is_remembered_is_told_and_forgotten_on_demand(ana: Someone, stage: Stage) -> None:
    ana.upload(comments(("2026-06-24", 5)), "export.zip")
    ana.ask("why did I move last week?")
    told = ana.command_answer("/ssi data")
    assert "What your last question in 1 conversation was about" in words_of(told)

    ana.click(told, "forget")

    assert stage.store.threads.count(1, ANA) == 0
