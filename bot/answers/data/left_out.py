"""What files hold that is never stored, by what each is: told before anything comes in.

Dates, counts and kinds are stored, and salted hashes by which the same person, thread or post is
known again. Everything named here is read past, or hashed and then forgotten.
"""

from collections.abc import Iterable, Mapping

from bot.intake import Extract
from bot.messages.contexts.importing import LeftOut

LEFT_OUT: Mapping[str, tuple[str, ...]] = {
    "Profile": ("names", "profile_texts", "addresses", "birthdays"),
    "Profile Summary": ("profile_texts",),
    "Positions": ("companies", "positions", "profile_texts"),
    "Education": ("schools", "profile_texts"),
    "Skills": ("skills",),
    "Certifications": ("certificates", "links"),
    "Volunteering": ("companies", "positions", "profile_texts"),
    "Rich_Media": ("media", "links"),
    "Articles": ("post_texts", "links"),
    "Shares": ("post_texts", "links", "media"),
    "InstantReposts": ("links",),
    "Comments": ("comment_texts", "links"),
    "Reactions": ("links",),
    "Votes": ("poll_answers", "links"),
    "Endorsement_Received_Info": ("names", "skills", "links"),
    "Endorsement_Given_Info": ("names", "skills", "links"),
    "Recommendations_Received": ("names", "companies", "positions", "recommendation_texts"),
    "Recommendations_Given": ("names", "companies", "positions", "recommendation_texts"),
    "Connections": ("names", "emails", "companies", "positions", "links"),
    "Invitations": ("names", "message_texts", "links"),
    "messages": ("message_texts", "subjects", "names", "links", "attachments"),
    "SearchQueries": ("search_words",),
    "Member_Follows": ("names",),
    "Company Follows": ("companies",),
    "Events": ("events", "links"),
    "ENGAGEMENT": (),
    "FOLLOWERS": ("total_followers",),
    "TOP POSTS by engagements": ("links",),
    "TOP POSTS by impressions": ("links",),
    "PERFORMANCE": ("links", "readers"),
    "Sales Navigator analytics": ("people", "seats"),
    "Sales Navigator usage": ("seats", "other_columns"),
    "Activities": ("people", "seats", "other_columns"),
}
"""By what a file is recognised as: the parts of it that are not stored."""

ANY = ("other_columns",)
"""Of a file that is not named above nothing is stored but dates, counts, kinds and hashes."""


def left_out(extracts: Iterable[Extract]) -> tuple[LeftOut, ...]:
    """Name what of these files is not stored; of several of one kind it is told once."""
    recognised = dict.fromkeys(each.recognised for each in extracts if each.problem is None)
    parts = ((name, LEFT_OUT.get(name, ANY)) for name in recognised)
    return tuple(LeftOut(name, told) for name, told in parts if told)
