"""Reading dates, strictly: each file has its own form.

Month names are matched by an own table because ``strptime`` follows the machine's language.
LinkedIn names no zone, or UTC: a time without a zone is read as UTC.
"""

from datetime import UTC, date, datetime, timedelta, timezone

from bot.intake.date_forms import DateForm, form
from bot.intake.model import BadRow, UnknownForm

LINKEDIN_OPENED = date(2003, 5, 5)
"""The day LinkedIn opened: nothing can have happened there before."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NOON = 12
# A day that has begun somewhere on Earth may still be tomorrow in UTC, and the other way round.
_ZONES = timedelta(days=1)


_CLOCK = r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"

STAMP = form(
    "2026-02-09 01:21:47",
    rf"(?P<year>\d{{4}})[-/](?P<month>\d\d)[-/](?P<day>\d\d)(?:[ T]{_CLOCK})?(?: ?(?:UTC|GMT|Z))?",
)
DAY = form("08 Feb 2026", r"(?P<day>\d{1,2}) (?P<month>[a-z]{3,9}) (?P<year>\d{4}|\d\d)")
SALES_NAVIGATOR = form(
    "02-09-2026 01:21:47", rf"(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d{{4}}) {_CLOCK}"
)
ISO = form(
    "2026-02-09T01:21:47Z",
    rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)"
    rf"(?:[ T]{_CLOCK} ?(?P<zone>Z|[+-]\d\d:?\d\d)?)?",
)
AMERICAN = form(
    "1/29/26, 2:37 PM",
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d\d)"
    r"(?:,? (?P<hour>\d{1,2}):(?P<minute>\d\d) ?(?P<half>[AP]M))?",
)
EVENT = form(
    "Feb 3, 2026, 1:30 PM",
    r"(?P<month>[a-z]{3}) (?P<day>\d{1,2}), (?P<year>\d{4}),? "
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d) ?(?P<half>[AP]M)(?: - .*)?",  # until when is not read
)
WEEKDAY = form(
    "Wed Jun 24 12:43:42 UTC 2026",
    rf"[a-z]{{3}} (?P<month>[a-z]{{3}}) (?P<day>\d{{1,2}}) {_CLOCK} (?:UTC|GMT) (?P<year>\d{{4}})",
)


def read_moment(text: str, forms: tuple[DateForm, ...], today: date) -> datetime:
    """Read a moment in UTC, written in one of the forms.

    Raises:
        BadRow: It is blank, of another form, impossible, before LinkedIn opened, or later than
            tomorrow.
    """
    words = " ".join(text.split())  # newer exports put U+202F before "PM"
    if not words:
        raise BadRow("It has no date.")
    match = next(filter(None, (each.pattern.fullmatch(words) for each in forms)), None)
    if match is None:
        raise UnknownForm(f"Its date is not written like “{forms[0].example}”.")
    try:
        moment = _moment(match.groupdict())
    except (ValueError, OverflowError):
        raise BadRow("Its date does not exist in the calendar.") from None
    if moment.date() < LINKEDIN_OPENED:
        raise BadRow("Its date is before 5 May 2003, the day LinkedIn opened.")
    if moment.date() - _ZONES > today:
        raise BadRow("Its date is in the future.")
    return moment


def _moment(parts: dict[str, str | None]) -> datetime:
    """Build the moment that a match names; a ``ValueError`` means there is none."""
    century = "20"  # of years written with two digits
    return datetime(
        int((century + (parts["year"] or ""))[-4:]),
        _month(parts["month"] or ""),
        int(parts["day"] or 0),
        _hour(int(parts.get("hour") or 0), (parts.get("half") or "").upper()),
        int(parts.get("minute") or 0),
        int(parts.get("second") or 0),
        tzinfo=_zone(parts.get("zone") or "Z"),
    ).astimezone(UTC)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS.index(text[:3].lower()) + 1


def _zone(text: str) -> timezone:
    if text.upper() == "Z":
        return UTC
    ahead = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(ahead if text[0] == "+" else -ahead)


def _hour(hour: int, half: str) -> int:
    if not half:
        return hour
    if not 1 <= hour <= _NOON:
        raise ValueError(hour)
    return hour % _NOON + (_NOON if half == "PM" else 0)
