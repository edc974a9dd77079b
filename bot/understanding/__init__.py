"""Free text to a :class:`Question`: what is asked, about whom, which pillar, days and signal."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.choice import chosen_scorer
from bot.understanding.courtesy import is_greeting, is_thanks
from bot.understanding.followups import ABOUT_SCORES, continue_from, in_light_of, only_names
from bot.understanding.intents import Scorer, rank_intents
from bot.understanding.model import find_subject, is_fragment
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

_LOOKING_AHEAD = frozenset(
    {Intent.IMPROVE, Intent.WHATIF, Intent.RULES, Intent.PRIVACY, Intent.OUT_OF_SCOPE}
)
"""What asks about no days behind, as long as it does not tell of any."""

_LIKELY = 0.45
"""So likely, an intent tells where a text looks."""

_FOREIGN = 0.8
"""So surely out of scope, a text names no signal: a post may be a letter, a connection a train."""

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
    ranking = rank_intents(mended, scorer or chosen_scorer())
    (intent, confidence), *others = ranking
    foreign = intent is Intent.OUT_OF_SCOPE and confidence >= _FOREIGN and not is_fragment(words)
    looks_ahead = intent in _LOOKING_AHEAD and confidence >= _LIKELY
    return Question(
        intent=intent,
        subject=find_subject(words, message.mentions, ranking),
        pillar=find_pillar(words),
        period=find_period(mended, now, zone, looks_ahead=looks_ahead),
        signal=None if foreign else find_signal(words),
        confidence=confidence,
        alternatives=tuple(other for other, _ in others[:_ALTERNATIVES]),
    )
