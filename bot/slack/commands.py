"""The slash command: `/ssi` with a word, or with any question after it."""

from collections.abc import Callable
from functools import partial

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.answers.asking.conversation import replies_to_command
from bot.answers.turn import Turn
from bot.incident import Incident
from bot.messages.contexts import Context
from bot.slack.homes import Homes
from bot.slack.modals import BY_OPENER, Modal
from bot.slack.patience import hurried
from bot.slack.reception import Reception, attempt, attempt_all
from bot.slack.workers import Workers


class Commands:
    """Answers `/ssi` where it was typed, so that only who typed it sees the answer."""

    def __init__(self, reception: Reception, workers: Workers) -> None:
        """Take commands at this reception, and have them answered by workers."""
        self._reception = reception
        self._workers = workers
        self._homes = Homes(reception)

    def take(self, ack: Ack, command: dict[str, str], client: WebClient) -> None:
        """Acknowledge a command, and open the modal that it may ask for.

        A modal's trigger lives no longer than Slack waits for this, so it does not queue up.
        """
        ack()
        modal = _modal(command)
        if modal:
            hasty = hurried(client)
            problem = attempt(lambda: self._open(modal, command, hasty))
            if problem:
                self._respond(command, client, problem)
        else:
            self._workers.take(partial(self._answer, command, client))

    def _answer(self, command: dict[str, str], client: WebClient) -> None:
        """Answer a command that asks for no modal, once."""
        for context in attempt_all(lambda: self._answers(command, client)):
            self._respond(command, client, context)
            self._homes.refresh(client, command["team_id"], command["user_id"], context)

    def _open(self, modal: Modal, command: dict[str, str], client: WebClient) -> None:
        if self._is_new(command, client):
            modal.open(client, self._turn(command, client), command["trigger_id"])

    def _answers(self, command: dict[str, str], client: WebClient) -> list[Callable[[], Context]]:
        if not self._is_new(command, client):
            return []
        return replies_to_command(self._turn(command, client))

    def _is_new(self, command: dict[str, str], client: WebClient) -> bool:
        team_id, slack_id = command["team_id"], command["user_id"]
        return self._reception.is_new(client, team_id, slack_id, command["trigger_id"])

    def _turn(self, command: dict[str, str], client: WebClient) -> Turn:
        asker = self._reception.asker(client, command["user_id"])
        desk = self._reception.desk(client, command["team_id"], asker)
        return Turn(desk, asker, command["channel_id"], command["text"])

    def _respond(self, command: dict[str, str], client: WebClient, context: Context) -> None:
        with Incident("answer_not_shown", channel_id=command["channel_id"]):
            replies = self._reception.replies(client, command["team_id"])
            replies.respond(command["response_url"], command["user_id"], context)


def _modal(command: dict[str, str]) -> Modal | None:
    return BY_OPENER.get(command["text"].strip().lower())
