"""Finding out whose export this is: the other files tell messages sent from messages received."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.intake.archive import Member
from bot.intake.identity import person_name, profile_name
from bot.intake.linkedin.columns import INVITATIONS, MESSAGES, PROFILE
from bot.intake.model import BadFile
from bot.intake.table import Columns, Row, read_table


@dataclass(frozen=True, slots=True)
class Owner:
    """The names and profile links that are the owner's own, reduced as ``identity`` does."""

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


def find_owner(
    profiles: Sequence[Member],
    invitations: Sequence[Member],
    messages: Sequence[Member],
    told: str | None,
) -> Owner | None:
    """Find the owner in Profile and Invitations, or else among those who take part in messages.

    There it is who was told, if found under that name or link, or the one in most conversations.

    Returns:
        The owner, or None where nothing tells, or two people are in equally many conversations.
    """
    own = [_profile_names(row) for row in _rows(profiles, PROFILE)]
    invited = [_invitation_side(row) for row in _rows(invitations, INVITATIONS)]
    names = {name for name in own if name} | _most_common([name for name, _ in invited])
    links = _most_common([link for _, link in invited])
    if names or links:
        return Owner(frozenset(names), frozenset(links))
    return _find_among_talkers(messages, told)


def _rows(members: Sequence[Member], columns: Columns) -> Iterator[Row]:
    """Read what can be read; what cannot is told when the file itself is imported."""
    for member in members:
        try:
            for row in read_table(member, columns):
                if isinstance(row, Row):
                    yield row
        except BadFile:
            continue


def _profile_names(row: Row) -> str:
    return person_name(row["First Name"], row["Last Name"])


def _invitation_side(row: Row) -> tuple[str, str]:
    """Take the owner's side of an invitation."""
    if row["Direction"].upper() == "OUTGOING":
        return person_name(row["From"]), profile_name(row["inviterProfileUrl"])
    return person_name(row["To"]), profile_name(row["inviteeProfileUrl"])


def _find_among_talkers(messages: Sequence[Member], told: str | None) -> Owner | None:
    names: set[tuple[str, str]] = set()
    links: set[tuple[str, str]] = set()
    for row in _rows(messages, MESSAGES):
        thread = row["CONVERSATION ID"]
        names.update((thread, person_name(n)) for n in (row["FROM"], *row["TO"].split(",")))
        urls = (row["SENDER PROFILE URL"], *row["RECIPIENT PROFILE URLS"].split(","))
        links.update((thread, profile_name(url)) for url in urls)
    present = Owner(frozenset(n for _, n in names), frozenset(link for _, link in links))
    hint = named_owner(told or "")
    if present.names & hint.names - {""} or present.profiles & hint.profiles:
        return hint
    most = Owner(
        frozenset(_most_common([name for _, name in names])),
        frozenset(_most_common([link for _, link in links])),
    )
    return most if most != Owner() else None


def _most_common(found: Sequence[str]) -> set[str]:
    """Take what occurs more often than anything else, if one does."""
    ranked = Counter(filter(None, found)).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return set()
    return {ranked[0][0]}
