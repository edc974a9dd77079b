"""Sales Navigator's usage report: each seat's totals for a range of days.

Its columns vary with language, contract and what was chosen, so a person matches them once.
Somebody who never set up the seat is listed without figures: that is unknown, not zero. Why totals
are dated as they are: docs/decisions/0020.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar, Final

from bot.activity import Activity, Source
from bot.intake.dates import AMERICAN, DAY, ISO
from bot.intake.format import MappedFormat
from bot.intake.identity import plain
from bot.intake.importer import Context, Importer, TeamImporter
from bot.intake.mapping import ColumnMapping, Days, Unmapped, unmapped
from bot.intake.model import BadRow, UnknownForm
from bot.intake.table import Columns, Row
from scoring.model import Kind

LONGEST: Final = timedelta(days=31)
"""The longest range whose totals may be dated as one day: a month."""

WORDS: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.SEARCH_MADE: ("searches performed", "searches", "people searches"),
    Kind.SEARCH_SAVED: ("searches saved", "saved searches"),
    Kind.LEAD_SAVED: ("leads saved", "saved leads"),
    Kind.ACCOUNT_SAVED: ("accounts saved", "saved accounts"),
    Kind.PROFILE_VIEWED: ("profiles viewed", "profile views", "lead profiles viewed"),
    Kind.INMAIL_SENT: ("inmails sent", "inmail messages sent"),
    Kind.INMAIL_ANSWERED: ("inmails accepted", "inmail responses", "inmails replied to"),
    Kind.MESSAGE_SENT: ("messages sent", "messages"),
    Kind.CONNECTION_MADE: ("connections made", "new connections", "connections"),
}
"""The kinds that a report may have totals of, with the names that their columns go by."""

_PERSON: Final = "person"
_FIRST, _LAST = "first_day", "last_day"
_BLANK: Final = frozenset({"", "-", "–", "n/a", "na"})
_REPORT_NAMES: Final = ("usage", "seat report", "user report", "seatreport")
_MOST: Final = 100_000


class Usage(TeamImporter):
    """Totals by person, each one activity of the range's last day."""

    name: ClassVar = "Sales Navigator usage"
    columns: ClassVar = Columns(
        required=(_PERSON,), optional=(_FIRST, _LAST, *(kind.label for kind in WORDS))
    )
    words: ClassVar = {
        _PERSON: ("email", "e-mail", "email address", "user email", "name", "user", "seat"),
        _FIRST: ("start date", "from", "period start"),
        _LAST: ("end date", "to", "until", "period end"),
        **{kind.label: words for kind, words in WORDS.items()},
    }
    subject: ClassVar = _PERSON
    covers: ClassVar = frozenset()
    forms: ClassVar = (ISO, AMERICAN, DAY)
    keeps_maximum: ClassVar = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shown: set[Kind] = set()
        self._period: Days | None = None

    def read(self, row: Row) -> Iterable[Activity]:
        """Take a person's totals; of a row in which nothing was done, nothing is known."""
        counts = {kind: _count(row, kind.label) for kind in WORDS}
        if not any(counts.values()):
            return ()
        first, last = self._days(row)
        self._period = min(first, *self._period or (first,)), max(last, *self._period or (last,))
        self._shown |= {kind for kind, count in counts.items() if count is not None}
        named = (self.name, first.isoformat(), last.isoformat(), plain(row[_PERSON]))
        return tuple(
            Activity(kind, last, self.context.hash(*named, kind.label), quantity=count)
            for kind, count in counts.items()
            if count
        )

    def shown(self) -> frozenset[Kind]:
        """Tell the kinds of which there was a figure, even if it was 0."""
        return frozenset(self._shown)

    def period(self) -> Days | None:
        """Tell the days that the totals are of."""
        return self._period

    def _days(self, row: Row) -> Days:
        told = self.context.mapping.period if self.context.mapping else None
        first = self.moment(row, _FIRST).date() if row[_FIRST] else told and told[0]
        last = self.moment(row, _LAST).date() if row[_LAST] else told and told[1]
        if first is None or last is None:
            raise BadRow("It does not say of which days it is.")
        return _checked(first, last, self.context.today)


def _checked(first: date, last: date, today: date) -> Days:
    if last < first:
        raise BadRow("Its last day is before its first.")
    if last - first >= LONGEST:
        raise BadRow(
            "It is of more than 31 days, and a total does not say when in them things were done. "
            "Please make the report for a month or less."
        )
    if last > today:
        raise BadRow("Its days are not over yet.")
    return first, last


def _count(row: Row, column: str) -> int | None:
    """Read a whole number; None where there is none."""
    text = row[column]
    if text.lower() in _BLANK:
        return None
    digits = "".join(text.replace(",", " ").replace("’", " ").split())
    whole = digits.removesuffix(".0")
    countable = whole.isascii() and whole.isdecimal() and len(whole) <= len(str(_MOST))
    if not (countable and int(whole) <= _MOST):
        raise UnknownForm("One of its figures is not a whole number.", column, text)
    return int(whole)


class SalesNavigatorUsage(MappedFormat):
    """The report that an admin finds under Admin > Usage Reporting."""

    name: ClassVar = "sales_navigator_usage"
    importer: ClassVar[type[Importer]] = Usage
    source: ClassVar = Source.SALES_NAVIGATOR_USAGE

    def resembles(self, name: str, suggestions: Mapping[str, str]) -> bool:
        """Go by the file's name, or by columns for a person and at least two kinds."""
        named = any(word in name for word in _REPORT_NAMES)
        kinds = {kind.label for kind in WORDS} & suggestions.keys()
        return named or (_PERSON in suggestions and len(kinds) > 1)

    def question(self, header: Sequence[str], mapping: ColumnMapping | None) -> Unmapped | None:
        """Ask for the columns once, and for the days each time that no column tells them."""
        if mapping and (mapping.period or {_FIRST, _LAST} <= mapping.columns.keys()):
            return None
        kinds = frozenset(kind.label for kind in WORDS)
        asked = unmapped(Usage.name, header, Usage.fields(), any_of=kinds, needs_period=True)
        return replace(asked, suggestions=mapping.columns) if mapping else asked
