"""Reading what LinkedIn shows of a score: typed, pasted as JSON, or kept by people in CSV files.

All of it goes through the same checks: what cannot be is refused with a question, and a zero is
asked about, for trackers and half-loaded pages show 0 where nothing was read.
"""

from datetime import date

from bot.intake.reported.checks import Doubtful, require_certain
from bot.intake.reported.pasted import is_pasted, read_pasted
from bot.intake.reported.series import Series, read_series
from bot.intake.reported.typed import read_typed
from scoring.reported import ReportedReading

__all__ = ["Doubtful", "Series", "is_pasted", "read_reported", "read_series"]


def read_reported(text: str, today: date, *, certain: bool = False) -> ReportedReading:
    """Read what somebody typed or pasted; it is of today unless it names another day.

    Args:
        text: Numbers, perhaps with their names, or LinkedIn's JSON.
        today: The date where the member is.
        certain: Takes zeros as they stand, after the member was asked.

    Raises:
        Doubtful: it holds a zero; the sentence asks whether that is really so.
        BadInput: it cannot be read or cannot be; the sentence says why and asks what is shown.
    """
    reading = read_pasted(text, today) if "{" in text else read_typed(text, today)
    if not certain:
        require_certain(reading)
    return reading
