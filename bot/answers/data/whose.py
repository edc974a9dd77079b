"""Whose a file is: a member's own, or a team's, with a part for each member that it tells of.

Nobody is guessed: a member is known by e-mail, by Slack id, or by what an admin said of a seat.
"""

from dataclasses import dataclass

from bot.answers.desk import Desk
from bot.errors import BadInput, NotAllowed
from bot.intake import Export, Extract
from bot.storage.tables import Member

LONGEST_SEAT = 100
"""Characters of a seat's name that are looked at."""


class WhoseUnknown(BadInput):
    """A file is somebody's own, and it was not said whose."""


@dataclass(frozen=True, slots=True)
class Whose:
    """What an export tells of whom.

    ``unmatched`` are the names of those whom nobody here is known to be. ``rest`` is of nobody:
    files that were set aside, and rows that do not say whose they are.
    """

    parts: tuple[tuple[Member, tuple[Extract, ...]], ...]
    unmatched: tuple[str, ...]
    rest: tuple[Extract, ...]

    def is_own(self, slack_id: str) -> bool:
        """Whether it tells of somebody alone."""
        return not self.unmatched and all(member.slack_id == slack_id for member, _ in self.parts)


def is_of_team(export: Export) -> bool:
    """Whether a file names whom it tells of; one that does not is its sender's own."""
    return export.of_team


def whose(desk: Desk, export: Export) -> Whose:
    """Part a team's file by the members whom it tells of."""
    finder = _Finder(desk)
    parts: dict[int, tuple[Member, list[Extract]]] = {}
    unmatched: dict[str, None] = {}
    rest = []
    for extract in export.extracts:
        member = finder.find(extract.subject) if extract.subject else None
        if extract.subject is None:
            rest.append(extract)
        elif member is None:
            unmatched[extract.subject] = None
        else:
            parts.setdefault(member.member_id, (member, []))[1].append(extract)
    return Whose(
        parts=tuple((member, tuple(extracts)) for member, extracts in parts.values()),
        unmatched=tuple(unmatched),
        rest=tuple(rest),
    )


def require_importer(found: Whose, slack_id: str, *, is_admin: bool) -> None:
    """Let somebody import what is their own, and an admin what is a team's.

    Raises:
        NotAllowed: it tells of others, and whoever brings it is no admin.
    """
    if not is_admin and not found.is_own(slack_id):
        raise NotAllowed(
            "This file tells of others, too, or of somebody whom I do not know by that name. "
            "What tells of a team is brought in by the admins of this Slack."
        )


def seat_key(name: str) -> str:
    """Write a seat's name as it is remembered."""
    return " ".join(name.split()).casefold()[:LONGEST_SEAT]


class _Finder:
    """Finds members by what files call them."""

    def __init__(self, desk: Desk) -> None:
        members = desk.store.members.all(desk.workspace_id)
        self._by_number = {member.member_id: member for member in members}
        self._by_name: dict[str, Member] = {}
        for member in members:
            for name in (member.slack_id, member.email):
                if name:
                    self._by_name[seat_key(name)] = member
        self._seats = desk.store.matching.seats(desk.workspace_id)

    def find(self, name: str) -> Member | None:
        key = seat_key(name)
        seat = self._seats.get(key)
        return self._by_name.get(key) if seat is None else self._by_number.get(seat)
