"""The period grammar: which days a text asks about, in the asker's own time zone.

Weeks start on Monday, both ends are included, nothing reaches past today. "Last week" is the whole
calendar week, "past week" and "over the last week" are today minus seven days to today; "since X"
and "lower than X" run from X's first day to today; "last Monday" is that day of the calendar week
before, a bare "Monday" the latest one. 11/12 is read in the order of the asker's country, unless
only the other order lies within the last half year. Vague times and the future are no period.

``tokens`` cuts the text, ``relative``, ``turned``, ``nights``, ``dates`` and ``units`` read single
moments, ``places`` tells places on a board from days, ``moments`` brings moments together,
``durations`` reads amounts of time, ``plans`` skips days to come, ``sentence`` reads how a text
joins them, ``choosing`` chooses among them, and ``tense`` tells whether it speaks of what has been.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understanding.periods.sentence import find_days
from bot.understanding.periods.tokens import Kind, Token, Words, tokenise
from bot.understanding.question import Period

_MONTH_FIRST = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    "America/Phoenix", "America/Anchorage", "America/Detroit", "America/Boise", "America/Indiana/",
    "America/Kentucky/", "America/North_Dakota/", "Pacific/Honolulu", "US/",
)  # fmt: skip

_MONTHS = 12


def find_period(
    text: str, now: datetime, zone: ZoneInfo, *, looks_ahead: bool = False
) -> Period | None:
    """Find the days that a text asks about; None where it names no days past or present.

    Args:
        text: Plain lower-case text, as :func:`bot.understanding.text.read_message` makes it.
        now: The present instant, aware.
        zone: The asker's time zone; in those of the United States 11/12 is 12 November.
        looks_ahead: Whether the text is known to ask what to do, or what would be: days that it
            does not tell as past ones are still to come then, unless it says little else.
    """
    today = now.astimezone(zone).date()
    tokens = tokenise(text)
    month_first = zone.key.startswith(_MONTH_FIRST) or any(map(_tells_month_first, tokens))
    return find_days(Words(tokens, today, month_first), looks_ahead=looks_ahead)


def _tells_month_first(token: Token) -> bool:
    """Whether a date can only be written with the month first: 11/13."""
    second = token.text.split("/")[1:2] if token.kind is Kind.SLASHED else []
    return any(int(number) > _MONTHS for number in second)
