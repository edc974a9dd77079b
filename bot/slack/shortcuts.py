"""Shortcuts: *Log as activity* on any message opens the form that logs it."""

from typing import TypedDict

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.answers.turn import Turn
from bot.incident import Incident
from bot.slack.modals import BY_OPENER, Modal
from bot.slack.patience import hurried
from bot.slack.payloads import Named
from bot.slack.reception import Reception, attempt
from bot.slack.replies import open_dm


class Pointed(TypedDict, total=False):
    """The message that a shortcut was used on."""

    ts: str
    text: str


class Used(TypedDict):
    """What the bot reads of a message shortcut's payload."""

    callback_id: str
    user: Named
    team: Named
    channel: Named
    trigger_id: str
    message: Pointed


class Shortcuts:
    """Takes shortcuts that people use on messages."""

    def __init__(self, reception: Reception) -> None:
        """Take shortcuts at this reception."""
        self._reception = reception

    def take(self, ack: Ack, body: Used, client: WebClient) -> None:
        """Acknowledge a shortcut, and open its form; of the message's text only a link is used."""
        ack()
        hasty = hurried(client)
        modal = BY_OPENER[body["callback_id"]]
        problem = attempt(lambda: self._open(modal, body, hasty))
        if problem:
            with Incident("answer_not_shown", callback_id=body["callback_id"]):
                who = body["user"]["id"]
                replies = self._reception.replies(client, body["team"]["id"])
                replies.tell(open_dm(client, who), who, problem)

    def _open(self, modal: Modal, body: Used, client: WebClient) -> None:
        team_id, slack_id = body["team"]["id"], body["user"]["id"]
        if self._reception.is_new(client, team_id, slack_id, body["trigger_id"]):
            modal.open(client, self._turn(body, client), body["trigger_id"])

    def _turn(self, body: Used, client: WebClient) -> Turn:
        asker = self._reception.asker(client, body["user"]["id"])
        desk = self._reception.desk(client, body["team"]["id"], asker)
        message = body["message"]
        return Turn(
            desk, asker, body["channel"]["id"], message.get("text", ""), ts=message.get("ts")
        )
