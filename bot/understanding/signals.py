"""Finds the signal a text names, such as ``comments`` or ``reply_rate``, under any usual name."""

import re

from bot.understanding.phrases import Phrases
from bot.understanding.signal_phrases import COUNTED, DONE, RATES
from bot.understanding.signal_turns import TURNED, TURNED_RATES

_WRITING = "write|draft|compose|prepare|make|do|put|word|translate"

_NOT_SIGNALS = Phrases(
    {
        True: (
            "post - its|fair",
            "post office",
            "of post @number",
            f"{_WRITING} me|us|for .. post|article|message|newsletter|reply|text",
            f"^ kindly|please? {_WRITING} please? a|an|one|my|the .. post|article|message|text",
            f"can|could|would|will you .. {_WRITING} .. post|article|message",
            "of|in|on|this|my post before i publish|post it?",
            "post this|it on linkedin",
            "somebody|someone is posting",
            "sharing with|wiv",
            "please|kindly|you share",
            "write|writes|wrote|written to me|us",
            "recap|our newsletter",
            "shoutout|weekly post",
            "knowledge base article",
            "article @number",
            "recommend me? a|an|the|us|as",
            "what|which would|do|can you recommend me?",
            "recommendations welcome",
            "no reaction",
            "message content",
            "cold message to",
            "internet|wifi|train|phone|slack|mtr|lose|bad connection|connections",
            "connections dropping",
            "account|sales executives|execs",
            "look up or|and? down",
            "the picture of the",
            "you|it|bot|system do|does|did|can? not? answer|answers|reply|respond|answering",
            "opened|viewed|sees|see|checks my|their? profile",
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
            "do|can|could i share",
            "share of",
            "share|shares the same",
            "shared with the? rest|others|everyone|team",
            "look me|us|that|this|them up",
            "where .. is it|that|this published",
            "posted in the|a|our? group|chat|channel",
            "leaderboard post",
            "for|in the newsletter",
            "headline figure|number",
            "texted me|us",
            "exec|execs|executives ask|asks|asked|want|wants|team|meeting|summary",
            "big? boss|bosses ask|asks|asked|want|wants|get|gets|see|sees|look|looks",
            "directors|vps|execs called|call|asked|ask|want|told me|us|to|the",
            "the other vps|execs|directors",
            "network stays|is|was bad|slow|poor",
            "has network",
            "connect to vpn|wifi|internet|printer",
            "chats|messages|message|conversations with you",
            "message|messages between you and",
            "message contents",
            "wrong|right answers|answer",
            "it adds|added @number|one|two|three|four|five",
            "add mark|marks|point|points",
            "bless .. heart|hearts",
            "search for",
        )
    }
)

_NUMBER = re.compile(r"(?<![^ ])\d[\d,.]*(?= )")


def find_signal(words: str) -> str | None:
    """Find the signal that a text names; a rate or a kind of thing goes before the thing."""
    words = _NOT_SIGNALS.without(_NUMBER.sub("@number", words))
    for phrases in (RATES, TURNED_RATES, COUNTED, DONE, TURNED):
        if (signal := phrases.first(words)) is not None:
            return signal
    return None


SIGNAL_NAMES = RATES.vocabulary() | COUNTED.vocabulary()
"""The words of the phrases, for mending typos."""
