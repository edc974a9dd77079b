"""Further turns of phrase for signals, in ordinary words that are no target for mending typos."""

from bot.understanding.phrases import Phrases

_MANY = "@number|three|four|five|ten|twenty|thirty|forty|fifty|hundred"

_HIGH = (
    "gm|gms|ciso|cisos|coo|coos|cio|cios|ceo|ceos|cfo|cfos|cto|ctos|vp|vps|director|directors|"
    "managers|chairmen|chairmans|bosses|chiefs|mds|owners|heads"
)

_FOUND = "find|finds|finding|found|locate|located|locating|stalking|stalked"

_ASKED = "invite|invites|invitation|invitations|request|requests"

_OTHERS = "strangers|people|they|customers|customer|clients|buyers|prospects|someone|somebody"

TURNED_RATES = Phrases(
    {
        "acceptance_rate": (
            f"turn|turned|turns|turning down my|our|all|the|half .. {_ASKED}",
            f"{_ASKED} .. turned down",
            "turn|turned|turns me|us down",
            f"decline|declines|declining|refuse|refusing|refusal|refusals of? my|our {_ASKED}",
            f"{_MANY} declines|refusals|rejections",
            "refusals|rejections by|of|from",
            f"{_OTHERS} would|may|can? decline|declines|refuse|refuses|reject me|us",
            f"{_ASKED} .. ignored|unaccepted",
            "said|saying|say yes to my|our? connection|contact requests|invites|invitations",
            f"not|never accept|accepts|accepting|picking|taking my|our {_ASKED}",
            "not|never connect|add with? me|us back",
            "rejected|refused|declined contact|connection|friend requests|request",
        ),
        "reply_rate": (
            "crickets .. message|messages|messaging|outreach|inmails|pitches",
            "message|messages|messaging|outreach|inmails|pitches .. crickets",
            f"make|making|get|getting them|{_OTHERS} to? reply|respond",
            "message|messages .. not|never|seldom|rarely|hardly answered",
            f"they|{_OTHERS} ignore|ignores|ignored me|you|us",
            "read|reads|seen but .. not reply|replying|respond|answer",
            "seenzone|seenzoned|seenzoning me|us|^",
            "share|percentage|percent answered|replied|responded",
            f"{_OTHERS} .. reply|respond|answer|answers to? me|us|back",
        ),
        "saved_searches": (
            "searches|search have|do|did .. saved|save",
            "searches|search you|i|we have|keep saved|save|stored",
            "search alert|alerts",
            "alerts of|for|from|on search|searches|sales",
        ),
        "decision_makers": (
            "dec maker|makers",
            "c - levels",
            "c levels",
            "board members? .. found|located|booked",
            "found|located|looked up? board members",
            f"{_FOUND} .. {_HIGH}",
            f"look|looked|looking|lookin up .. {_HIGH}",
            "look|looked|looking|lookin at .. gm|gms|chef|chiefs|ceos|ctos|directors",
            f"{_HIGH} i|we looked|found|searched|viewed",
            "heads|chiefs of .. i|we looked|found|searched|viewed",
            "reach|reaching|arrive|arriving to? the? directors|bosses|ceos|owners",
            "talk|talks|speak to|with .. never|not .. directors|ceos|chiefs|bosses",
            "bigger|higher|senior|more bosses",
            "more directors|chiefs",
            "many|more ceo|cfo|cto|director",
            "purchasing|procurement manager|director|head",
            "find|more|get|reach boss level",
            "directors|ceos|ceo|vps|bosses|owners|chiefs count|counts|give|weigh|weighs",
        ),
    }
)
"""Rates, and kinds of people and searches, that go before the thing that is counted."""

TURNED = Phrases(
    {
        "reactions": (
            "like|liked|liking|likes everything",
            "press|pressed|pressing|hit|give|gave|put|click|clicked a|the? heart|hearts|thumb",
            "me gusta",
            "j aime",
            "gefallt mir",
            "react is|count|counts|points",
            "emoji|emojis on .. posts|stuff|post|things",
            "heart instead|or|versus|and",
        ),
        "profile": (
            "my|old|new|changed|change job title|titles",
            "update|updated|updating my|the|our? cv|bio|introduction",
            "my cv on",
            "self - introduction",
            "face|profile|missing|added|adding|about|new photo|photos",
            "put|upload|uploaded my .. photo",
            "add|adding|added|upload|uploaded .. certificate|certificates",
            "photo obligatory|needed|required|compulsory",
        ),
        "connections": (
            "got|get to know .. people|persons",
            "added|invited .. buyer|customer|client",
        ),
        "endorsements": ("skill|skills got|were|was confirmed|validated",),
        "articles": ("big|long text|texts",),
        "shares": (
            "share count",
            "counted|count|counts as share",
            "most share",
            "relay|relayed|relaying .. post|posts|publication|publications",
        ),
        "messages": (
            "write less|more - falls|fall",
            f"write|wrote|written with|to? {_MANY} people|clients|customers",
        ),
        "comments": ("thoughtful|my|our commentary|commentaries",),
        "posts": ("put|putting|upload|uploaded .. video|videos|photos|pictures",),
        "recommendations": (
            "reference|references .. client|clients|customer|customers",
            "client|clients|customer|customers .. reference|references",
            "wrote|said something|words .. about me",
            "good word",
        ),
        "searches": ("lookup|lookups", "researches of|for persons|people"),
    }
)
"""Things and deeds, where no thing is named by its usual name."""
