"""February 2017 once more: reported scores fell by 7 % overnight, then saved searches were retired.

Forty members of one team do the same as ever. LinkedIn shows all of them less on Friday morning;
on the Wednesday after, new rules close the signal of saved searches. Nobody did anything, so
nothing that anybody did may be blamed: not in a member's *why*, the digest or the manager's note.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.activity import Activity, Source
from bot.cli.stage import Stage, app_of_the_bot
from bot.storage.recordings import Batch
from bot.storage.teams import TeamPlan
from bot.workspace import Channel, User, Workspace, words_of
from scoring.model import Kind
from scoring.reported import Figures, Whose
from tests.engines import Databases
from tests.walks.conftest import MovableClock, Someone, patient

MEMBERS = 40
CHANNEL = "C00EVERY1"
MANAGER = User("U0MANAGER", "mia", "Mia Stern", "mia@example.com", tz="UTC")
TEAM = [
    User(f"U00MEM{n:03}", f"m{n}", f"Member {n}", f"m{n}@example.com", tz="UTC")
    for n in range(MEMBERS)
]
THURSDAY, FRIDAY = date(2026, 11, 5), date(2026, 11, 6)
FRIDAY_NOON = datetime(2026, 11, 6, 12, tzinfo=UTC)
THURSDAY_AFTER = datetime(2026, 11, 12, 12, tzinfo=UTC)
MONDAY_AT_NINE = datetime(2026, 11, 9, 9, 0, 10, tzinfo=UTC)
STEADY = (Kind.COMMENT_MADE, Kind.SEARCH_SAVED, Kind.MESSAGE_SENT, Kind.ARTICLE_PUBLISHED)
"""What everybody did in October; none of it leaves a window in the story's two weeks."""


@dataclass
class Story:
    stage: Stage
    clock: MovableClock

    def member(self, number: int) -> Someone:
        return Someone(self.stage, self.stage.server.act_as(TEAM[number].id))

    @property
    def manager(self) -> Someone:
        return Someone(self.stage, self.stage.server.act_as(MANAGER.id))

    def goes_on(self, now: datetime) -> None:
        self.clock.now = now
        self.stage.bot.ticker.tick()


@pytest.fixture(scope="module")
def story(lasting_databases: Databases) -> Iterator[Story]:
    app = app_of_the_bot()
    clock = MovableClock()
    clock.now = FRIDAY_NOON
    people = (MANAGER, *TEAM)
    members = (app.user_id, *(person.id for person in people))
    channel = Channel(CHANNEL, "everybody", members=members)
    workspace = Workspace("Acme", people, [channel], app, clock=clock)
    with Stage(patient(workspace), clock, database_url=lasting_databases.new()) as stage:
        _plant(stage)
        stage.let_the_bot_in()
        yield Story(stage, clock)


def _plant(stage: Stage) -> None:
    begun = FRIDAY_NOON - timedelta(days=10)
    workspace = stage.store.workspaces.ensure(stage.workspace.team_id, "Acme", "UTC", begun)
    number = workspace.workspace_id
    plan = TeamPlan(CHANNEL, "Everybody", (MANAGER.id,), 0, 540, "UTC", MANAGER.id)
    team = stage.store.teams.set_up(number, plan, MONDAY_AT_NINE - timedelta(seconds=10))
    for place, user in enumerate(TEAM):
        member = stage.store.members.ensure(
            number, slack_id=user.id, name=user.real_name, email=user.email, zone="UTC", now=begun
        )
        stage.store.teams.join(number, team.team_id, member.member_id, begun.date())
        done = [
            Activity(kind, date(2026, 10, 26), ref=int(kind), quantity=1 + (place + kind) % 4)
            for kind in STEADY
        ]
        batch = Batch(
            source=Source.LINKEDIN_EXPORT,
            title="export",
            recorded_by=user.id,
            as_of=begun.date(),
            activities=done,
            covers=frozenset(STEADY),
        )
        stage.store.recordings.record(number, member.member_id, batch, begun)
        overall = 5500 + 50 * place
        for day, total in ((THURSDAY, overall), (FRIDAY, round(overall * 0.93))):
            shown = {Whose.OWN: Figures(overall=total)}
            stage.store.reported.record(number, member.member_id, day, shown, FRIDAY_NOON)


def blamed(answer: str) -> list[str]:
    """Find the words by which an answer would put a fall down to what somebody did or not."""
    signs = ("came in", " left", "It is mostly newer", "older activity", "own activity")
    return [sign for sign in signs if sign in answer]


def test_overnight_everybody_reads_that_it_is_the_index(story: Story) -> None:
    for number in (0, 17, MEMBERS - 1):
        said = story.member(number).command("/ssi why did my score drop overnight?")

        assert (
            "On LinkedIn, 40 of 40 fell, median −4.5, while inputs stood still: "
            "it's the index, not you." in said
        )
        assert "unchanged since Wed 4 Nov" in said
        assert "No part of the score moved." in said
        assert blamed(said) == []


def test_the_manager_gets_one_note_and_the_digest_leads_with_it(story: Story) -> None:
    for day in range(7, 13):
        for hour in (8, 9, 10):
            story.goes_on(datetime(2026, 11, day, hour, 0, 10, tzinfo=UTC))

    notes = [words_of(message) for message in story.manager.seen() if message.metadata]
    (note,) = [words for words in notes if "not your team" in words]
    assert "Everybody: On LinkedIn, 40 of 40 fell, median −4.5" in note
    (digest,) = [
        words_of(message)
        for message in story.stage.workspace.messages(CHANNEL, None)
        if message.metadata and "Everybody: 2–8 Nov" in words_of(message)
    ]
    assert (
        "40 of 40 fell, median −4.5, while inputs stood still: it's the index, not you." in digest
    )
    assert blamed(note) == blamed(digest) == []


def test_then_the_rules_take_saved_searches_and_nothing_else_is_blamed(story: Story) -> None:
    story.goes_on(THURSDAY_AFTER)
    for number in (0, 17, MEMBERS - 1):
        said = story.member(number).command("/ssi why did my score drop since tuesday?")

        assert re.search(r"The new rules took [\d.]+; nothing else moved\.", said), said
        assert "40 of 40 members fell" in said
        assert "saved searches no longer count" in said
        assert "These points cannot be earned back" in said
        assert blamed(said) == []


def test_a_long_look_back_names_the_index_and_the_rules_and_nobody(story: Story) -> None:
    story.goes_on(THURSDAY_AFTER)
    said = story.member(3).command("/ssi why is it lower since last thursday?")

    assert "it's the index, not you" in said
    assert "The new rules took" in said
    assert blamed(said) == []
