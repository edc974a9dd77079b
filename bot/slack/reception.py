"""The reception: who is asking, in which workspace, and what happens when an answer fails."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.rules.rulebooks import rulebooks_of
from bot.answers.teams.joining import as_member
from bot.answers.upkeep.rollout import Rollout
from bot.clock import Clock
from bot.errors import NotFound, OpenSSIError
from bot.incident import log_incident
from bot.messages.contexts import Context, Problem
from bot.messages.languages import FALLBACK, spoken
from bot.messages.render import Message, render
from bot.slack.readers import Readers
from bot.slack.replies import LIMITS, Replies, reason
from bot.storage import Store
from bot.storage.tables import Member

Answered = TypeVar("Answered")

FALLBACK_ZONE = "UTC"
TOO_MANY = "Slack asks me to slow down. Please try again in a minute."
BUSY = "So many people ask just now that I cannot keep up. Please try again in a minute."
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
        user = client.users_info(user=slack_id, include_locale=True)["user"]
        if user.get("is_bot"):
            raise NotFound("Bots have no score.")
        profile = user.get("profile", {})
        return Asker(
            slack_id=slack_id,
            name=profile.get("real_name") or profile.get("display_name") or user["name"],
            email=profile.get("email"),
            zone=user.get("tz") or FALLBACK_ZONE,
            is_admin=bool(user.get("is_admin") or user.get("is_owner")),
            language=spoken(user.get("locale")),
        )

    def desk(self, client: WebClient, team_id: str, asker: Asker) -> Desk:
        """Prepare the desk of a workspace for who asks there; a new workspace is remembered.

        Its nights are those of the zone of whoever comes first.
        """
        now = self.clock()
        with self.store.database.one_state():
            workspace = self.store.workspaces.by_slack_id(team_id)
            if workspace is None:
                name = client.auth_test()["team"]
                workspace = self.store.workspaces.ensure(team_id, name, asker.zone, now)
            number = workspace.workspace_id
            self.store.members.speak(number, asker.slack_id, asker.language)
            self.store.quarantines.note_admin(number, asker.slack_id, is_admin=asker.is_admin)
            rulebooks = rulebooks_of(self.store, number)
        return Desk(self.store, rulebooks, workspace, now)

    def is_new(self, client: WebClient, team_id: str, slack_id: str, request: str) -> bool:
        """Note a request by the id that Slack gave it; false when it is acted on already.

        The id is an event's, or the trigger of a command, a click or a submission: each has its
        own, and a request that comes twice, to whichever process, comes with the same.
        """
        number = self.store.workspaces.number(team_id)
        if number is None:
            number = self.desk(client, team_id, self.asker(client, slack_id)).workspace_id
        return self.store.workspaces.first_sight(number, request, self.clock())

    def replies(self, client: WebClient, team_id: str, asker: Asker | None = None) -> Replies:
        """Give the way to speak to the people of a workspace, the asker among them."""
        number = self.store.workspaces.number(team_id)
        rollout = Rollout(self.store.workspaces, self.clock)
        return Replies(client, rollout, number, Readers(self.store, client, number, asker))

    def busy(self, team_id: str, slack_id: str) -> Message:
        """Say that too many people ask just now; Slack is not asked for anything."""
        return _busy(self.store.members.language(team_id, slack_id) or FALLBACK)

    def readers(self, client: WebClient, team_id: str) -> Readers:
        """Give the languages of a workspace's people."""
        return Readers(self.store, client, self.store.workspaces.number(team_id))

    def member(self, desk: Desk, asker: Asker) -> Member:
        """Make the asker a member, or bring the member's facts up to date."""
        return as_member(desk, asker)


@cache
def _busy(language: str) -> Message:
    return render(Problem(BUSY), language=language)


def attempt_all(prepare: Callable[[], list[Callable[[], Context]]]) -> list[Context]:
    """Prepare answers and give each, or what went wrong with it."""
    answers = attempt(prepare)
    return [answers] if isinstance(answers, Problem) else [attempt(answer) for answer in answers]


def attempt(answer: Callable[[], Answered]) -> Answered | Problem:
    """Answer, or say what went wrong: the sentence of a known error, an incident id otherwise."""
    try:
        return answer()
    except OpenSSIError as error:
        return Problem(str(error))
    except SlackApiError as error:
        if reason(error) in LIMITS:
            return Problem(TOO_MANY)
        return Problem(NOT_OURS, log_incident("answer_failed", error))
    except Exception as error:  # noqa: BLE001 - whatever it is, the asker gets an answer
        return Problem(NOT_OURS, log_incident("answer_failed", error))
