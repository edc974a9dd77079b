"""Sales Navigator's analytics export: one row an activity of a seat.

Source: "Analytics Services - Exports Schema" on learn.microsoft.com. A search that was made, or an
account that was saved, has no lead. Seats without a row are not in the file: they are unknown.
"""

from collections.abc import Iterable, Mapping
from typing import ClassVar, Final

from bot.activity import Activity, Source
from bot.intake.dates import SALES_NAVIGATOR
from bot.intake.format import TableFormat
from bot.intake.importer import Importer, TeamImporter
from bot.intake.model import BadRow, UnknownForm
from bot.intake.table import Columns, Row
from scoring.model import Kind

KINDS: Final[Mapping[str, Kind]] = {
    "SAVED_LEAD": Kind.LEAD_SAVED,
    "SAVED_ACCOUNT": Kind.ACCOUNT_SAVED,
    "SEARCH_PERFORMED": Kind.SEARCH_MADE,
    "PROFILE_VIEWED": Kind.PROFILE_VIEWED,
    "INMAIL_SENT": Kind.INMAIL_SENT,
    "MESSAGE_SENT": Kind.MESSAGE_SENT,
    "CONNECTION_MADE": Kind.CONNECTION_MADE,
}
"""Our kinds by what Sales Navigator calls them."""


class Analytics(TeamImporter):
    """Activities by seat; the lead, where there is one, is the counterpart."""

    name: ClassVar = "Sales Navigator analytics"
    columns: ClassVar = Columns(
        required=("activityId", "activityType", "createdAt", "seatId"),
        optional=("memberIdentityKey",),
    )
    subject: ClassVar = "seatId"
    covers: ClassVar = frozenset(KINDS.values())
    forms: ClassVar = (SALES_NAVIGATOR,)

    def read(self, row: Row) -> Iterable[Activity]:
        """Take each activity of a known type once."""
        kind = KINDS.get(row["activityType"].upper())
        if kind is None:
            raise UnknownForm("Its type is not one we know.", "activityType", row["activityType"])
        if not row["activityId"]:
            raise BadRow("It has no activityId.")
        moment = self.moment(row, "createdAt")
        ref = self.context.hash(self.name, row["activityId"])
        lead = row["memberIdentityKey"]
        person = self.context.hash("lead", lead) if lead else None
        if not self.is_new(ref):
            return ()
        return (Activity(kind, moment.date(), ref, counterpart=person),)


class SalesNavigatorAnalytics(TableFormat):
    """The CSV file of activities that an admin of Sales Navigator exports."""

    name: ClassVar = "sales_navigator"
    importer: ClassVar[type[Importer]] = Analytics
    source: ClassVar = Source.SALES_NAVIGATOR
