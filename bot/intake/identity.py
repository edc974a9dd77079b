"""Telling that two names, profile links or post links mean the same, whatever the export's year.

A person is known by name alone: exports before 2023 give no profile link for a connection, and an
activity stored from such a file must be found again by one that has links. Two contacts of the
same name count as one person; that is the price.
"""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote

_PROFILE = re.compile(r"linkedin\.com/in/([^/?#\s]+)", re.IGNORECASE)
_POST = re.compile(r"(?:https?://)?(?:[a-z]{2,3}\.)?(linkedin\.com/[^?#\s]*)", re.IGNORECASE)
# No name is longer, and the search for brackets that never close takes time for each of them.
_NAME_CHARACTERS = 500
_ASIDE = re.compile(r"\([^)]*\)|,.*", re.DOTALL)


def plain(text: str) -> str:
    """Reduce text to lower-case letters and digits without accents, words one space apart."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = (c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def person_name(*parts: str) -> str:
    """Reduce a name to what identifies it: titles after a comma and asides in brackets go."""
    whole = " ".join(parts)[:_NAME_CHARACTERS]
    return plain(_ASIDE.sub(" ", whole)) or plain(whole)


def profile_name(link: str) -> str:
    """Take the member's own part of a profile link, or nothing where there is none."""
    match = _PROFILE.search(link)
    return unquote(match[1]).casefold() if match else ""


def post_name(link: str) -> str:
    """Reduce a link to a post to what identifies it: percent signs, queries and hosts vary."""
    match = _POST.match(link.strip())
    return unquote(match[1] if match else link.strip()).rstrip("/").casefold()


@dataclass(frozen=True, slots=True)
class Owner:
    """The names and profile links that are the owner's own, reduced as above."""

    names: frozenset[str] = frozenset()
    profiles: frozenset[str] = frozenset()

    def is_named(self, name: str, link: str) -> bool:
        """Tell whether a name and a profile link are the owner's; a known link decides."""
        profile = profile_name(link)
        if profile and self.profiles:
            return profile in self.profiles
        return person_name(name) in self.names


def named_owner(told: str) -> Owner:
    """Take the owner from what was told: a name, or a link to a profile."""
    profile = profile_name(told)
    if profile:
        return Owner(profiles=frozenset({profile}))
    return Owner(names=frozenset({person_name(told)}))
