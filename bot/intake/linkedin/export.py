"""Reading a whole export, a ZIP or one of its files, into activities."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from bot.errors import BadInput
from bot.intake.archive import Member, OnRead, open_members, shown_name
from bot.intake.linkedin import articles
from bot.intake.linkedin.importer import Context, Importer, extract
from bot.intake.linkedin.messages import Messages
from bot.intake.linkedin.network import Invitations
from bot.intake.linkedin.owner import Owner, find_owner
from bot.intake.linkedin.profile import Profile
from bot.intake.linkedin.registry import IMPORTERS, identify
from bot.intake.model import Export, Extract
from bot.intake.table import read_opening

Progress = Callable[[int, int], None]
"""Is told how many bytes have been read so far, and of how many, both unpacked."""


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


def read_export(  # noqa: PLR0913 -- six plain facts, four of them by name only
    source: Path | BinaryIO,
    name: str,
    *,
    salt: bytes,
    today: date,
    owner: str | None = None,
    progress: Progress | None = None,
) -> Export:
    """Read a LinkedIn export: its ZIP, or a single CSV file from it.

    Args:
        source: A path, or a seekable binary stream.
        name: The file's name as its sender knows it.
        salt: The workspace's salt, for all hashes.
        today: The present day in UTC; anything later than the day after is refused.
        owner: Whose export this is, by name or profile link: a hint, for where the files that tell
            (Profile, Invitations) are not in it.
        progress: Is told how far the reading has come.

    Raises:
        BadInput: Nothing in it can be read; what is wrong with one file only is in its extract.
    """
    label = shown_name(name)
    with open_members(source, label) as members:
        found, ignored = _recognise(members)
        if not found:
            raise BadInput(_nothing_found(label, members))
        whose = _find_owner(found, owner)
        context = Context(salt, today, whose)
        on_read = _report(progress, sum(each.member.size for each in found))
        extracts = tuple(_extract(each, context, on_read) for each in found)
    return Export(extracts, ignored)


def _recognise(members: Sequence[Member]) -> tuple[list[_Recognised], tuple[str, ...]]:
    """Part the files that feed a signal, in the report's order, from those that feed none."""
    found, ignored = [], []
    for member in members:
        importer = identify(member.name)
        if importer is None and len(members) == 1:
            importer = _identify_by_columns(member)
        if importer or _is_article(member.name):
            found.append(_Recognised(member, importer))
        else:
            ignored.append(member.name)
    return sorted(found, key=lambda each: each.place), tuple(sorted(ignored))


def _identify_by_columns(member: Member) -> type[Importer] | None:
    """Recognise a file that was sent alone and renamed."""
    found = (identify(member.name, record) for record in read_opening(member))
    return next(filter(None, found), None)


def _is_article(name: str) -> bool:
    path = PurePosixPath(name.lower())
    return path.suffix == ".html" and "articles" in path.parts[:-1]


def _nothing_found(name: str, members: Sequence[Member]) -> str:
    if any(member.name.lower().endswith(".zip") for member in members):
        return f"{name} holds another ZIP. Please unzip it once and send the ZIP inside."
    return (
        f"{name} holds nothing that feeds the score. Expected is the ZIP of LinkedIn's data export "
        "(Settings > Data privacy > Get a copy of your data), or a file from it under its own "
        "name, such as Connections.csv."
    )


def _find_owner(found: Sequence[_Recognised], told: str | None) -> Owner | None:
    def of(importer: type[Importer]) -> list[Member]:
        return [each.member for each in found if each.importer is importer]

    if not of(Messages):
        return None  # no other file needs to know
    return find_owner(of(Profile), of(Invitations), of(Messages), told)


def _report(progress: Progress | None, total: int) -> OnRead:
    """Turn counts of bytes just read into a running sum, never above the total."""
    done = 0

    def on_read(count: int) -> None:
        nonlocal done
        done = min(total, done + count)
        if progress and count:
            progress(done, total)

    return on_read


def _extract(each: _Recognised, context: Context, on_read: OnRead) -> Extract:
    if each.importer is None:
        return articles.extract_article(each.member, context, on_read)
    return extract(each.member, each.importer, context, on_read)
