"""One turn of a conversation: who says what, where, and how it is understood."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.measures import UNDERSTANDING
from bot.understanding import Question, understand


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a conversation: who says what, and in which channel.

    ``bot_user`` is the bot's own Slack id, whose mention is not part of what is said. ``ts`` names
    the message, where there is one, and ``thread_ts`` the message that its thread hangs on.
    """

    desk: Desk
    asker: Asker
    channel_id: str | None
    text: str
    bot_user: str | None = None
    ts: str | None = None
    thread_ts: str | None = None

    @property
    def today(self) -> date:
        """The date where the asker is."""
        return self.desk.today(self.asker.zone)


def understood(turn: Turn) -> Question:
    """Understand what is said, with dates as they are where the asker is."""
    zone = ZoneInfo(turn.asker.zone)
    with UNDERSTANDING.time():
        return understand(turn.text, now=turn.desk.now, zone=zone, bot_user=turn.bot_user)
