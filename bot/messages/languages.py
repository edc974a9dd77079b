"""The languages that messages come in: each is a folder of the templates with words of its own."""

from functools import cache
from importlib.resources import files

FALLBACK = "en"
"""Who reads none of the languages reads this one."""


@cache
def languages() -> frozenset[str]:
    """Name the languages that are there, as their folders are called: "en", "de"."""
    folders = files("templates").iterdir()
    return frozenset(each.name for each in folders if each.joinpath("words.toml").is_file())


def spoken(locale: str | None) -> str:
    """Choose the language for a locale as Slack writes it: "de-DE" is read in "de"."""
    language = (locale or "").partition("-")[0].lower()
    return language if language in languages() else FALLBACK
