"""The reception: who is asking, in which workspace, and what happens when an answer fails."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from slack_sdk import WebClient

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.joining import as_member
from bot.answers.rulebooks import rulebooks_of
from bot.clock import Clock
from bot.errors import NotFound, OpenSSIError
from bot.incident import log_incident
from bot.messages.contexts import Problem
from bot.storage import Store
from bot.storage.tables import Member

Answered = TypeVar("Answered")

FALLBACK_ZONE = "UTC"
NOT_OURS = "Something went wrong on our side; your data is safe. Please try again in a minute."


@dataclass(frozen=True, slots=True)
class Reception:
    """What every listener shares."""

    store: Store
    clock: Clock

    def asker(self, client: WebClient, slack_id: str) -> Asker:
        """Ask Slack who somebody is, at each request: roles and zones change.

        Raises:
            NotFound: Slack knows nobody of this id, or it is a bot.
        """
        user = client.users_info(user=slack_id)["user"]
        if user.get("is_bot"):
            raise NotFound("Bots have no score.")
        profile = user.get("profile", {})
        return Asker(
            slack_id=slack_id,
            name=profile.get("real_name") or profile.get("display_name") or user["name"],
            email=profile.get("email"),
            zone=user.get("tz") or FALLBACK_ZONE,
            is_admin=bool(user.get("is_admin") or user.get("is_owner")),
        )

    def desk(self, client: WebClient, team_id: str, zone: str) -> Desk:
        """Prepare the desk of a workspace, which is remembered when it is new.

        Its nights are those of the zone of whoever comes first.
        """
        now = self.clock()
        workspace = self.store.workspaces.by_slack_id(team_id)
        if workspace is None:
            name = client.auth_test()["team"]
            workspace = self.store.workspaces.ensure(team_id, name, zone, now)
        rulebooks = rulebooks_of(self.store, workspace.workspace_id)
        return Desk(self.store, rulebooks, workspace, now)

    def member(self, desk: Desk, asker: Asker) -> Member:
        """Make the asker a member, or bring the member's facts up to date."""
        return as_member(desk, asker)


def attempt(answer: Callable[[], Answered]) -> Answered | Problem:
    """Answer, or say what went wrong: the sentence of a known error, an incident id otherwise."""
    try:
        return answer()
    except OpenSSIError as error:
        return Problem(str(error))
    except Exception as error:  # noqa: BLE001 - whatever it is, the asker gets an answer
        return Problem(NOT_OURS, log_incident("answer_failed", error))
