"""Finding out whose export this is, and whom the owner works for: other files need to know it.

Messages sent are told from those received by it, and coworkers from other connections.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.intake.archive import Member
from bot.intake.identity import Owner, named_owner, person_name, plain, profile_name
from bot.intake.linkedin.columns import INVITATIONS, MESSAGES, POSITIONS, PROFILE
from bot.intake.model import BadFile
from bot.intake.places import Places
from bot.intake.table import Columns, Row, read_table

_OWN_ACCOUNT = {"self employed", "freelance", "freelancer", "independent", "selbststandig"}


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
    invited, invited_links = Counter[str](), Counter[str]()
    for row in _rows(invitations, INVITATIONS):
        name, link = _invitation_side(row)
        invited[name] += 1
        invited_links[link] += 1
    names = {name for name in own if name} | _most_common(invited)
    links = _most_common(invited_links)
    if names or links:
        return Owner(frozenset(names), frozenset(links))
    return _find_among_talkers(messages, told)


def find_employers(positions: Sequence[Member]) -> frozenset[str] | None:
    """Find the companies of positions that have not ended; None where no file tells.

    Those who work for themselves share the words for it, and no company.
    """
    if not positions:
        return None
    current = (row for row in _rows(positions, POSITIONS) if not row["Finished On"])
    return frozenset(plain(row["Company Name"]) for row in current) - _OWN_ACCOUNT - {""}


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


class _Conversations:
    """Counts in how many conversations each name occurs."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._met = Places()

    def add(self, thread: str, name: str) -> None:
        """Count a conversation of a name's, once however often both are met."""
        met_before = len(self._met)
        if name and self._met.place(hash((thread, name))) == met_before:
            self.counts[name] += 1


def _find_among_talkers(messages: Sequence[Member], told: str | None) -> Owner | None:
    names, links = _Conversations(), _Conversations()
    for row in _rows(messages, MESSAGES):
        thread = row["CONVERSATION ID"]
        for name in (row["FROM"], *row["TO"].split(",")):
            names.add(thread, person_name(name))
        for url in (row["SENDER PROFILE URL"], *row["RECIPIENT PROFILE URLS"].split(",")):
            links.add(thread, profile_name(url))
    hint = named_owner(told or "")
    if names.counts.keys() & hint.names or links.counts.keys() & hint.profiles:
        return hint
    most = Owner(frozenset(_most_common(names.counts)), frozenset(_most_common(links.counts)))
    return most if most != Owner() else None


def _most_common(found: Counter[str]) -> set[str]:
    """Take what occurs more often than anything else, if one does."""
    ranked = [each for each in found.most_common(3) if each[0]]
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return set()
    return {ranked[0][0]}
