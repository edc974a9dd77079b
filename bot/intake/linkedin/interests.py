"""Searches made, and people and companies followed."""

from collections.abc import Iterable
from typing import ClassVar

from bot.activity import Activity
from bot.intake.dates import STAMP, WEEKDAY
from bot.intake.identity import plain
from bot.intake.importer import Importer
from bot.intake.table import Columns, Row
from scoring.model import Kind


class SearchQueries(Importer):
    """Searches; what was searched for is not looked at."""

    name: ClassVar = "SearchQueries"
    columns: ClassVar = Columns(required=("Time",), optional=("Search Query",))
    covers: ClassVar = frozenset({Kind.SEARCH_MADE})

    def read(self, row: Row) -> Iterable[Activity]:
        """Take each search; several in one second are several."""
        moment = self.moment(row, "Time")
        return (Activity(Kind.SEARCH_MADE, moment.date(), self.ref(moment.isoformat())),)


class MemberFollows(Importer):
    """People followed; those no longer followed are listed too and do not count."""

    name: ClassVar = "Member_Follows"
    columns: ClassVar = Columns(required=("Date", "FullName"), optional=("Status",))
    covers: ClassVar = frozenset({Kind.MEMBER_FOLLOWED})
    forms: ClassVar = (STAMP, WEEKDAY)

    def read(self, row: Row) -> Iterable[Activity]:
        """Take a follow that still stands."""
        if row["Status"].lower().startswith(("un", "in", "not")):
            return ()
        moment = self.moment(row, "Date")
        person = self.context.person(row["FullName"])
        ref = self.ref(moment.isoformat(), str(person))
        return (Activity(Kind.MEMBER_FOLLOWED, moment.date(), ref, counterpart=person),)


class CompanyFollows(Importer):
    """Companies followed."""

    name: ClassVar = "Company Follows"
    columns: ClassVar = Columns(required=("Organization", "Followed On"))
    covers: ClassVar = frozenset({Kind.COMPANY_FOLLOWED})
    forms: ClassVar = (WEEKDAY, STAMP)

    def read(self, row: Row) -> Iterable[Activity]:
        """Take each company followed."""
        moment = self.moment(row, "Followed On")
        company = self.context.hash("company", plain(row["Organization"]))
        ref = self.ref(moment.isoformat(), str(company))
        return (Activity(Kind.COMPANY_FOLLOWED, moment.date(), ref, counterpart=company),)
