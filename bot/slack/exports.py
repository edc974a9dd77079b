"""Exports: a team's report as a file, into the direct message of the manager who asks for it."""

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.teams.team_file import team_file
from bot.answers.turn import Turn
from bot.errors import NotReady
from bot.messages.contexts.managing import Exported
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
    try:
        client.files_upload_v2(
            channel=open_dm(client, turn.asker.slack_id), filename=file.name, content=file.content
        )
    except SlackApiError as error:
        if reason(error) != MISSING_SCOPE:
            raise
        raise NotReady(
            "I may not send files here yet. An admin can allow it: install the app anew from its "
            "manifest, with the scope `files:write`."
        ) from None
    return file.said
