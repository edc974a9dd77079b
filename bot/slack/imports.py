"""Files in the bot's DM: previewed when they come, imported or cancelled by a click on the preview.

The preview's message becomes the progress and then the report. The file itself stays in Slack and
is fetched again when it is imported.
"""

from contextlib import closing
from datetime import datetime
from http import HTTPStatus
from typing import BinaryIO
from urllib.error import HTTPError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.asker import Asker
from bot.answers.data.matching import days_of
from bot.answers.data.pending import begin_import, cancel, give_up, import_claimed
from bot.answers.data.previewing import Sent, look
from bot.answers.desk import Desk
from bot.answers.score.reported import import_series
from bot.answers.turn import Turn
from bot.incident import Incident
from bot.intake.reported import read_series
from bot.measures import answering
from bot.messages import actions
from bot.messages.contexts import Context
from bot.messages.contexts.importing import ImportProgress, ImportStopped
from bot.slack.downloads import Downloads, SharedFile
from bot.slack.homes import Homes
from bot.slack.patience import impatient
from bot.slack.reception import Reception, attempt
from bot.slack.replies import Replies, reason
from bot.slack.telling import Telling
from bot.storage.tables import FileImport

UNDER_A_PREVIEW = frozenset({actions.IMPORT_START, actions.IMPORT_CANCEL})
"""What is pressed under a preview: the answer takes the preview's place."""

NOT_THERE = frozenset({"file_not_found", "file_deleted", "not_visible"})
"""Slack's names for a file that is gone."""


class FileImports:
    """Takes files, and clicks on their previews."""

    def __init__(self, reception: Reception, downloads: Downloads, homes: Homes) -> None:
        """Take files at this reception; they come by way of the downloads."""
        self._reception = reception
        self._downloads = downloads
        self._homes = homes

    def offer(self, client: WebClient, desk: Desk, asker: Asker, file: SharedFile) -> Context:
        """Preview a file, as the asker's own unless it names whom it tells of.

        What LinkedIn showed day by day changes no score of ours: it comes in at once.
        """
        with answering("import"), closing(self._downloads.fetch(client, file)) as copy:
            if read_series(copy, file["name"], desk.today(asker.zone)):
                member = self._reception.member(desk, asker)
                series = import_series(desk, member, copy, file["name"])
                if series:
                    return series
            return look(desk, asker, Sent(copy, file["name"], file.get("id", "")))

    def look_again(
        self, client: WebClient, desk: Desk, asker: Asker, number: int, place: tuple[str, str]
    ) -> None:
        """Preview a file anew of which a person has said how to read it, where its preview was."""
        file = desk.store.imports.look_again(desk.workspace_id, number)
        if file is None:
            return
        replies = self._reception.replies(client, desk.workspace.slack_id, asker)
        replies.edit(
            place, asker.slack_id, attempt(lambda: self._looked(client, desk, asker, file))
        )

    def _looked(self, client: WebClient, desk: Desk, asker: Asker, file: FileImport) -> Context:
        copy = self._fetched(client, file)
        if copy is None:
            desk.store.imports.cancel(desk.workspace_id, file.number)
            return ImportStopped(file.name, "gone")
        with closing(copy):
            sent = Sent(copy, file.name, file.file_id, file.number, days_of(file))
            return look(desk, asker, sent)

    def act(self, client: WebClient, turn: Turn, action_id: str) -> None:
        """Import a previewed file, or give it up; its message tells what came of it.

        Raises:
            OpenSSIError: it cannot be; the sentence says why.
        """
        team_id, asker = turn.desk.workspace.slack_id, turn.asker
        replies = self._reception.replies(client, team_id, asker)
        with answering(action_id):
            if action_id == actions.IMPORT_CANCEL:
                context: Context = cancel(turn.desk, asker, turn.text)
            else:
                context = self._import(client, turn, replies)
        replies.edit(_place(turn), asker.slack_id, context)
        self._homes.refresh(client, team_id, asker.slack_id, context)

    def tell_interrupted(self, client: WebClient, workspace_id: int, now: datetime) -> None:
        """Offer to go on with imports that were stopped, in the messages that told of them."""
        store = self._reception.store
        workspace = store.workspaces.get(workspace_id)
        for file in store.imports.interrupted(workspace_id, now):
            with Incident("interruption_not_told", workspace_id=workspace_id):
                replies = self._reception.replies(client, workspace.slack_id)
                place = (file.channel_id or "", file.message_ts or "")
                replies.edit(place, file.slack_id, _interrupted(file))

    def _import(self, client: WebClient, turn: Turn, replies: Replies) -> Context:
        file = begin_import(turn.desk, turn.asker, turn.text, _place(turn))
        if isinstance(file, ImportStopped):
            return file
        try:
            replies.edit(_place(turn), turn.asker.slack_id, ImportProgress(file.name, file.name, 0))
            return self._fetch_and_import(client, turn, file)
        except Exception:
            turn.desk.store.imports.release(turn.desk.workspace_id, file.number)
            with Incident("interruption_not_told", workspace_id=turn.desk.workspace_id):
                replies.edit(_place(turn), turn.asker.slack_id, _interrupted(file))
            raise

    def _fetch_and_import(self, client: WebClient, turn: Turn, file: FileImport) -> Context:
        copy = self._fetched(client, file)
        if copy is None:
            return give_up(turn.desk, file, "gone")
        with closing(copy), self._telling(client, turn, file) as telling:
            return import_claimed(turn.desk, turn.asker, file, copy, telling.heard)

    def _telling(self, client: WebClient, turn: Turn, file: FileImport) -> Telling:
        desk, asker = turn.desk, turn.asker
        replies = self._reception.replies(impatient(client), desk.workspace.slack_id, asker)

        def tell(percent: int) -> None:
            progress = ImportProgress(file.name, file.name, percent)
            replies.edit(_place(turn), asker.slack_id, progress)

        def go_on() -> None:
            clock, imports = self._reception.clock, desk.store.imports
            imports.renew(desk.workspace_id, file.number, clock())

        return Telling(tell, go_on)

    def _fetched(self, client: WebClient, file: FileImport) -> BinaryIO | None:
        """Fetch a file again; nothing where it is gone."""
        try:
            shared = client.files_info(file=file.file_id)["file"]
            if not shared.get("url_private_download"):
                return None
            return self._downloads.fetch(client, shared)
        except SlackApiError as error:
            if reason(error) not in NOT_THERE:
                raise
        except HTTPError as error:
            with error:
                if error.code != HTTPStatus.NOT_FOUND:
                    raise
        return None


def _place(turn: Turn) -> tuple[str, str]:
    return turn.channel_id or "", turn.ts or ""


def _interrupted(file: FileImport) -> ImportStopped:
    return ImportStopped(file.name, "interrupted", file.number)
