"""What is chosen on App Home for App Home itself: a page, a setting, a look at the digest."""

from slack_sdk import WebClient

from bot.answers.upkeep.first_steps import preview
from bot.answers.upkeep.settings import CHOICES
from bot.answers.upkeep.tokens import BUTTONS as ABOUT_TOKENS
from bot.messages import actions
from bot.messages.contexts import Problem
from bot.messages.presses import HomePlace
from bot.slack.homes import Homes
from bot.slack.payloads import Clicked, pressed
from bot.slack.reception import Reception, attempt
from bot.slack.replies import open_dm

ACTS = {**CHOICES, **ABOUT_TOKENS}
"""What an admin may do on App Home; it then shows what holds."""


def is_for_home(action_id: str) -> bool:
    """Whether a click is answered by App Home as it is then."""
    return (
        action_id in ACTS or action_id == actions.PREVIEW or action_id.startswith(actions.HOME_TURN)
    )


class HomeClicks:
    """Acts on such clicks, and draws App Home again."""

    def __init__(self, reception: Reception, homes: Homes) -> None:
        """Take clicks at this reception."""
        self._reception = reception
        self._homes = homes

    def act(self, body: Clicked, client: WebClient) -> None:
        """Do what was chosen; App Home stays on the pages that it was on.

        Raises:
            OpenSSIError: it is not for this asker to choose.
            SlackApiError: Slack refused what came of it.
        """
        asker = self._reception.asker(client, body["user"]["id"])
        desk = self._reception.desk(client, body["team"]["id"], asker)
        action_id, value = body["actions"][0]["action_id"], pressed(body)
        place = HomePlace.decode(body.get("view", {}).get("private_metadata", ""))
        refused = None
        if action_id.startswith(actions.HOME_TURN):
            place = HomePlace.decode(value)
        elif action_id == actions.PREVIEW:
            channel_id = open_dm(client, asker.slack_id)
            replies = self._reception.replies(client, body["team"]["id"], asker)
            replies.tell(channel_id, asker.slack_id, preview(desk, asker, value))
        else:
            refused = attempt(lambda: ACTS[action_id](desk, asker, value))
        self._homes.show(client, desk, asker, place)
        if isinstance(refused, Problem):
            replies = self._reception.replies(client, body["team"]["id"], asker)
            replies.tell(open_dm(client, asker.slack_id), asker.slack_id, refused)
