"""Submitted modals: each does what it is for, or stays open with the reason why not."""

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.answers.asker import Asker
from bot.messages.contexts import Context, Problem
from bot.slack.modals import BY_CALLBACK
from bot.slack.payloads import Submitted
from bot.slack.reception import Reception, attempt


class Submissions:
    """Takes what was filled in."""

    def __init__(self, reception: Reception) -> None:
        """Take submissions at this reception."""
        self._reception = reception

    def take(self, ack: Ack, body: Submitted, client: WebClient) -> None:
        """Act on one submission, and tell whom it concerns."""
        view = body["view"]
        modal = BY_CALLBACK[view["callback_id"]]

        def answer() -> tuple[Asker, Context]:
            asker = self._reception.asker(client, body["user"]["id"])
            desk = self._reception.desk(client, body["team"]["id"], asker.zone)
            return asker, modal.take(desk, asker, view)

        answered = attempt(answer)
        if isinstance(answered, Problem):
            ack(response_action="errors", errors={modal.problems_at: answered.sentence})
            return
        ack()
        asker, context = answered
        modal.tell(client, asker, view, context)
