"""Rounds: each workspace is visited with its own token, and none waits for another."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event

import pytest
from pydantic import SecretStr
from slack_bolt import BoltContext, BoltResponse

from bot.slack import grants
from bot.slack.authority import Payload, keep_apart
from bot.slack.clients import Clients, RoundClient
from bot.slack.grants import Grant, OneGrant
from bot.slack.rounds import Rounds, WorkspaceStep
from bot.storage import Store
from bot.workspace import Bot, Fault, Workspace, WorkspaceServer, refusal
from tests.bot.conftest import NOW
from tests.bot.slack.test_computing import A_MOMENT, SECONDS, everybody_computes

BOT = Bot()
NOWHERE = Fault(status=None)


@pytest.fixture
def slack() -> Iterator[WorkspaceServer]:
    workspace = Workspace("Acme", bot=BOT)
    workspace.team_id = "T1"
    with WorkspaceServer(workspace) as server:
        yield server


@dataclass
class GivenGrants:
    """Grants that a test gives."""

    by_team: dict[str, Grant]
    forgotten: list[str] = field(default_factory=list)

    def of(self, team_id: str) -> Grant | None:
        return self.by_team.get(team_id)

    def withdraw(self, team_id: str, at: datetime) -> None:
        del at
        self.forgotten.append(team_id)

    def refused(self, grant: Grant) -> None:
        self.forgotten.append(grant.team_id)


def visited(
    store: Store, slack: WorkspaceServer, known: grants.Grants, *more: WorkspaceStep
) -> list[tuple[int, str]]:
    """Go round three workspaces, of which Slack knows the first; tell who was asked, and whose."""
    for number in (1, 2, 3):
        store.workspaces.ensure(f"T{number}", f"Team {number}", "UTC", NOW)
    seen: list[tuple[int, str]] = []

    def ask(workspace_id: int, client: RoundClient, _now: datetime) -> None:
        seen.append((workspace_id, client.auth_test()["team_id"]))

    steps = {f"step {number}": step for number, step in enumerate((ask, *more))}
    Rounds(store, Clients(store, known, slack.api_url), steps, lambda: NOW).go(NOW)
    return seen


def one(slack: WorkspaceServer) -> OneGrant:
    return OneGrant(SecretStr(BOT.bot_token), slack.api_url)


def test_one_token_serves_its_own_workspace_alone(store: Store, slack: WorkspaceServer) -> None:
    assert visited(store, slack, one(slack)) == [(1, "T1")]


def test_a_slack_that_is_not_there_yet_is_asked_again(
    store: Store, slack: WorkspaceServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, asked = one(slack), []

    def fail(method: str, _arguments: object) -> Fault:
        asked.append(method)
        return NOWHERE

    slack.plan_faults(fail)
    assert visited(store, slack, known) == []
    assert asked == ["auth.test"]  # not once for each workspace

    slack.plan_faults(lambda _method, _arguments: None)
    monkeypatch.setattr(grants, "monotonic", lambda: float("inf"))
    assert visited(store, slack, known) == [(1, "T1")]


def test_after_a_call_that_slack_does_not_answer_a_workspace_is_left_until_the_next_round(
    store: Store, slack: WorkspaceServer
) -> None:
    taken: list[int] = []
    known = GivenGrants({f"T{n}": Grant(f"T{n}", BOT.bot_token, "U", "B") for n in (1, 2)})
    faults = iter([NOWHERE])
    slack.plan_faults(lambda _method, _arguments: next(faults, None))

    asked = visited(store, slack, known, lambda number, _client, _now: taken.append(number))

    assert asked == [(2, "T1")]
    assert taken == [2]


@pytest.mark.parametrize(
    ("error", "forgotten"), [("account_inactive", ["T1"]), ("internal_error", [])]
)
def test_what_is_revoked_is_told(
    store: Store, slack: WorkspaceServer, error: str, forgotten: list[str]
) -> None:
    known = GivenGrants({"T1": Grant("T1", BOT.bot_token, "U", "B")})
    slack.plan_faults(lambda _method, _arguments: refusal(error))

    assert visited(store, slack, known) == []
    assert known.forgotten == forgotten


@pytest.mark.parametrize(
    ("named", "acts"),
    [({"team_id": "T1"}, 1), ({"team": {"id": "T1"}}, 1), ({"team": {"id": "T2"}}, 0)],
)
def test_a_request_that_names_another_workspace_than_its_tokens_is_not_acted_on(
    named: Payload, acts: int
) -> None:
    acted: list[str] = []

    def act() -> BoltResponse:
        acted.append("acted")
        return BoltResponse(status=200)

    assert keep_apart(named, BoltContext({"team_id": "T1"}), act).status == 200
    assert len(acted) == acts


def test_a_step_is_worked_out_when_few_enough_answers_are(
    store: Store, slack: WorkspaceServer
) -> None:
    call_slack, begins = Event(), Event()
    with everybody_computes(call_slack) as threads:
        threads.submit(visited, store, slack, one(slack), lambda *_: begins.set())
        assert not begins.wait(A_MOMENT)
        call_slack.set()
        assert begins.wait(SECONDS)
