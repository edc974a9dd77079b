"""The agent view over HTTP: questions are offered, answers streamed, and said to be good or not."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.cli.stage import Stage
from bot.workspace import Fault, Message, refusal, words_of
from bot.workspace.shapes import an_object, walk
from tests.walks.conftest import ANA, BEN, MovableClock, Someone, set_up_team
from tests.walks.test_newcomer import comments

QUESTION = "why did I move last week?"
MONDAY = datetime(2026, 6, 29, 12, tzinfo=UTC)


class Refusals:
    """Refuses the next calls of some methods, and notes every call in its order."""

    def __init__(self) -> None:
        self.planned: dict[str, list[Fault]] = {}
        self.calls: list[str] = []

    def __call__(self, method: str, _arguments: Mapping[str, object]) -> Fault | None:
        self.calls.append(method)
        planned = self.planned.get(method)
        return planned.pop(0) if planned else None

    def of_answers(self) -> Counter[str]:
        """Count the calls that write messages."""
        return Counter(call for call in self.calls if call.startswith("chat."))


@pytest.fixture
def refusals(stage: Stage) -> Refusals:
    made = Refusals()
    stage.server.plan_faults(made)
    return made


@pytest.fixture
def data(ana: Someone) -> None:
    """Ana has comments that leave the window soon, and new ones of this week."""
    ana.upload(comments(("2026-04-02", 12), ("2026-06-29", 5)), "export.zip")


@pytest.fixture
def admin(stage: Stage, ben: Someone) -> Someone:
    workspace = stage.workspace
    workspace.add_user(replace(workspace.users[BEN], is_admin=True))
    return ben


def offered(someone: Someone) -> dict[str, str]:
    """Open the bot's messages and read the questions that are offered, by title."""
    workspace = someone.stage.workspace
    key = f"{someone.actor.direct.id}/", "prompts"
    workspace.assistant.pop(key, None)
    someone.actor.open_home("messages")
    someone.stage.server.wait_for(lambda: key in workspace.assistant)
    prompts = workspace.assistant[key]
    assert isinstance(prompts, Sequence)
    return {prompt["title"]: prompt["message"] for prompt in prompts}


def ask(someone: Someone, text: str = QUESTION) -> Message:
    return someone.answer(lambda: someone.actor.say(text))


def rate(someone: Someone, answer: Message, button: str) -> str:
    """Press one of the buttons under an answer, and read the word back."""
    (buttons,) = (part for part in walk(answer.blocks) if part.get("type") == "feedback_buttons")
    value = an_object(buttons[button])["value"]
    return words_of(
        someone.answer(lambda: someone.actor.click(answer, str(buttons["action_id"]), value))
    )


def in_dm(someone: Someone) -> list[Message]:
    """Everything that the bot wrote in somebody's DM, under whatever thread."""
    bot = someone.stage.workspace.bot.user_id
    seen = someone.stage.workspace.messages(someone.actor.direct.id, None)
    return [message for message in seen if message.user == bot]


@pytest.mark.usefixtures("data")
def test_what_is_offered_fits_the_person_and_is_answered_as_it_says(ana: Someone) -> None:
    change, *others = offered(ana)
    assert change.startswith("Why did I gain ")
    assert change.endswith(" since Monday?")
    assert others == ["What leaves soon?", "What should I do next?", "How is the score computed?"]

    points = change.split()[4]
    assert f"up {points} since Sun 28 Jun" in words_of(ask(ana, change))


@pytest.mark.usefixtures("data")
def test_on_a_monday_the_week_before_is_meant(ana: Someone, clock: MovableClock) -> None:
    clock.now = MONDAY + timedelta(weeks=1)

    change = next(iter(offered(ana)))

    assert change.endswith(" since last Monday?")
    points = change.split()[4]
    assert f" {points} since Sun 28 Jun" in words_of(ask(ana, change))


@pytest.mark.usefixtures("data")
def test_a_goal_is_asked_about_until_it_is_reached(ana: Someone) -> None:
    ana.command("/ssi goal 70 by 31 dec")
    offers = offered(ana)
    assert "What would it take to reach 70 by 31 Dec?" in offers

    answers = [words_of(ask(ana, message)) for message in offers.values()]

    assert "70" in answers[1]
    assert "nothing" in answers[2]


def test_a_newcomer_is_offered_to_begin_and_a_manager_the_own_team(
    ana: Someone, ben: Someone
) -> None:
    set_up_team(ben)

    assert list(offered(ana)) == [
        "How do I begin?",
        "How is the score computed?",
        "Who can see my score?",
    ]
    assert "How is North doing?" in offered(ben)
    assert "drop your LinkedIn export" in words_of(ask(ana, offered(ana)["How do I begin?"]))
    assert words_of(ask(ben, offered(ben)["How is North doing?"])).startswith("North\n")


@pytest.mark.usefixtures("data")
def test_an_answer_says_that_it_is_on_the_way_and_is_streamed_into_the_thread(
    ana: Someone, stage: Stage, refusals: Refusals
) -> None:
    question = ana.actor.say(QUESTION)
    stage.server.wait_for(lambda: len(in_dm(ana)) > 1 and not in_dm(ana)[-1].streaming)

    *_, answer = in_dm(ana)
    assert answer.thread_ts == question.ts
    assert [block["type"] for block in answer.blocks][-1] == "context_actions"
    beside = {"users.info", "views.publish"}  # App Home is still being shown what was imported
    assert [call for call in refusals.calls if call not in beside] == [
        "assistant.threads.setStatus",
        "chat.startStream",
        "chat.stopStream",
    ]
    assert not [key for key in stage.workspace.assistant if key[1] == "status"]


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize(
    ("method", "error"),
    [
        ("chat.startStream", "missing_scope"),
        ("chat.startStream", "unknown_method"),
        ("chat.stopStream", "message_not_in_streaming_state"),
        ("chat.stopStream", "internal_error"),
    ],
)
def test_where_a_stream_is_refused_the_answer_is_posted_whole_and_once(
    ana: Someone, refusals: Refusals, method: str, error: str
) -> None:
    streamed = ask(ana)
    before = len(in_dm(ana))
    refusals.planned[method] = [refusal(error)]

    posted = ask(ana)

    assert len(in_dm(ana)) == before + 1
    types = [block["type"] for block in posted.blocks]
    assert types == [block["type"] for block in streamed.blocks]
    assert refusals.of_answers()["chat.postMessage"] == 1


@pytest.mark.usefixtures("data")
def test_without_the_scope_of_agents_answers_come_as_ever(ana: Someone, refusals: Refusals) -> None:
    for method in ("setStatus", "setSuggestedPrompts"):
        refusals.planned[f"assistant.threads.{method}"] = [refusal("missing_scope")]

    ana.actor.open_home("messages")

    assert "since Sun 21 Jun" in words_of(ask(ana))


@pytest.mark.usefixtures("data")
def test_where_the_newest_blocks_are_refused_two_buttons_take_feedback(
    ana: Someone, stage: Stage, admin: Someone
) -> None:
    stage.workspace.refused_blocks = frozenset({"context_actions"})

    answer = ask(ana)
    before = len(in_dm(ana))
    ana.click(answer, "feedback_2")

    assert len(in_dm(ana)) == before + 1
    assert "0 good answers and 1 that missed" in admin.command("/ssi setup feedback")


@pytest.mark.usefixtures("data")
def test_feedback_counts_once_a_person_and_answer_and_an_admin_sees_it(
    ana: Someone, admin: Someone, stage: Stage
) -> None:
    answer = ask(ana)

    assert "good to know" in rate(ana, answer, "positive_button")
    assert "Try other words" in rate(ana, answer, "negative_button")
    rate(ana, ask(ana, "what should I do next?"), "positive_button")

    told = admin.command("/ssi setup feedback")
    assert "In 28 days, 1 good answer and 1 that missed." in told
    assert "• Why did it change? :thumbsup: 0 · :thumbsdown: 1, 1 of them with days named" in told
    assert "• How do I raise it? :thumbsup: 1 · :thumbsdown: 0" in told
    assert QUESTION not in told
    admin.actor.open_home()
    home = stage.server.wait_for(admin.actor.home)
    assert "Answers in 28 days: 1 called good, 1 that missed." in words_of(home)
    assert "Only admins of this workspace" in ana.command("/ssi setup feedback")
    assert stage.store.feedback.count(1, ANA) == 2


@pytest.mark.usefixtures("data")
def test_feedback_is_told_and_forgotten_on_demand_and_after_four_weeks(
    ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    rate(ana, ask(ana), "negative_button")
    clock.now += timedelta(days=28)
    stage.bot.ticker.tick()
    assert stage.store.feedback.count(1, ANA) == 0

    rate(ana, ask(ana), "negative_button")
    stored = ana.command_answer("/ssi data")
    assert "What you said of 1 answer, for four weeks" in words_of(stored)
    ana.click(stored, "forget")
    assert stage.store.feedback.count(1, ANA) == 0


def test_what_is_no_answer_has_no_buttons(ana: Someone) -> None:
    for said in ("hello", "thanks!", "hmm"):
        assert "context_actions" not in {block["type"] for block in ask(ana, said).blocks}
