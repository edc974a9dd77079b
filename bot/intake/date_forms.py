"""Ways to write a date, and making one of how a person says that dates are written."""

import re
from dataclasses import dataclass

from bot.errors import BadInput


@dataclass(frozen=True, slots=True)
class DateForm:
    """One way to write a date, told to people by an example."""

    example: str
    pattern: re.Pattern[str]


def form(example: str, pattern: str) -> DateForm:
    """Make a form of a pattern with the groups ``year``, ``month``, ``day`` and those of a time."""
    return DateForm(example, re.compile(pattern, re.ASCII | re.IGNORECASE))


_PARTS = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<year>\d\d)",
    "MMM": r"(?P<month>[a-z]{3,9})",
    "MM": r"(?P<month>\d\d)",
    "M": r"(?P<month>\d{1,2})",
    "DD": r"(?P<day>\d\d)",
    "D": r"(?P<day>\d{1,2})",
    "hh": r"(?P<hour>\d\d)",
    "h": r"(?P<hour>\d{1,2})",
    "mm": r"(?P<minute>\d\d)",
    "ss": r"(?P<second>\d\d)",
    "AM": r"(?P<half>[AP]M)",
}
_PART = re.compile("|".join(_PARTS))


def written_form(told: str) -> DateForm:
    """Make a form of how a person says that dates are written, such as ``DD.MM.YYYY hh:mm``.

    Raises:
        BadInput: It does not say where the day, the month and the year are, each once.
    """
    pattern = "".join(
        _PARTS.get(piece, re.escape(piece)) for piece in re.split(f"({_PART.pattern})", told)
    )
    try:
        made = form(told, pattern)
    except re.error:  # a part is there twice
        made = form(told, "")
    if not {"day", "month", "year"} <= made.pattern.groupindex.keys():
        raise BadInput("Please say how dates are written like this: DD.MM.YYYY, or MM/DD/YY hh:mm.")
    return made
