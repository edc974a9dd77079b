"""Shares and InstantReposts: posts with words of one's own, and what was passed on without."""

from collections.abc import Iterable
from typing import ClassVar

from bot.activity import Activity
from bot.intake.identity import post_name
from bot.intake.importer import Importer
from bot.intake.table import Columns, Row
from scoring.model import Kind


class Shares(Importer):
    """Posts and reposts; only whether there are own words is looked at."""

    name: ClassVar = "Shares"
    columns: ClassVar = Columns(
        required=("Date", "ShareLink", "ShareCommentary"),
        optional=("SharedUrl", "MediaUrl", "Visibility"),
    )
    covers: ClassVar = frozenset({Kind.POST_PUBLISHED, Kind.SHARE_MADE})

    def read(self, row: Row) -> Iterable[Activity]:
        """Take a post if it has own words, a share if it has none."""
        moment = self.moment(row, "Date")
        # Every newline in a commentary comes wrapped in quotation marks, which are no words.
        own_words = row["ShareCommentary"].strip('" \r\n')
        kind = Kind.POST_PUBLISHED if own_words else Kind.SHARE_MADE
        ref = self.ref(moment.isoformat(), post_name(row["ShareLink"]))
        return (Activity(kind, moment.date(), ref),)


class InstantReposts(Importer):
    """Reposts by one click, which newer exports list apart from shares."""

    name: ClassVar = "InstantReposts"
    columns: ClassVar = Columns(required=("Date", "Link"))
    covers: ClassVar = frozenset({Kind.SHARE_MADE})

    def read(self, row: Row) -> Iterable[Activity]:
        """Take each repost."""
        moment = self.moment(row, "Date")
        ref = self.ref(moment.isoformat(), post_name(row["Link"]))
        return (Activity(Kind.SHARE_MADE, moment.date(), ref),)
