"""What people type, as Slack encodes it before the bot sees it."""

import re
from collections.abc import Iterable, Mapping

from bot.workspace.model import Channel, User

_ENCODED = re.compile(r"(<(?:@U|#C|!)[^<>\s]*>)")
_MENTION = re.compile(r"<([@#])(\w+)(?:\|[^<>]*)?>")
_LINK = re.compile(r"https?://[^\s<>|]+[^\s<>|.,;:!?)]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def encoded(typed: str, users: Iterable[User], channels: Iterable[Channel]) -> str:
    """Encode a text: ``& < >`` escaped, ``@name`` and ``#channel`` as ids, links in angle brackets.

    Mentions that are encoded already stay as they are; in commands links stay bare, too.

    Args:
        typed: As typed.
        users: Who may be mentioned, by name or by real name.
        channels: Which channels may be named.
    """
    people = list(users)
    ids = {f"@{user.real_name}": f"<@{user.id}>" for user in people}
    ids |= {f"@{user.name}": f"<@{user.id}>" for user in people}
    ids |= {f"#{c.name}": f"<#{c.id}|{c.name}>" for c in channels if not c.is_im}
    known = {_escaped(name).lower(): mention for name, mention in ids.items()}
    longest_first = sorted(map(re.escape, known), key=len, reverse=True)
    anyone = "|".join(longest_first) or "(?!)"
    name = re.compile(rf"(?<![\w<])(?:{anyone})(?!\w)", re.IGNORECASE)
    text = name.sub(lambda found: known.get(found[0].lower(), found[0]), _escaped(typed))
    return text if typed.startswith("/") else _LINK.sub(lambda found: f"<{found[0]}>", text)


def for_command(text: str, names: Mapping[str, str], *, labels: bool) -> str:
    """Write the mentions of an encoded text as a slash command gets them.

    Args:
        text: As encoded.
        names: Names of people and channels by id.
        labels: ``<@U1|ann>``, where the command asks for it, else ``@ann``.
    """

    def mention(found: re.Match[str]) -> str:
        sign, identity = found[1], found[2]
        name = names.get(identity, identity)
        return f"<{sign}{identity}|{name}>" if labels else f"{sign}{name}"

    return _MENTION.sub(mention, text)


def _escaped(text: str) -> str:
    parts = _ENCODED.split(text)
    return "".join(p if _ENCODED.fullmatch(p) else p.translate(_ESCAPES) for p in parts)
