"""Slack's mark-up: what people typed is shown as they typed it, and never obeyed.

Inside a template every inserted text carries the characters that mean something to Slack as HTML
entities. ``to_mrkdwn`` and ``to_plain`` turn them into what one of Slack's kinds of text shows.
"""

import re
from html import unescape

from markupsafe import Markup

from bot.messages.contexts import Person

_INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_SPACES = re.compile(" {2,}")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_LITERAL = _ESCAPES | str.maketrans({"*": "&#42;", "_": "&#95;", "~": "&#126;", "`": "&#96;"})
_HARMLESS = {42: "\u2217", 95: "\u02cd", 96: "\u02cb", 126: "\u223c"}
"""Characters that look like Slack's marks of bold, italics, code and strike, and mean nothing."""

_INNER_UNDERSCORE = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
"""One within a word begins no italics, so it may stay as it is."""

_ENTITY = re.compile(r"&#(\d+);")
_USER_ID = re.compile(r"[UW][A-Z0-9]{1,20}")
_CHANNEL_ID = re.compile(r"[CG][A-Z0-9]{1,20}")
_ESCAPED_MENTION = re.compile(r"&lt;([@#][UWCG][A-Z0-9]{1,20})&gt;")
_MARKS = re.compile(r"[*_~`]")
_BROKEN_END = re.compile(r"(&[#a-z0-9]*|<[^>]*)$")

NAMELESS = "?"
"""Stands for a name of which nothing can be shown."""


def clean(text: str) -> str:
    """Take out what hides or turns the direction of text; line breaks become spaces."""
    return _SPACES.sub(" ", _CONTROL.sub(" ", _INVISIBLE.sub("", text)))


def escape(value: object) -> Markup:
    """Make any value fit to stand in a template: mark-up stays, all else is shown literally."""
    if isinstance(value, Markup):
        return value
    shielded = _INNER_UNDERSCORE.sub("\0", clean(str(value)))
    return _safe(shielded.translate(_LITERAL).replace("\0", "_"))


def to_mrkdwn(text: str, longest: int) -> str:
    """Finish a template's text as Slack's mrkdwn: trimmed lines, and no longer than allowed."""
    return clip(_ENTITY.sub(_look_alike, _trimmed(text)), longest)


def to_plain(text: str, longest: int) -> str:
    """Finish a template's text for where Slack obeys no mark-up: all characters as typed."""
    return clip(unescape(_trimmed(text)), longest)


def sentence(text: str) -> Markup:
    """Escape a sentence of our own that names people: code marks and mentions in it stay."""
    return _safe(_ESCAPED_MENTION.sub(r"<\1>", clean(text).translate(_ESCAPES)))


def mention(person: Person) -> Markup:
    """Mention somebody, or name who has no Slack id that could be mentioned."""
    return someone(person.slack_id) if is_user(person) else escape(name(person))


def someone(who: str | None) -> Markup:
    """Mention somebody by Slack id; what is no id is shown as a name."""
    if who and _USER_ID.fullmatch(who):
        return _safe(f"<@{who}>")
    return escape(clean(who or "").strip() or NAMELESS)


def channel(channel_id: str) -> Markup:
    """Link a channel by its id; what is no id is shown literally."""
    if _CHANNEL_ID.fullmatch(channel_id):
        return _safe(f"<#{channel_id}>")
    return escape(channel_id)


def moment(seconds: int, pattern: str, plainly: str) -> Markup:
    """Let Slack say an instant in a pattern of its own; ``plainly`` is for where it cannot."""
    return _safe(f"<!date^{seconds}^{pattern}|{plainly}>")


def is_user(person: Person) -> bool:
    """Tell whether somebody can be mentioned."""
    return bool(person.slack_id and _USER_ID.fullmatch(person.slack_id))


def name(person: Person) -> str:
    """Name somebody in plain text."""
    return clean(person.name).strip() or NAMELESS


def unmarked(text: str) -> str:
    """Take the marks of bold, italics, code and strike out of a finished text."""
    return _MARKS.sub("", text)


def clip(text: str, longest: int) -> str:
    """Cut a text to a length, never through an entity or a mention, and say so with an ellipsis."""
    if len(text) <= longest:
        return text
    return _BROKEN_END.sub("", text[: longest - 1]).rstrip() + "…"


def _safe(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - callers have escaped or matched all of it


def _trimmed(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _look_alike(entity: re.Match[str]) -> str:
    code = int(entity[1])
    return _HARMLESS.get(code, chr(code))
