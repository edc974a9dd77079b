"""Exports: files into the direct message of who asks: a team's report, a file's structure."""

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.data.quarantine import structure
from bot.answers.teams.team_file import team_file
from bot.answers.turn import Turn
from bot.errors import NotReady
from bot.messages.contexts.managing import Exported
from bot.messages.contexts.quarantine import StructureSent
from bot.slack.replies import open_dm, reason

MISSING_SCOPE = "missing_scope"


def send_team_file(client: WebClient, turn: Turn) -> Exported:
    """Send the file of the team whose number is the turn's text.

    Raises:
        NotAllowed: who asks does not manage the team.
        NotFound: the team is gone.
        NotReady: the app was installed before it asked Slack to let it send files.
    """
    file = team_file(turn.desk, turn.asker, turn.text)
    _upload(client, turn.asker.slack_id, file.name, file.content)
    return file.said


def send_structure(client: WebClient, turn: Turn) -> StructureSent:
    """Send an admin how the file is built whose number is the turn's text, as JSON.

    Raises:
        NotAllowed: who asks is no admin.
        NotFound: it is forgotten.
        NotReady: the app was installed before it asked Slack to let it send files.
    """
    name, content = structure(turn.desk, turn.asker, turn.text)
    _upload(client, turn.asker.slack_id, name, content)
    return StructureSent(name)


def _upload(client: WebClient, slack_id: str, name: str, content: str | bytes) -> None:
    try:
        client.files_upload_v2(channel=open_dm(client, slack_id), filename=name, content=content)
    except SlackApiError as error:
        if reason(error) != MISSING_SCOPE:
            raise
        raise NotReady(
            "I may not send files here yet. An admin can allow it: install the app anew from its "
            "manifest, with the scope `files:write`."
        ) from None
