"""Finds the signal a text names, such as ``comments`` or ``reply_rate``, under any usual name."""

import re

from bot.understanding.phrases import Phrases
from bot.understanding.signal_phrases import COUNTED, DONE, RATES

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
            "search for",
        )
    }
)

_NUMBER = re.compile(r"(?<![^ ])\d[\d,.]*(?= )")


def find_signal(words: str) -> str | None:
    """Find the signal that a text names; a rate or a kind of thing goes before the thing."""
    words = _NOT_SIGNALS.without(_NUMBER.sub("@number", words))
    return RATES.first(words) or COUNTED.first(words) or DONE.first(words)


SIGNAL_NAMES = RATES.vocabulary() | COUNTED.vocabulary()
"""The words of the phrases, for mending typos."""
