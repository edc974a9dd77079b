"""Cheers: posted in the thread of the digest whose button was pressed."""

from slack_sdk.errors import SlackApiError

from bot.answers.teams.cheering import cheer, take_back
from bot.answers.turn import Turn
from bot.messages.contexts.weekly import Cheered
from bot.messages.presses import Press
from bot.slack.replies import Replies


def send_cheer(replies: Replies, turn: Turn) -> Cheered:
    """Cheer whom the button names; what Slack does not take is not counted.

    Raises:
        OpenSSIError: there is nothing for this asker to cheer.
        SlackApiError: Slack refused the post.
    """
    channel_id, press = turn.channel_id or "", Press.decode(turn.text)
    cheered = cheer(turn.desk, turn.asker, channel_id, press)
    if cheered.kudos:
        try:
            replies.announce(channel_id, cheered.kudos, turn.thread_ts or turn.ts)
        except (SlackApiError, OSError):
            take_back(turn.desk, turn.asker, channel_id, press)
            raise
    return cheered
