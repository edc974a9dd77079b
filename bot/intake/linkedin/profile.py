"""The profile and its sections: how many entries each has as of the export."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from bot.activity import Activity
from bot.intake.importer import Context, Importer
from bot.intake.linkedin.columns import POSITIONS, PROFILE
from bot.intake.table import Columns, Row
from scoring.model import Kind


class _Section(Importer):
    """Counts the rows that say something in one of the ``telling`` columns."""

    telling: ClassVar[Mapping[Kind, tuple[str, ...]]]

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._entries = dict.fromkeys(self.telling, 0)

    def read(self, row: Row) -> Iterable[Activity]:
        """Count the row as an entry; nothing happened on a day."""
        for kind, columns in self.telling.items():
            self._entries[kind] += any(map(row.__getitem__, columns))
        return ()

    def standings(self) -> Mapping[Kind, int]:
        """Tell the entries counted."""
        return dict(self._entries)


class Profile(_Section):
    """The profile's headline and summary; its one row also names the owner (see ``owner``)."""

    name: ClassVar = "Profile"
    columns: ClassVar = PROFILE
    telling: ClassVar = {Kind.PROFILE_HEADLINE: ("Headline",), Kind.PROFILE_SUMMARY: ("Summary",)}
    covers: ClassVar = frozenset(telling)


class ProfileSummary(_Section):
    """The summary alone, as some exports give it in a file of its own."""

    name: ClassVar = "Profile Summary"
    columns: ClassVar = Columns(required=("Profile Summary",))
    telling: ClassVar = {Kind.PROFILE_SUMMARY: ("Profile Summary",)}
    covers: ClassVar = frozenset(telling)


class Positions(_Section):
    """Jobs held; without a day in Finished On, a job is a present one."""

    name: ClassVar = "Positions"
    columns: ClassVar = POSITIONS
    telling: ClassVar = {Kind.PROFILE_POSITIONS: ("Company Name", "Title")}
    covers: ClassVar = frozenset(telling)


class Education(_Section):
    """Schools and studies."""

    name: ClassVar = "Education"
    columns: ClassVar = Columns(
        required=("School Name",),
        optional=("Start Date", "End Date", "Notes", "Degree Name", "Activities"),
    )
    telling: ClassVar = {Kind.PROFILE_EDUCATION: ("School Name",)}
    covers: ClassVar = frozenset(telling)


class Skills(_Section):
    """Skills listed."""

    name: ClassVar = "Skills"
    columns: ClassVar = Columns(required=("Name",))
    telling: ClassVar = {Kind.PROFILE_SKILLS: ("Name",)}
    covers: ClassVar = frozenset(telling)


class Certifications(_Section):
    """Licences and certificates."""

    name: ClassVar = "Certifications"
    columns: ClassVar = Columns(
        required=("Name",),
        optional=("Url", "Authority", "Started On", "Finished On", "License Number"),
    )
    telling: ClassVar = {Kind.PROFILE_CERTIFICATIONS: ("Name",)}
    covers: ClassVar = frozenset(telling)


class Volunteering(_Section):
    """Unpaid work."""

    name: ClassVar = "Volunteering"
    columns: ClassVar = Columns(
        required=("Company Name", "Role"),
        optional=("Cause", "Started On", "Finished On", "Description"),
    )
    telling: ClassVar = {Kind.PROFILE_VOLUNTEERING: ("Company Name", "Role")}
    covers: ClassVar = frozenset(telling)


class RichMedia(_Section):
    """Photos and media of the profile; media of posts and messages are listed too, not counted."""

    name: ClassVar = "Rich_Media"
    columns: ClassVar = Columns(
        required=("Date/Time", "Media Link"), optional=("Media Description",)
    )
    telling: ClassVar = {Kind.PROFILE_MEDIA: ("Date/Time", "Media Link")}
    covers: ClassVar = frozenset(telling)

    def read(self, row: Row) -> Iterable[Activity]:
        """Count the row unless its sentence tells of a medium elsewhere."""
        told = row["Date/Time"].lower()
        if any(elsewhere in told for elsewhere in (" feed ", " messag", " comment ")):
            return ()
        return super().read(row)
