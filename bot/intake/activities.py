"""A table of activities from a CRM or anything else: whose, what, and when.

Columns: ``member`` (e-mail, Slack id or name), ``kind`` (such as ``comment_made``), ``occurred_at``
(ISO 8601; without a zone it is UTC), and where there is more to say, ``quantity``, ``external_id``
and ``counterpart``.
"""

from collections.abc import Iterable, Mapping
from typing import ClassVar, Final

from bot.activity import Activity, Source
from bot.intake.dates import ISO
from bot.intake.format import MappedFormat
from bot.intake.identity import plain
from bot.intake.importer import Context, Importer, TeamImporter
from bot.intake.model import BadRow, UnknownForm
from bot.intake.table import Columns, Row
from scoring.model import Kind

MOST: Final = 1_000
"""The largest quantity of one row."""

_KINDS: Final = {kind.label: kind for kind in Kind if not kind.is_state}


class Activities(TeamImporter):
    """One row, one activity of one member, or several of a day."""

    name: ClassVar = "Activities"
    columns: ClassVar = Columns(
        required=("member", "kind", "occurred_at"),
        optional=("quantity", "external_id", "counterpart"),
    )
    words: ClassVar = {
        "member": ("email", "e-mail", "owner email", "user email", "owner", "slack id", "person"),
        "kind": ("type", "activity type", "activity"),
        "occurred_at": ("date", "day", "time", "timestamp", "created at", "activity date"),
        "quantity": ("count", "number", "amount"),
        "external_id": ("id", "record id", "activity id"),
        "counterpart": ("contact", "contact id", "account", "company", "with"),
    }
    subject: ClassVar = "member"
    covers: ClassVar = frozenset()
    forms: ClassVar = (ISO,)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shown: set[Kind] = set()

    def read(self, row: Row) -> Iterable[Activity]:
        """Take a row; without an id of its own it is known by what it holds."""
        kind = _KINDS.get(plain(row["kind"]).replace(" ", "_"))
        if kind is None:
            raise UnknownForm("Its kind is not one we know.", "kind", row["kind"])
        moment = self.moment(row, "occurred_at")
        quantity = _quantity(row)
        other = row["counterpart"].casefold()
        external = row["external_id"]
        if external:
            ref = self.context.hash(self.name, "id", external)
            if not self.is_new(ref):
                return ()
        else:
            ref = self.ref(kind.label, moment.isoformat(), str(quantity), other)
        self._shown.add(kind)
        person = self.context.hash("counterpart", other) if other else None
        return (Activity(kind, moment.date(), ref, quantity, person),)

    def shown(self) -> frozenset[Kind]:
        """Tell the kinds that the rows are of: of others, the file says nothing."""
        return frozenset(self._shown)


def _quantity(row: Row) -> int:
    text = row["quantity"] or "1"
    if not (text.isascii() and text.isdecimal()):
        raise UnknownForm("Its quantity is not a whole number.", "quantity", text)
    if len(text) > len(str(MOST)) or not 1 <= int(text) <= MOST:
        raise BadRow(f"Its quantity is not from 1 to {MOST:,}.")
    return int(text)


class ActivityTable(MappedFormat):
    """A CSV file of activities, under our column names or matched with them once."""

    name: ClassVar = "csv"
    importer: ClassVar[type[Importer]] = Activities
    source: ClassVar = Source.CSV

    def resembles(self, name: str, suggestions: Mapping[str, str]) -> bool:
        """Go by columns for all three required fields, or for two of them and the file's name."""
        missing = set(Activities.columns.required) - suggestions.keys()
        return len(missing) <= ("activit" in name)
