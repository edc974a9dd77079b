"""Connections and Invitations, and which invitations became connections."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar

from bot.activity import Activity
from bot.intake.dates import AMERICAN, DAY
from bot.intake.decision_makers import is_decision_maker
from bot.intake.identity import person_name, plain
from bot.intake.importer import Importer
from bot.intake.linkedin.columns import INVITATIONS
from bot.intake.model import BadRow
from bot.intake.table import Columns, Row
from scoring.model import Kind

# Invitations name no zone and Connections no hour: the same moment may fall on two dates.
_ZONES = timedelta(days=1)


class Connections(Importer):
    """Connections made; those who hide from exports leave only the date.

    Who works at the same company is a coworker; that shows where Positions comes in with it.
    """

    name: ClassVar = "Connections"
    columns: ClassVar = Columns(
        required=("First Name", "Last Name", "Position", "Connected On"),
        optional=("URL", "Email Address", "Company"),
    )
    covers: ClassVar = frozenset({Kind.CONNECTION_MADE, Kind.DECISION_MAKER_CONNECTED})
    forms: ClassVar = (DAY,)

    def read(self, row: Row) -> Iterable[Activity]:
        """Take a connection, and again as a decision maker's or a coworker's if it is one."""
        day = self.moment(row, "Connected On").date()
        name = person_name(row["First Name"], row["Last Name"])
        ref = self.ref(name, day.isoformat())
        # Someone hidden is someone of their own, told apart by their place within the day.
        person = self.context.person(name) if name else ref
        made = Activity(Kind.CONNECTION_MADE, day, ref, counterpart=person)
        kinds = (
            (Kind.CONNECTION_MADE, True),
            (Kind.DECISION_MAKER_CONNECTED, is_decision_maker(row["Position"])),
            (Kind.COWORKER_CONNECTED, plain(row["Company"]) in (self.context.employers or ())),
        )
        return [replace(made, kind=kind) for kind, is_one in kinds if is_one]

    def shown(self) -> frozenset[Kind]:
        """Show coworkers only where it is known which company is the owner's."""
        known = self.context.employers is not None
        return self.covers | ({Kind.COWORKER_CONNECTED} if known else frozenset())


class Invitations(Importer):
    """Invitations sent, of which LinkedIn lists only recent and pending ones."""

    name: ClassVar = "Invitations"
    columns: ClassVar = INVITATIONS
    covers: ClassVar = frozenset({Kind.INVITATION_SENT})
    forms: ClassVar = (AMERICAN,)

    def read(self, row: Row) -> Iterable[Activity]:
        """Take an invitation sent; those received are not the member's doing."""
        direction = row["Direction"].upper()
        if direction == "INCOMING":
            return ()
        if direction != "OUTGOING":
            raise BadRow("Its direction is neither OUTGOING nor INCOMING.")
        moment = self.moment(row, "Sent At")
        invitee = person_name(row["To"])
        ref = self.ref(moment.isoformat(), invitee)
        person = self.context.person(invitee) if invitee else ref
        return (Activity(Kind.INVITATION_SENT, moment.date(), ref, counterpart=person),)


def accepted(invited: Mapping[int, date], connections: Iterable[Activity]) -> tuple[Activity, ...]:
    """Derive which invitations were accepted, each on the day of the connection.

    An export lists invitations only while they are recent or pending, so the caller keeps those of
    earlier exports.

    Args:
        invited: The day of the first invitation to each person, by the counterpart of
            ``INVITATION_SENT`` activities.
        connections: Activities, of which ``CONNECTION_MADE`` are looked at.
    """

    def is_acceptance(made: Activity) -> bool:
        if made.kind is not Kind.CONNECTION_MADE or made.counterpart is None:
            return False
        since = invited.get(made.counterpart)
        return since is not None and made.day >= since - _ZONES

    return tuple(
        replace(made, kind=Kind.INVITATION_ACCEPTED) for made in connections if is_acceptance(made)
    )
