"""Turns text as Slack delivers it into plain lower-case words, in time linear in its length."""

import html
import re
import unicodedata
from dataclasses import dataclass

from bot.understanding.shorthand import EMOJI_WORDS, SHORTHAND, write_out

HEAD, TAIL = 1200, 800
"""What is read of a long text, in characters: its beginning, and its end, where rants ask."""

_HEAD_WORDS, _TAIL_WORDS = 200, 150

PERSON = "@person"
"""Stands in a message's text where a person was mentioned."""

_MENTION = re.compile(r"<@([A-Z0-9]+)(?:\|[^<>]*)?>")
_GROUP = re.compile(r"<!subteam\^[^<>]*>")
_CHANNEL = re.compile(r"<[#!][^<>]*>")
_LINK = re.compile(r"<(?:https?|mailto|tel):[^<>|]*(?:\|([^<>]*))?>|https?://\S+")
_SHORTCODE = re.compile(r":([a-z][a-z0-9_+-]{0,60}):")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_WORD = re.compile(r"(?<![a-z0-9])(?:[a-z]++(?:'[a-z]++)?+(?![-0-9])|[a-z]+[0-9]+|[0-9]+[a-z]+)")
_PLAIN_SIGNS = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "\u201c": '"', "\u201d": '"',
        "\u201e": '"', "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
        "*": " ", "~": " ", "_": " ",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Message:
    """A text made plain.

    ``text`` is lower case, with shorthand written out and ``@person`` for each mention;
    ``mentions`` are the mentioned people's Slack ids in order, the bot's own left out.
    """

    text: str
    mentions: tuple[str, ...]


def read_message(text: str, bot_user: str | None) -> Message:
    """Make a text plain: no Slack escapes, emoji, control characters, shorthand or capitals.

    Args:
        text: Free text as the Events API delivers it, of any length.
        bot_user: The bot's own Slack user id, whose mentions are dropped.
    """
    text = _clamp(text)
    mentions: list[str] = []

    def name_person(match: re.Match[str]) -> str:
        user = match[1]
        if user == bot_user:
            return " "
        mentions.append(user)
        return f" {PERSON} "

    text = _MENTION.sub(name_person, text)
    text = _GROUP.sub(" team ", text)
    text = _CHANNEL.sub(" ", text)
    text = _LINK.sub(lambda match: f" {match[1] or ''} ", text)
    text = _plain_characters(html.unescape(text))
    text = _SHORTCODE.sub(lambda match: f" {EMOJI_WORDS.get(match[1], '')} ", text)
    text = text.translate(_PLAIN_SIGNS)
    text = _STRETCHED.sub(r"\1", text)
    text = _WORD.sub(lambda match: _written_out(match[0]), text)
    words = text.split()
    if len(words) > _HEAD_WORDS + _TAIL_WORDS:
        words = [*words[:_HEAD_WORDS], ".", *words[-_TAIL_WORDS:]]
    return Message(" ".join(words), tuple(dict.fromkeys(mentions)))


def _clamp(text: str) -> str:
    return text if len(text) <= HEAD + TAIL else f"{text[:HEAD]} . {text[-TAIL:]}"


def _plain_characters(text: str) -> str:
    """Fold compatibility forms and accents; drop control and bidi marks; blank out symbols."""
    for sign, word in EMOJI_WORDS.items():
        text = text.replace(sign, f" {word} ") if not sign.isascii() else text
    decomposed = unicodedata.normalize("NFKD", text)[: HEAD + TAIL]
    kept: list[str] = []
    for sign in decomposed.casefold():
        category = unicodedata.category(sign)
        if category in {"Mn", "Me", "Cf"}:
            continue
        kept.append(" " if category[0] in "CZ" or category in {"So", "Sk", "Co"} else sign)
    return "".join(kept)


def _written_out(word: str) -> str:
    """Write out a contraction or a shorthand; an owner's 's goes."""
    if (full := SHORTHAND.get(word)) is not None:
        return full
    stem, apostrophe, ending = word.partition("'")
    if not apostrophe:
        return word
    stem = SHORTHAND.get(stem, stem)
    return write_out(stem, ending)
