"""Free text to a :class:`Question`: what is asked, about whom, which pillar, days and signal."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.choice import chosen_scorer
from bot.understanding.courtesy import is_greeting, is_thanks
from bot.understanding.followups import ABOUT_SCORES, continue_from, in_light_of, only_names
from bot.understanding.intents import Scorer, rank_intents
from bot.understanding.model import find_subject
from bot.understanding.periods import find_period
from bot.understanding.phrases import plain_words
from bot.understanding.pillars import find_pillar
from bot.understanding.question import (
    Intent,
    Period,
    Question,
    QuestionJson,
    Subject,
    SubjectKind,
)
from bot.understanding.several import SURE, Part, parts_of
from bot.understanding.signals import find_signal
from bot.understanding.spelling import mend
from bot.understanding.text import read_message

__all__ = [
    "ABOUT_SCORES",
    "SURE",
    "Intent",
    "Part",
    "Period",
    "Question",
    "QuestionJson",
    "Subject",
    "SubjectKind",
    "continue_from",
    "in_light_of",
    "is_greeting",
    "is_thanks",
    "only_names",
    "parts_of",
    "understand",
]

_ALTERNATIVES = 3
"""How many other readings are told; people are offered the first two of them."""


def understand(
    text: str,
    *,
    now: datetime,
    zone: ZoneInfo,
    bot_user: str | None = None,
    scorer: Scorer | None = None,
) -> Question:
    """Understand what a text asks.

    Args:
        text: Free text as Slack delivers it, or what follows a slash command; of any length.
        now: The present instant, aware.
        zone: The asker's time zone.
        bot_user: The bot's own Slack user id, whose mentions say nothing.
        scorer: What scores the intents; by default what the settings choose.
    """
    message = read_message(text, bot_user)
    mended = mend(message.text)
    words = plain_words(mended)
    (intent, confidence), *others = rank_intents(words, scorer or chosen_scorer())
    return Question(
        intent=intent,
        subject=find_subject(words, message.mentions),
        pillar=find_pillar(words),
        period=find_period(mended, now, zone),
        signal=find_signal(words),
        confidence=confidence,
        alternatives=tuple(other for other, _ in others[:_ALTERNATIVES]),
    )
