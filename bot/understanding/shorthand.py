"""How people shorten words when they type, and what they mean by it."""

_IS_AFTER = frozenset(
    {"what", "how", "who", "where", "when", "why", "that", "it", "there", "here", "he", "she"}
)
_ENDINGS = {"re": "are", "m": "am", "ve": "have", "ll": "will", "d": "would"}
_NEGATIONS = {
    "don": "do", "doesn": "does", "didn": "did", "isn": "is", "aren": "are", "wasn": "was",
    "weren": "were", "haven": "have", "hasn": "has", "hadn": "had", "couldn": "could",
    "wouldn": "would", "shouldn": "should", "won": "will", "can": "can", "ain": "is",
}  # fmt: skip


def write_out(stem: str, ending: str) -> str:
    """Write out what stands around an apostrophe: ``what's`` is "what is", ``month's`` "month"."""
    if ending == "t" and stem in _NEGATIONS:
        return f"{_NEGATIONS[stem]} not"
    if ending in _ENDINGS:
        return f"{stem} {_ENDINGS[ending]}"
    if ending == "s":
        return f"{stem} is" if stem in _IS_AFTER else f"{'let us' if stem == 'let' else stem}"
    return f"{stem} {ending}"


SHORTHAND = {
    # without the apostrophe
    "whats": "what is", "wats": "what is", "wots": "what is", "hows": "how is", "whos": "who is",
    "wheres": "where is", "whys": "why is", "thats": "that is", "im": "i am", "ive": "i have",
    "dont": "do not", "doesnt": "does not", "didnt": "did not", "isnt": "is not",
    "arent": "are not", "wasnt": "was not", "wont": "will not", "cant": "can not",
    "cannot": "can not", "havent": "have not", "hasnt": "has not", "wouldnt": "would not",
    "shouldnt": "should not", "couldnt": "could not", "aint": "is not", "theres": "there is",
    "youre": "you are", "theyre": "they are", "theyve": "they have", "youve": "you have",
    "weve": "we have", "lets": "let us", "itll": "it will",
    # thumbs
    "y": "why", "u": "you", "r": "are", "c": "see", "ur": "your", "urs": "yours", "wat": "what",
    "wot": "what", "wht": "what", "wats up": "what is up", "hw": "how", "rn": "right now",
    "atm": "right now", "pls": "please", "plz": "please", "plss": "please", "ppl": "people",
    "evry1": "everyone", "every1": "everyone", "evryone": "everyone", "any1": "anyone",
    "no1": "nobody", "noone": "nobody",
    "some1": "someone", "sum1": "someone", "cuz": "because", "cos": "because", "coz": "because",
    "bcoz": "because", "bc": "because", "shud": "should", "shld": "should", "wud": "would",
    "cud": "could", "gonna": "going to", "wanna": "want to", "gotta": "have to",
    "gimme": "give me", "lemme": "let me", "dunno": "do not know", "idk": "i do not know",
    "abt": "about", "b4": "before", "thru": "through", "ths": "this", "dis": "this",
    "lst": "last", "da": "the", "de": "the", "teh": "the", "hv": "have", "thx": "thanks",
    "thnx": "thanks", "ty": "thanks", "tnx": "thanks", "cheers": "thanks", "nd": "and",
    "bt": "but", "jst": "just", "jus": "just", "sth": "something", "smth": "something",
    "wtf": "what the hell", "wth": "what the hell", "omg": "", "lol": "", "lmao": "", "haha": "",
    "pts": "points", "pt": "point", "ponits": "points", "avg": "average", "msg": "message",
    "msgs": "messages", "dm": "message", "dms": "messages", "recs": "recommendations",
    "cmt": "comment", "cmts": "comments", "conns": "connections", "mgr": "manager",
    "mngr": "manager", "algo": "algorithm", "calc": "calculated", "calcs": "calculated",
    "calced": "calculated", "info": "data", "vs": "versus", "cmp": "compare", "diff": "difference",
    "insites": "insights", "insite": "insights", "drp": "drop", "rxn": "reaction",
    "rxns": "reactions", "conn": "connection", "req": "request", "reqs": "requests",
    "resp": "response", "foto": "photo", "fotos": "photos", "yaar": "",
    "dwn": "down", "wnt": "went", "cn": "can", "mk": "make", "li": "linkedin",
    # time
    "yday": "yesterday", "yest": "yesterday", "ystd": "yesterday", "2day": "today",
    "2moro": "tomorrow", "tmrw": "tomorrow", "tmr": "tomorrow", "tomoz": "tomorrow",
    "yesty": "yesterday", "wk": "week", "wks": "weeks", "wek": "week", "mth": "month",
    "mths": "months", "mnth": "month", "mnths": "months", "mos": "months",
    "yr": "year", "yrs": "years", "qtr": "quarter", "hrs": "hours", "tues": "tuesday",
    "tue": "tuesday", "weds": "wednesday", "thur": "thursday", "thurs": "thursday",
    "thu": "thursday", "fri": "friday", "sinc": "since", "snce": "since",
    "sinse": "since", "lats": "last", "th": "the", "o": "of", "nite": "night",
    "yesterdays": "yesterday", "todays": "today", "lw": "last week", "ly": "last year",
}  # fmt: skip
"""Shorthand by lower-case word; an empty meaning is a word that says nothing."""

EMOJI_WORDS = {
    "chart_with_downwards_trend": "drop", "📉": "drop", "chart_with_upwards_trend": "rise",
    "📈": "rise", "trophy": "leaderboard", "🏆": "leaderboard",
}  # fmt: skip
"""The few emoji that say something about a score, by short code and by character."""
