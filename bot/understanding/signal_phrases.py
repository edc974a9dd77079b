"""The phrases that name a signal, under any usual name: rates, kinds of things, and deeds."""

from bot.understanding.phrases import Phrases

_RATE = "rate|rates|ratio|percentage|share"

_AUXILIARY = "do|does|did|are|is|never|will"

_CUSTOMERS = (
    "people|they|nobody|noone|prospects|prospect|folks|customers|customer|clients|client|buyers|"
    "buyer|leads|importers|doctors|owners|managers|foreigners"
)
_INVITATION = "invite|invites|invitation|invitations|request|requests"

_NUMBERS = "two|three|four|five|six|seven|eight|ten|twelve|twenty|thirty|forty|fifty|sixty|hundred"

_COUNTED_PEOPLE = (
    "farmers|contractors|architects|growers|owners|managers|customers|clients|prospects|partners|"
    "doctors|buyers|guys|lads|women|men|colleagues|members|dealers"
)

_DECIDERS = "directors|director|owners|chiefs|ceos|ceo|ministers|chairmen|vp|vps"

_SENIOR = (
    "chief|managers|manager|directors|director|owners|owner|chiefs|heads|ceos|ceo|ministers|bosses|"
    "chairmen|execs|executives|presidents|principals|partners|consultants|vp|vps"
)

RATES = Phrases(
    {
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
            "not|none|few|fewer|hardly|rarely|nobody .. accept|accepts|accepting|accepted me|us",
            "@number of @number accept|accepted",
            f"accept|accepts|accepted|accepting less|fewer of my|our {_INVITATION}",
            f"not accept|accepts|accepted|accepting my|our? {_INVITATION}",
            f"{_CUSTOMERS} is|are|do|does? simply? not accept|accepting",
            f"withdraw|withdraws|withdrawn|withdrawing|pending .. {_INVITATION}",
            f"{_INVITATION} .. withdrawn|refused|rejected|declined|pending",
            f"declined|refused|rejected|ignored {_INVITATION}",
            "rejected|rejects|refused|declined me|us",
            f"ignore|ignores|ignored|ignoring my|our|an|the? connect|connection? {_INVITATION}",
            f"never|not answer|answers|accepts my|our connect|connection {_INVITATION}",
            f"no thanks? to my|our {_INVITATION}",
            "how many accept|accepted",
            "pass rate",
            "take|taking|pick|picks|picked up my|our? invite|invites|invitation|invitations",
            "took|take my|our invite|invites|invitation|invitations",
        ),
        "reply_rate": (
            f"reply|replies|response|responses|answer|answering {_RATE}",
            "answer|reply|response percent",
            "ignore|ignores|ignored|ignoring me|my|our messages?",
            "answering|answer|reply|replying back",
            "must|should|more|all|if .. reply|replying|respond|responding",
            "inbox|inboxes .. silent|quiet|empty",
            "the reply thing|part|bit|side",
            f"{_CUSTOMERS} not? answer|answers|answering|reply|replies|replying|respond|responds",
            f"{_CUSTOMERS} {_AUXILIARY} not? answer|answering|reply|replying|respond",
            f"{_CUSTOMERS} .. replied|responded|texts|answered to? me|us|back",
            f"{_CUSTOMERS} answer|reply so? seldom|rarely|less|late|slowly",
            f"{_CUSTOMERS} not|simply|is|are not? answering|replying|responding",
            "stop|stops|stopped|quit answering|replying|responding",
            "many|few|only|@number answered|replied|responded",
            "replied|responded to me|us",
            "for|with .. better answer|reply|response",
            "write|writes|wrote|written|writing me? back",
            "silent|silence|answers|answer frequency",
            "get|got|getting|need no? replies|answers|responses",
            "replies|unanswered|answers",
            "messages|inmails|outreach without reply|replies|answer|answers|response",
            "nobody|noone|none|never .. answers|answer|answering|answered|replies|reply|replying",
            "left|leave|leaves|leaving me|you|us|them|invites? on read",
            "ghost|ghosts|ghosted|ghosting me|us|my|^",
            "people|they|prospects|leads ghost|ghosted|ghosting",
            "only|of them .. answer|answers|answered|reply|replied",
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
            "vp|vps|director|directors|manager - level",
            "vp|vps|director|directors level",
            "big people|boss|bosses|shots",
            "vps|executives|execs|cxos|cxo|ceos|ctos|cfos|chros|mds|deciders|decider",
            "purchasing|procurement|fleet heads|managers|directors|chiefs",
            "add|adding|connect|search|searching .. director|directors|chiefs|ministers|ceos",
            f"find|finds|finding|found .. {_SENIOR}",
            f"{_SENIOR} .. found|find",
            f"look|looked|looking for|at|up .. {_SENIOR}",
            "more|higher|senior - ups|bosses",
            "get|land|lock|reach|reaching|lock in? @number? more? vp|vps|higher - ups",
            "important people|persons|contacts",
        ),
    }
)

COUNTED = Phrases(
    {
        "inmails": ("inmail|inmails|ims", "in - mail|mails", "in mail|mails|males"),
        "recommendations": (
            "recommendation|recommendations|recommended|testimonials|testimonial|recos|reco",
            "recomendacao|recomendacion|recomendaciones|empfehlung|empfehlungen",
            "get|ask|have .. write|wrote|writes me|us something|one nice|kind|up?",
            "write one|something up for",
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
            "press|pressing|pressed|hit|hitting|put|putting|hundred like",
            "like for like",
            "no more? like",
            "clicks|click|clicking celebrate|insightful|love|like",
            "one|a|per|those|these heart|thumb|thumbs|hearts|claps",
            "thumb|thumbs up",
            "the|an emoji|emojis matter|which",
            "claps|hearts|reacting|reacted",
            "a like",
            "give|giving|gave|leave|leaving|put a? heart|like|thumb|thumbs|thumbsup",
            "drop|dropping a heart|like|thumb",
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
            "share w|with|without o? text|comment|comments|words",
            "share|shares .. company|news|link|links|page",
            "share @number|one|two|three|every|per",
            "stuff|posts|things|news|content|it i|we? pass on|along",
            "forward|forwarding|forwarded a|the|my|their|other? post|posts|article|articles",
        ),
        "articles": (
            "article|articles|newsletter|newsletters",
            "long - form",
            "blog|blogs|essay|essays|whitepaper|whitepapers|fachartikel",
            "white paper|papers",
            "long|published|wrote|a|one|my|an .. piece|pieces on|about|i wrote|published",
            "long piece|pieces|read|reads",
            "wrote|written|write @number|thousand @number? words",
        ),
        "posts": (
            "post|posts|posted|posting",
            "original content|stuff",
            "my|additional|more contributions|publications",
            "two|three|four|five|@number contributions|publications",
            "which publications",
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
            f"accept|accepts|accepting an? {_INVITATION}",
            "accept|accepts|accepted|accepting me|us",
            "hook|hooked|hooking em|them|him|her all? up",
            "my|weekly|new adds",
            "disconnects|disconnect me|us",
            "friendships",
        ),
        "searches": ("search|searches|searched|searching", "look|looked|looking .. up"),
        "messages": (
            "message|messages|messaged|messaging|chats|convos|conversations",
            "thank - you notes|note",
            "notes to",
            "my|braver|better|short|personal notes|pitches|pitch|texts",
            "texted|texting|msgd|massages",
            "written|wrote to",
            "outreach",
            "write|wrote|writing to",
        ),
        "profile": (
            "profile",
            "certification|certifications",
            "no|any photo|picture up|on",
            "no photo|picture|pic|headshot",
            "those|these|own summaries|summary",
            "my|your|old|past jobs on|there|listed",
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


DONE = Phrases(
    {
        "posts": ("publish|published|publishing",),
        "connections": (
            "add|added|adding|adds|invite|invited|inviting|connect|connected @number",
            f"add|added|adding|invite|invited|inviting .. {_COUNTED_PEOPLE}",
            f"added|invited all|every|plenty|each|some|many|{_NUMBERS}",
            f"add|adding|invite|inviting all|every|plenty|each|{_NUMBERS}",
            f"if|when .. add|adds|invite the? @number|{_NUMBERS}",
            "if|when .. add|adds a|one client|customer|buyer",
            f"took|let|take in|on {_NUMBERS}|@number",
            "to add|invite",
            f"@number|{_NUMBERS}|buyers|people|person|persons|shippers are? accept|accepted",
            "shippers|buyers|people|they|customers are? accept|accepted|accepting",
            "accept all",
        ),
        "decision_makers": (f"{_NUMBERS}|@number more? {_DECIDERS}",),
        "reply_rate": ("a|the|one|each|every|no|per|that reply|response", "define reply"),
        "messages": ("wrote|write|written|writing @number",),
    }
)
"""What is done to things of several kinds: it counts where no thing is named."""
