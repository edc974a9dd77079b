"""Events.csv: events attended; nothing of them is kept but the day on which they began."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from bot.activity import Activity
from bot.intake.dates import EVENT, STAMP
from bot.intake.identity import plain
from bot.intake.importer import Context, Importer
from bot.intake.table import Columns, Row
from scoring.model import Kind

# Of those who were invited, declined, or left again, the status says so.
_TOOK_PART = ("attend", "host", "speak")


class Events(Importer):
    """Events that the member takes part in; those to come are listed too and do not count yet."""

    name: ClassVar = "Events"
    columns: ClassVar = Columns(
        required=("Event Name", "Event Time", "Status"), optional=("External Url",)
    )
    covers: ClassVar = frozenset({Kind.EVENT_ATTENDED})
    forms: ClassVar = (EVENT, STAMP)

    def __init__(self, context: Context) -> None:
        super().__init__(replace(context, today=date.max))
        self._today = context.today

    def read(self, row: Row) -> Iterable[Activity]:
        """Take an event that has begun, if the member took part."""
        moment = self.moment(row, "Event Time")
        if moment.date() > self._today or not row["Status"].lower().startswith(_TOOK_PART):
            return ()
        ref = self.ref(moment.isoformat(), plain(row["Event Name"]))
        return (Activity(Kind.EVENT_ATTENDED, moment.date(), ref),)
