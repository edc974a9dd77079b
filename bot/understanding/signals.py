"""Finds the signal a text names, such as ``comments`` or ``reply_rate``, under any usual name."""

from bot.understanding.phrases import Phrases

_RATE = "rate|rates|ratio|percentage|share"

_RATES = Phrases(
    {
        "reply_rate": (
            f"reply|replies|response|responses|answer|answering {_RATE}",
            "people|they|nobody|noone|prospects|folks not? answer|answering|reply|replying|respond",
            "people|they|nobody|prospects|folks do|does|did|are|never not? answer|reply|respond",
            "get|got|getting|need no? replies|answers|responses",
            "replies|unanswered|answers",
            "messages|inmails|outreach without reply|replies|answer|answers|response",
        ),
        "acceptance_rate": (
            f"acceptance|accept|accepted {_RATE}?",
            "invites|invitations|requests get|got|getting|are|were accepted|declined|ignored",
        ),
        "saved_searches": (
            "saved|save|saving|stored a|my|the? search|searches",
            "search|searches saved",
        ),
        "decision_makers": (
            "decision - makers|maker",
            "decision makers|maker",
            "senior people|contacts|connections|leaders|execs|executives",
            "c - level|suite",
            "c level|suite",
            "vps|executives|execs|cxos|ceos|founders",
        ),
    }
)

_COUNTED = Phrases(
    {
        "inmails": ("inmail|inmails", "in - mail|mails", "in mail|mails"),
        "recommendations": ("recommendation|recommendations|recommended|testimonials",),
        "endorsements": ("endorsement|endorsements|endorse|endorsed|endorsing", "skill votes"),
        "comments": ("comment|comments|commented|commenting",),
        "reactions": (
            "reaction|reactions|likes|liked|liking|thumbs",
            "like posts|stuff|things|content|articles",
            "claps|hearts|reacting|reacted",
            "a like",
        ),
        "shares": ("shares|reshare|reshares|reposts|repost|resharing|reposting|shared|sharing",),
        "articles": ("article|articles|newsletter|newsletters", "long - form", "blog|blogs"),
        "posts": (
            "post|posts|posted|posting",
            "publish|published|publishing",
            "original content|stuff",
        ),
        "connections": (
            "connection|connections",
            "people|contacts i|we connect|connected|add|added",
            "people|contacts did|have i|we connect|connected|add|added",
            "new contacts",
            "connect|connected|connecting with",
            "network|invites|invitations",
            "connection|friend|contact requests",
        ),
        "searches": ("search|searches|searched|searching",),
        "messages": ("message|messages|messaged|messaging", "outreach"),
        "profile": (
            "profile",
            "headline|photo|picture|headshot|banner",
            "about section",
            "job history",
        ),
    }
)


def find_signal(words: str) -> str | None:
    """Find the signal that a text names; a rate or a kind of thing goes before the thing."""
    return _RATES.first(words) or _COUNTED.first(words)


SIGNAL_NAMES = _RATES.vocabulary() | _COUNTED.vocabulary()
"""The words of the phrases, for mending typos."""
