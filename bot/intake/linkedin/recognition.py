"""Endorsements and recommendations, received and given.

Only what stands on a profile counts: accepted endorsements, visible recommendations.
"""

from collections.abc import Iterable
from typing import ClassVar

from bot.activity import Activity
from bot.intake.dates import AMERICAN, STAMP
from bot.intake.identity import plain
from bot.intake.importer import Importer
from bot.intake.table import Columns, Row
from scoring.model import Kind


class _Endorsements(Importer):
    """One row, one skill endorsed by or for one person."""

    kind: ClassVar[Kind]
    whose: ClassVar[str]

    def read(self, row: Row) -> Iterable[Activity]:
        """Take an endorsement that was accepted."""
        if row["Endorsement Status"].upper() not in ("ACCEPTED", ""):
            return ()
        moment = self.moment(row, "Endorsement Date")
        person = self.context.person(
            row[f"{self.whose} First Name"], row[f"{self.whose} Last Name"]
        )
        ref = self.ref(moment.isoformat(), plain(row["Skill Name"]), str(person))
        return (Activity(self.kind, moment.date(), ref, counterpart=person),)


def _endorsement_columns(whose: str) -> Columns:
    return Columns(
        required=(
            "Endorsement Date",
            "Skill Name",
            f"{whose} First Name",
            f"{whose} Last Name",
            "Endorsement Status",
        ),
        optional=(f"{whose} Public Url",),
    )


class EndorsementsReceived(_Endorsements):
    """Skills that others endorsed."""

    name: ClassVar = "Endorsement_Received_Info"
    kind: ClassVar = Kind.ENDORSEMENT_RECEIVED
    covers: ClassVar = frozenset({Kind.ENDORSEMENT_RECEIVED})
    whose: ClassVar = "Endorser"
    columns: ClassVar = _endorsement_columns("Endorser")


class EndorsementsGiven(_Endorsements):
    """Others' skills that were endorsed."""

    name: ClassVar = "Endorsement_Given_Info"
    kind: ClassVar = Kind.ENDORSEMENT_GIVEN
    covers: ClassVar = frozenset({Kind.ENDORSEMENT_GIVEN})
    whose: ClassVar = "Endorsee"
    columns: ClassVar = _endorsement_columns("Endorsee")


class _Recommendations(Importer):
    """One row, one recommendation by or for one person."""

    kind: ClassVar[Kind]
    columns: ClassVar = Columns(
        required=("First Name", "Last Name", "Creation Date", "Status"),
        optional=("Company", "Job Title", "Text"),
    )
    forms: ClassVar = (AMERICAN, STAMP)

    def read(self, row: Row) -> Iterable[Activity]:
        """Take a recommendation that can be seen."""
        if row["Status"].upper() not in ("VISIBLE", ""):
            return ()
        moment = self.moment(row, "Creation Date")
        person = self.context.person(row["First Name"], row["Last Name"])
        ref = self.ref(moment.isoformat(), str(person))
        return (Activity(self.kind, moment.date(), ref, counterpart=person),)


class RecommendationsReceived(_Recommendations):
    """Recommendations that others wrote."""

    name: ClassVar = "Recommendations_Received"
    kind: ClassVar = Kind.RECOMMENDATION_RECEIVED
    covers: ClassVar = frozenset({Kind.RECOMMENDATION_RECEIVED})


class RecommendationsGiven(_Recommendations):
    """Recommendations written for others."""

    name: ClassVar = "Recommendations_Given"
    kind: ClassVar = Kind.RECOMMENDATION_GIVEN
    covers: ClassVar = frozenset({Kind.RECOMMENDATION_GIVEN})
