"""The table of all importers of LinkedIn's export, and how a file is recognised."""

import re
from collections.abc import Collection
from pathlib import PurePosixPath
from typing import Final

from bot.intake.identity import plain
from bot.intake.importer import Importer
from bot.intake.linkedin.engagement import Comments, Reactions, Votes
from bot.intake.linkedin.events import Events
from bot.intake.linkedin.interests import CompanyFollows, MemberFollows, SearchQueries
from bot.intake.linkedin.messages import Messages
from bot.intake.linkedin.network import Connections, Invitations
from bot.intake.linkedin.posts import InstantReposts, Shares
from bot.intake.linkedin.profile import (
    Certifications,
    Education,
    Positions,
    Profile,
    ProfileSummary,
    RichMedia,
    Skills,
    Volunteering,
)
from bot.intake.linkedin.recognition import (
    EndorsementsGiven,
    EndorsementsReceived,
    RecommendationsGiven,
    RecommendationsReceived,
)

IMPORTERS: Final[tuple[type[Importer], ...]] = (
    Profile,
    ProfileSummary,
    Positions,
    Education,
    Skills,
    Certifications,
    Volunteering,
    RichMedia,
    Shares,
    InstantReposts,
    Comments,
    Reactions,
    Votes,
    EndorsementsReceived,
    EndorsementsGiven,
    RecommendationsReceived,
    RecommendationsGiven,
    Connections,
    Invitations,
    Messages,
    SearchQueries,
    MemberFollows,
    CompanyFollows,
    Events,
)
"""All importers, in the order in which a report lists their files."""

# Talks with LinkedIn's own assistants, in the same columns as messages between people.
_TALKS_WITH_MACHINES: Final = frozenset(
    {"guidemessages", "coachmessages", "learningcoachmessages", "learningroleplaymessages"}
)
# What LinkedIn and browsers append: Comments_17529409.csv, Comments (1).csv, Comments.v2.csv
_SUFFIX = re.compile(r"(?:[_ -]\d+| ?\(\d+\)| copy)+$", re.IGNORECASE)


def _key(name: str) -> str:
    stem = PurePosixPath(name.replace("\\", "/")).name.partition(".")[0]
    return plain(_SUFFIX.sub("", stem)).replace(" ", "")


_BY_KEY: Final = {_key(importer.name): importer for importer in IMPORTERS}


def identify(name: str, header: Collection[str] = ()) -> type[Importer] | None:
    """Tell which importer reads a file: by its name, or else by column names that fit only one.

    Args:
        name: The file's name or path; case, spaces, underscores and appended numbers do not matter.
        header: Its column names, as far as they are known.
    """
    if not name.lower().endswith(".csv") or _key(name) in _TALKS_WITH_MACHINES:
        return None
    if _key(name) in _BY_KEY:
        return _BY_KEY[_key(name)]
    fitting = [importer for importer in IMPORTERS if importer.columns.fit(header)]
    return fitting[0] if len(fitting) == 1 else None
