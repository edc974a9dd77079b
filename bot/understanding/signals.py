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
            "nobody|noone|none|never .. answers|answer|answering|answered|replies|reply|replying",
            "nobody|noone|none|never .. write|writes|writing back",
            "left|leave|leaves|leaving me|you|us|them|invites? on read",
            "ghost|ghosts|ghosted|ghosting me|us|my|^",
            "people|they|prospects|leads ghost|ghosted|ghosting",
            "only|of them .. answer|answers|answered|reply|replied",
        ),
        "acceptance_rate": (
            f"acceptance {_RATE}?",
            f"accept|accepted|accepting {_RATE}",
            "invites|invitations|requests get|got|getting|are|were accepted|declined|ignored",
        ),
        "saved_searches": (
            "saved|save|saving|stored a|my|the? search|searches",
            "search|searches saved",
            "save|saved .. search|searches",
        ),
        "decision_makers": (
            "decision - makers|maker",
            "decision makers|maker",
            "senior people|contacts|connections|leaders|execs|executives",
            "c - level|suite",
            "c level|suite",
            "vice president|presidents",
            "vp|vps|director|directors level",
            "big people|bosses",
            "vps|executives|execs|cxos|ceos|ctos|cfos",
        ),
    }
)

_COUNTED = Phrases(
    {
        "inmails": ("inmail|inmails|ims", "in - mail|mails", "in mail|mails|males"),
        "recommendations": ("recommendation|recommendations|recommended|testimonials|recos|reco",),
        "endorsements": ("endorsement|endorsements|endorse|endorsed|endorsing", "skill votes"),
        "comments": ("comment|comments|commented|commenting",),
        "reactions": (
            "reaction|reactions|likes|liked|liking|reacts|unlike|unliked",
            "un - like|liked",
            "thumbs up",
            "i like|react .. post|posts|article|articles|comment|comments",
            "like posts|stuff|things|content|articles",
            "claps|hearts|reacting|reacted",
            "a like",
        ),
        "shares": (
            "shares|reshare|reshares|reposts|repost|resharing|reposting|shared|sharing|reshared",
            "i|a|one|duplicate|to share",
        ),
        "articles": (
            "article|articles|newsletter|newsletters",
            "long - form",
            "blog|blogs|essay|essays",
        ),
        "posts": (
            "post|posts|posted|posting",
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
            "accept|accepts|accepted me|my|request|requests|invite|invitation",
            "request|requests|people .. accept|accepts|accepted|accepting",
            "contacts",
        ),
        "searches": ("search|searches|searched|searching", "look|looked|looking .. up"),
        "messages": (
            "message|messages|messaged|messaging|chats",
            "outreach",
            "write|wrote|writing to",
        ),
        "profile": (
            "profile",
            "headline|headshot|banner|photograph",
            "my|profile photo|picture|pic",
            "about section",
            "job history",
        ),
    }
)


_DONE = Phrases({"posts": ("publish|published|publishing",)})
"""What is done to things of several kinds: it counts where no thing is named."""

_NOT_SIGNALS = Phrases(
    {
        True: (
            "post - its|fair",
            "posted|post on|to the|a? board|wall|ranking",
            "published|posted ranking|list|board|summary|na",
            "your|long|this message|messages",
            "article 13|15|17|20|21|22",
            "do|can|could i share",
            "share of",
            "search for",
        )
    }
)


def find_signal(words: str) -> str | None:
    """Find the signal that a text names; a rate or a kind of thing goes before the thing."""
    words = _NOT_SIGNALS.without(words)
    return _RATES.first(words) or _COUNTED.first(words) or _DONE.first(words)


SIGNAL_NAMES = _RATES.vocabulary() | _COUNTED.vocabulary()
"""The words of the phrases, for mending typos."""
