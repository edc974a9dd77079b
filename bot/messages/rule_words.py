"""One changed rule in words, for where there is no message around it."""

from datetime import date
from html import unescape

from bot.messages.contexts import RuleCause
from bot.messages.environment import environment


def in_words(cause: RuleCause, *, language: str = "en") -> str:
    """Say what changed as messages do: "posts target 12 → 18"."""
    phrases = environment(language).get_template("_phrases.j2")
    said = phrases.make_module({"today": date.min}).rule(cause)  # type: ignore[attr-defined]
    return unescape(str(said))
