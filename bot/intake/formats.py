"""All formats in which activity comes in, and the one way to read a file of any of them."""

from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO, Final

from bot.errors import BadInput
from bot.intake.activities import ActivityTable
from bot.intake.archive import open_members, shown_name
from bot.intake.format import Format, MappedFormat, Progress, Request
from bot.intake.linkedin.export import LinkedInExport
from bot.intake.mapping import ColumnMapping
from bot.intake.model import Export
from bot.intake.post_analytics.export import PostAnalytics
from bot.intake.sales_navigator.analytics import SalesNavigatorAnalytics
from bot.intake.sales_navigator.usage import SalesNavigatorUsage

FORMATS: Final[tuple[Format, ...]] = (
    LinkedInExport(),
    PostAnalytics(),
    SalesNavigatorAnalytics(),
    SalesNavigatorUsage(),
    ActivityTable(),
)
"""All formats; of those that are equally sure of a file, the first reads it."""


def read(  # noqa: PLR0913 -- a file, and the plain facts that reading it takes
    source: Path | BinaryIO,
    name: str,
    *,
    salt: bytes,
    today: date,
    owner: str | None = None,
    progress: Progress | None = None,
    mappings: Sequence[ColumnMapping] = (),
) -> Export:
    """Read a file of any format.

    Args:
        source: A path, or a seekable binary stream.
        name: The file's name as its sender knows it.
        salt: The workspace's salt, for all hashes.
        today: The present day in UTC; anything later than the day after is refused.
        owner: Whose file this is, by name or profile link: a hint, for where the files that tell
            (Profile, Invitations) are not in it.
        progress: Is told how far the reading has come.
        mappings: How people have matched the columns of files so far.

    Raises:
        NeedsMapping: A person must match the file's columns with ours first.
        BadInput: Nothing in it can be read; what is wrong with one file only is in its extract.
    """
    label = shown_name(name)
    with open_members(source, label) as members:
        request = Request(label, members, salt, today, owner, progress, mappings)
        return _choose(request).read(request)


def _choose(request: Request) -> Format:
    """Find the format that is surest of files, or else the first that may be theirs."""
    sure = [(each.recognise(request), each) for each in FORMATS]
    sureness, surest = max(sure, key=itemgetter(0))
    if sureness:
        return surest
    mapped = (each for each in FORMATS if isinstance(each, MappedFormat))
    guessed = next((each for each in mapped if each.guess(request)), None)
    if guessed is None:
        raise BadInput(_nothing_found(request))
    return guessed


def _nothing_found(request: Request) -> str:
    if any(member.name.lower().endswith(".zip") for member in request.members):
        return f"{request.label} holds another ZIP. Please unzip it once and send the ZIP inside."
    return (
        f"{request.label} holds nothing that feeds the score. Expected is the ZIP of LinkedIn's "
        "data export (Settings > Data privacy > Get a copy of your data), or a file from it under "
        "its own name, such as Connections.csv."
    )
