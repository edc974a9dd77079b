"""Comments, Reactions and Votes: what someone did about posts; the post is the counterpart."""

from collections.abc import Iterable
from typing import ClassVar

from bot.activity import Activity
from bot.intake.identity import post_name
from bot.intake.importer import Importer
from bot.intake.table import Columns, Row
from scoring.model import Kind


class _AboutPosts(Importer):
    """One row, one thing done about the post that its link names."""

    kind: ClassVar[Kind]

    def read(self, row: Row) -> Iterable[Activity]:
        """Take each deed, with the post it was about."""
        moment = self.moment(row, "Date")
        post = post_name(row["Link"])
        ref = self.ref(moment.isoformat(), post)
        about = self.context.hash("post", post) if post else None
        return (Activity(self.kind, moment.date(), ref, counterpart=about),)


class Comments(_AboutPosts):
    """Comments written; the text is not looked at."""

    name: ClassVar = "Comments"
    columns: ClassVar = Columns(required=("Date", "Link"), optional=("Message",))
    kind: ClassVar = Kind.COMMENT_MADE
    covers: ClassVar = frozenset({Kind.COMMENT_MADE})


class Reactions(_AboutPosts):
    """Likes and their kin, of whichever type."""

    name: ClassVar = "Reactions"
    columns: ClassVar = Columns(required=("Date", "Link"), optional=("Type",))
    kind: ClassVar = Kind.REACTION_MADE
    covers: ClassVar = frozenset({Kind.REACTION_MADE})


class Votes(_AboutPosts):
    """Votes in polls."""

    name: ClassVar = "Votes"
    columns: ClassVar = Columns(required=("Date", "Link"), optional=("OptionText",))
    kind: ClassVar = Kind.VOTE_CAST
    covers: ClassVar = frozenset({Kind.VOTE_CAST})
