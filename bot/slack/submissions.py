"""Submitted modals: each does what it is for, or stays open with the reason why not."""

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.answers.asker import Asker
from bot.incident import Incident
from bot.measures import answering
from bot.messages import actions
from bot.messages.contexts import Context, Problem
from bot.messages.problems import in_language
from bot.messages.render import render_answer
from bot.slack.downloads import Downloads
from bot.slack.homes import Homes
from bot.slack.imports import FileImports
from bot.slack.matching import Matter
from bot.slack.modals import BY_CALLBACK
from bot.slack.patience import hurried
from bot.slack.payloads import Submitted
from bot.slack.reception import Reception, attempt
from bot.slack.workers import Workers


class Submissions:
    """Takes what was filled in."""

    def __init__(self, reception: Reception, downloads: Downloads, workers: Workers) -> None:
        """Take submissions at this reception, with workers for what takes longer.

        Files come by way of the downloads.
        """
        self._reception = reception
        self._workers = workers
        self._homes = Homes(reception)
        self._imports = FileImports(reception, downloads, self._homes)

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
        if answered is None:
            ack()
            return
        asker, context = answered
        if modal.tell is None:
            ack(response_action="update", view=render_answer(context, language=asker.language))
        else:
            ack()
            with Incident("answer_not_shown", callback_id=modal.callback_id):
                replies = self._reception.replies(client, body["team"]["id"])
                modal.tell(replies, asker, view, context)
        self._homes.refresh(client, body["team"]["id"], asker.slack_id, context)
        if modal.callback_id in (actions.MATCH_COLUMNS, actions.MATCH_SEATS):
            self._preview_anew(body, client, asker)

    def _preview_anew(self, body: Submitted, client: WebClient, asker: Asker) -> None:
        """Have a file previewed again of which a person said how to read it."""
        team_id, matter = body["team"]["id"], Matter.decode(body["view"]["private_metadata"])
        if matter.is_structure:
            return

        def look_again() -> None:
            desk = self._reception.desk(client, team_id, asker)
            self._imports.look_again(client, desk, asker, matter.number, matter.place)

        self._workers.take(look_again)
