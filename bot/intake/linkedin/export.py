"""Reading a whole export, a ZIP or one of its files, into activities."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import ClassVar

from bot.activity import Source
from bot.intake.archive import Member
from bot.intake.extraction import extract
from bot.intake.format import Format, Request, Sureness
from bot.intake.identity import Owner
from bot.intake.importer import Importer
from bot.intake.linkedin import articles
from bot.intake.linkedin.messages import Messages
from bot.intake.linkedin.network import Invitations
from bot.intake.linkedin.owner import find_employers, find_owner
from bot.intake.linkedin.profile import Positions, Profile
from bot.intake.linkedin.registry import IMPORTERS, identify
from bot.intake.mapping import ColumnMapping, fitting
from bot.intake.model import Export
from bot.intake.table import read_opening


@dataclass(frozen=True, slots=True)
class _Recognised:
    """A file and what reads it; None stands for an article."""

    member: Member
    importer: type[Importer] | None

    @property
    def place(self) -> tuple[int, str]:
        """Where it stands in the report."""
        order = IMPORTERS.index(self.importer) if self.importer else len(IMPORTERS)
        return order, self.member.name


class LinkedInExport(Format):
    """The ZIP of somebody's data, or a single CSV file from it."""

    name: ClassVar = Source.LINKEDIN_EXPORT.label

    def recognise(self, request: Request) -> Sureness:
        """Go by the names of files, or by the columns of one that was sent alone."""
        found, _ = _recognise(request)
        return Sureness.LIKELY if found else Sureness.NOT

    def read(self, request: Request) -> Export:
        """Read every file that feeds a signal; one that cannot be read does not stop the others."""
        found, ignored = _recognise(request)
        whose = _find_owner(found, request.owner)
        context = replace(
            request.context(Source.LINKEDIN_EXPORT),
            owner=whose,
            employers=find_employers(_of(Positions, found)),
        )
        on_read = request.heard(each.member for each in found)
        extracts = tuple(
            articles.extract_article(each.member, context, on_read)
            if each.importer is None
            else extract(each.member, each.importer, context, on_read, request.mappings)
            for each in found
        )
        return Export(extracts, ignored, format=self.name)


def _recognise(request: Request) -> tuple[list[_Recognised], tuple[str, ...]]:
    """Part the files that feed a signal, in the report's order, from those that feed none."""
    found, ignored = [], []
    for member in request.members:
        importer = identify(member.name)
        if importer is None and len(request.members) == 1:
            importer = _identify_by_columns(member, request.mappings)
        if importer or _is_article(member.name):
            found.append(_Recognised(member, importer))
        else:
            ignored.append(member.name)
    return sorted(found, key=lambda each: each.place), tuple(sorted(ignored))


def _identify_by_columns(
    member: Member, mappings: Sequence[ColumnMapping]
) -> type[Importer] | None:
    """Recognise a file that was sent alone and renamed."""
    opening = read_opening(member)
    mapped = (each for each in IMPORTERS if fitting(mappings, each.name, opening))
    found = (identify(member.name, record) for record in opening)
    return next(filter(None, (*mapped, *found)), None)


def _is_article(name: str) -> bool:
    path = PurePosixPath(name.lower())
    return path.suffix == ".html" and "articles" in path.parts[:-1]


def _of(importer: type[Importer], found: Sequence[_Recognised]) -> list[Member]:
    return [each.member for each in found if each.importer is importer]


def _find_owner(found: Sequence[_Recognised], told: str | None) -> Owner | None:
    messages = _of(Messages, found)
    if not messages:
        return None  # no other file needs to know
    return find_owner(_of(Profile, found), _of(Invitations, found), messages, told)
