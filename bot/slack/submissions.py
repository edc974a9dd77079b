"""Submitted modals: each does what it is for, or stays open with the reason why not."""

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.answers.asker import Asker
from bot.incident import Incident
from bot.measures import answering
from bot.messages.contexts import Context, Problem
from bot.messages.problems import in_language
from bot.slack.homes import Homes
from bot.slack.modals import BY_CALLBACK
from bot.slack.patience import hurried
from bot.slack.payloads import Submitted
from bot.slack.reception import Reception, attempt


class Submissions:
    """Takes what was filled in."""

    def __init__(self, reception: Reception) -> None:
        """Take submissions at this reception."""
        self._reception = reception
        self._homes = Homes(reception)

    def take(self, ack: Ack, body: Submitted, client: WebClient) -> None:
        """Act on one submission, and tell whom it concerns."""
        view = body["view"]
        modal = BY_CALLBACK[view["callback_id"]]
        hasty, team_id, slack_id = hurried(client), body["team"]["id"], body["user"]["id"]

        def answer() -> tuple[Asker, Context] | None:
            if not self._reception.is_new(hasty, team_id, slack_id, body["trigger_id"]):
                return None
            asker = self._reception.asker(hasty, body["user"]["id"])
            desk = self._reception.desk(hasty, body["team"]["id"], asker)
            with answering(modal.callback_id):
                return asker, modal.take(desk, asker, view)

        answered = attempt(answer)
        if isinstance(answered, Problem):
            readers = self._reception.readers(client, body["team"]["id"])
            said = in_language(answered.sentence, readers.language_of(body["user"]["id"]))
            ack(response_action="errors", errors={modal.problems_at: said})
            return
        ack()
        if answered is None:
            return
        asker, context = answered
        with Incident("answer_not_shown", callback_id=modal.callback_id):
            modal.tell(self._reception.replies(client, body["team"]["id"]), asker, view, context)
        self._homes.refresh(client, body["team"]["id"], asker.slack_id, context)
