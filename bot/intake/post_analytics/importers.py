"""The tables of LinkedIn's post analytics, each with the kinds that its figures are of."""

from collections.abc import Mapping
from typing import ClassVar, Final

from bot.intake.post_analytics.figures import (
    FigureImporter,
    OfAllPosts,
    OfOnePost,
    figure,
    top_posts,
)
from bot.intake.table import Columns, Row
from scoring.model import Kind


class Engagement(OfAllPosts):
    """ENGAGEMENT: what all posts received on each day."""

    name: ClassVar = "ENGAGEMENT"
    columns: ClassVar = Columns(required=("Date", "Impressions", "Engagements"))
    figures: ClassVar = {
        "Impressions": Kind.IMPRESSION_RECEIVED,
        "Engagements": Kind.ENGAGEMENT_RECEIVED,
    }
    covers: ClassVar = frozenset(figures.values())


class Followers(OfAllPosts):
    """FOLLOWERS: how many began to follow on each day; the total above the table is not kept."""

    name: ClassVar = "FOLLOWERS"
    columns: ClassVar = Columns(required=("Date", "New followers"))
    figures: ClassVar = {"New followers": Kind.FOLLOWER_GAINED}
    covers: ClassVar = frozenset(figures.values())


class TopByEngagements(OfOnePost):
    """TOP POSTS, on the left: the posts that received most reactions, comments and reposts."""

    name: ClassVar = "TOP POSTS by engagements"
    columns: ClassVar = top_posts("Engagements")
    figures: ClassVar = {"Engagements": Kind.POST_ENGAGEMENT_RECEIVED}
    covers: ClassVar = frozenset(figures.values())


class TopByImpressions(OfOnePost):
    """TOP POSTS, on the right: the posts that were seen most."""

    name: ClassVar = "TOP POSTS by impressions"
    columns: ClassVar = top_posts("Impressions")
    figures: ClassVar = {"Impressions": Kind.POST_IMPRESSION_RECEIVED}
    covers: ClassVar = frozenset(figures.values())


class Performance(OfOnePost):
    """PERFORMANCE: one post's labels and figures, read as a table of one row.

    Engagements are what TOP POSTS calls so: reactions, comments and reposts together.
    """

    name: ClassVar = "PERFORMANCE"
    dated: ClassVar = "Post Date"
    columns: ClassVar = Columns(
        required=("Post URL", "Post Date", "Impressions"),
        optional=("Reactions", "Comments", "Reposts"),
    )
    figures: ClassVar = {
        "Impressions": Kind.POST_IMPRESSION_RECEIVED,
        "Reactions": Kind.POST_REACTION_RECEIVED,
        "Comments": Kind.POST_COMMENT_RECEIVED,
    }
    covers: ClassVar = frozenset(figures.values()) | {Kind.POST_ENGAGEMENT_RECEIVED}

    def amounts(self, row: Row) -> Mapping[Kind, int | None]:
        """Read the figures, and add up the engagements."""
        parts = (figure(row, column) for column in ("Reactions", "Comments", "Reposts"))
        return {
            **super().amounts(row),
            Kind.POST_ENGAGEMENT_RECEIVED: sum(part or 0 for part in parts),
        }


SHEETS: Final[Mapping[str, tuple[type[FigureImporter], ...]]] = {
    "ENGAGEMENT": (Engagement,),
    "TOP POSTS": (TopByEngagements, TopByImpressions),
    "FOLLOWERS": (Followers,),
}
"""What reads the tables of each sheet, of which some stand side by side."""
