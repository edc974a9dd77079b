"""Finds the signal a text names, such as ``comments`` or ``reply_rate``, under any usual name."""

from bot.understanding.phrases import Phrases

_RATE = "rate|rates|ratio|percentage|share"

_RATES = Phrases(
    {
        "reply_rate": (
            f"reply|replies|response|responses|answer|answering {_RATE}",
            "answer|reply|response percent",
            "ignore|ignores|ignored|ignoring me|my|our messages?",
            "not? write|writes|writing back",
            "nobody|anybody|noone|few|none .. wrote back",
            "answering|answer|reply|replying back",
            "must|should|more|all|if .. reply|replying|respond|responding",
            "inbox|inboxes .. silent|quiet|empty",
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
            "accept|accepts|accepted|accepting my|our? invite|invites|invitation|invitations",
            "invite|invites|invitation|invitations|request|requests .. rejected|accept|accepted",
            "invite|invites|invitation|invitations|request|requests .. refused|declined|pending",
            "refuse|refuses|refused|reject|rejects|rejected|decline|declined my|the invite|invites",
            "refuse|refuses|refused|reject|rejected|decline|declined my|the invitation|invitations",
            "yes to invites|invitations|requests",
            "nobody|noone|half|few|fewer|less .. accept|accepts|accepted|accepting",
            "no one accept|accepts|accepted",
            "accept|accepts me",
            "how many accept|accepted",
            "pass rate",
            "take|taking|pick|picks|picked up my|our? invite|invites|invitation|invitations",
            "took|take my|our invite|invites|invitation|invitations",
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
            "big people|boss|bosses|shots",
            "vps|executives|execs|cxos|cxo|ceos|ctos|cfos|chros|mds|deciders|decider",
            "purchasing|procurement|fleet heads|managers|directors",
            "add|adding|connect|find .. director|directors|chiefs|ministers",
            "important people|persons|contacts",
        ),
    }
)

_COUNTED = Phrases(
    {
        "inmails": ("inmail|inmails|ims", "in - mail|mails", "in mail|mails|males"),
        "recommendations": (
            "recommendation|recommendations|recommended|testimonials|testimonial|recos|reco",
            "recommend|recommends|recommending me|us",
            "vouch|vouches|vouched|vouching",
            "write|writes|writing|wrote|give|gives|gave me|us a? reference|references|testimonial",
            "write|writes|wrote|say|saying in my favour|favor",
            "reference letter|letters",
            "kind|nice|good words|stuff|things about me",
            "saying|say|said|wrote|write nice|kind|good stuff|things|words",
        ),
        "endorsements": (
            "endorsement|endorsements|endorse|endorsed|endorsing",
            "skill|skills votes",
            "confirm|confirms|confirmed|validate|validates|validated my|our|the|your? skill|skills",
            "confirmation|confirmations|validation|validations of? skill|skills",
        ),
        "comments": ("comment|comments|commented|commenting",),
        "reactions": (
            "reaction|reactions|likes|liked|liking|reacts|unlike|unliked",
            "un - like|liked",
            "thumbs up",
            "i like|react .. post|posts|article|articles|comment|comments",
            "like posts|stuff|things|content|articles",
            "claps|hearts|reacting|reacted",
            "a like",
            "give|giving|gave|leave|leaving|put|drop|dropping a? heart|like|thumb|thumbs|thumbsup",
            "nobody|noone|people|anyone like|likes|liking my|your|their",
            "enough|just|only to like",
            "like|likes my something|stuff|things|everything",
            "thumb|heart on",
            "thumb|thumbs - up|upping",
            "click|clicking|clicked like",
            "i like my|our own",
        ),
        "shares": (
            "shares|reshare|reshares|reposts|repost|resharing|reposting|shared|sharing|reshared",
            "i|a|one|duplicate|to share",
            "share - share",
            "share article|articles|post|posts|news",
            "forward|forwarding|forwarded a|the|my|their|other? post|posts|article|articles",
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
            "new contacts|connects",
            "connects",
            "link|linked|linking up with",
            "handshake|handshakes",
            "connect to",
            "add|adding|added|adds .. people|folks|folk|persons|friends|friend|strangers|engineers",
            "connect many|more",
            "bulk|mass connecting|connect|connects|adds",
            "my relations is|are",
            "connect|connected|connecting with",
            "network|invites|invitations",
            "connection|friend|contact requests",
            "accept|accepts|accepted me|my|request|requests|invite|invitation",
            "request|requests|people .. accept|accepts|accepted|accepting",
            "contacts",
        ),
        "searches": ("search|searches|searched|searching", "look|looked|looking .. up"),
        "messages": (
            "message|messages|messaged|messaging|chats|convos|conversations",
            "thank - you notes|note",
            "notes to",
            "outreach",
            "write|wrote|writing to",
        ),
        "profile": (
            "profile",
            "headline|headshot|banner|photograph",
            "my|profile|a|your|better|new|with|the photo|picture|pic",
            "picture|photo|pic compulsory|mandatory|needed|required|matter|matters|help|helps",
            "put|change|changed|upload|add picture|photo",
            "about|skills|summary|experience section|part|field",
            "picture|photo of me",
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
            "post diwali|holiday|holidays|covid|vacation|leave|launch|merger|event|training|reorg",
            "posts|posting|posted my|your|our weight|lunch|menu|rota|holiday|picture|pictures",
            "network issue|issues|problem|problems|down|error",
            "the|that|this networking|network bit",
            "search side",
            "ex profile|headline",
            "any headline",
            "have|has answers",
            "weekly|monthly|whole message|messages",
            "look|looking hers|her|his|him|mine|it up",
            "forwarding a|the? post",
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
