"""messages.csv: outreach, replies and messages sent, derived from conversations without bodies.

Outreach is a conversation that the owner began; its reply is the first message by somebody else.
Drafts, spam and sponsored mail (no link to a sender) do not count, but answering sponsored mail is
no outreach either. Of each conversation three moments are kept while reading.
"""

from array import array
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from enum import Enum, auto
from functools import lru_cache
from typing import ClassVar

from bot.activity import Activity
from bot.intake.importer import Context, Importer
from bot.intake.linkedin.columns import MESSAGES
from bot.intake.model import BadFile, BadRow
from bot.intake.places import Places
from bot.intake.table import Row
from scoring.model import Kind

_YES = ("yes", "true", "1", "y")
_NEVER = 2**63 - 1
_SENDERS_KEPT = 10_000


class _Side(Enum):
    """Who writes: the owner, somebody with a profile, or somebody without."""

    OWN = auto()
    LINKED = auto()
    UNLINKED = auto()


class _Threads:
    """When each side of each conversation first wrote, in 36 bytes a conversation."""

    def __init__(self) -> None:
        self._places = Places()
        self._firsts = {side: array("q") for side in _Side}

    def __len__(self) -> int:
        return len(self._places)

    def write(self, thread: int, side: _Side, moment: datetime) -> None:
        """Note that a side wrote."""
        place = self._places.place(thread)
        if place == len(self._firsts[side]):
            for firsts in self._firsts.values():
                firsts.append(_NEVER)
        wrote = int(moment.timestamp())
        self._firsts[side][place] = min(self._firsts[side][place], wrote)

    def begun(self, replying: _Side) -> Iterator[tuple[int, date, date | None]]:
        """Give the conversations that the owner began, the day, and the day a side replied."""
        own, linked, unlinked = (self._firsts[side] for side in _Side)
        for thread, place in self._places:
            if own[place] != _NEVER and own[place] <= min(linked[place], unlinked[place]):
                reply = self._firsts[replying][place]
                yield thread, _day(own[place]), None if reply == _NEVER else _day(reply)


def _day(moment: int) -> date:
    return datetime.fromtimestamp(moment, UTC).date()


class Messages(Importer):
    """Messages sent, and per conversation the outreach and the reply to it."""

    name: ClassVar = "messages"
    columns: ClassVar = MESSAGES
    covers: ClassVar = frozenset({Kind.OUTREACH_SENT, Kind.REPLY_RECEIVED, Kind.MESSAGE_SENT})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._threads = _Threads()
        # People recur, so each is worked out once, unless there are very many.
        self._is_own = lru_cache(_SENDERS_KEPT)(
            context.owner.is_named if context.owner else _nobody
        )
        self._owner_met = False
        self._has_links = False

    def read(self, row: Row) -> Iterable[Activity]:
        """Take a message of the owner's; remember when each side of a conversation first wrote."""
        if _is_draft(row) or row["FOLDER"].upper() == "SPAM":
            return ()
        if not row["CONVERSATION ID"]:
            raise BadRow("It does not say which conversation it belongs to.")
        moment = self.moment(row, "DATE")
        link = row["SENDER PROFILE URL"]
        self._has_links = self._has_links or bool(link)
        thread = self.context.hash("thread", row["CONVERSATION ID"])
        if self._is_own(row["FROM"], link):
            self._owner_met = True
            self._threads.write(thread, _Side.OWN, moment)
            ref = self.ref(str(thread), moment.isoformat())
            return (Activity(Kind.MESSAGE_SENT, moment.date(), ref, counterpart=thread),)
        self._threads.write(thread, _Side.LINKED if link else _Side.UNLINKED, moment)
        self._owner_met = self._owner_met or self._is_received(row)
        return ()

    def finish(self) -> Iterable[Activity]:
        """Give the outreach and the replies, once all conversations are known."""
        if self._threads and not self._owner_met:
            raise BadFile(
                "We cannot tell which of the people in these messages is you. "
                "Please send the whole ZIP, or Profile.csv together with this file."
            )
        return self._conversations()

    def _conversations(self) -> Iterator[Activity]:
        # Where no sender has a link, its lack does not mean sponsored mail.
        replying = _Side.LINKED if self._has_links else _Side.UNLINKED
        for thread, began, replied in self._threads.begun(replying):
            ref = self.ref("outreach", str(thread))
            yield Activity(Kind.OUTREACH_SENT, began, ref, counterpart=thread)
            if replied:
                ref = self.ref("reply", str(thread))
                yield Activity(Kind.REPLY_RECEIVED, replied, ref, counterpart=thread)

    def _is_received(self, row: Row) -> bool:
        links = row["RECIPIENT PROFILE URLS"].split(",")
        names = row["TO"].split(",")
        return any(self._is_own(name, "") for name in names) or any(
            self._is_own("", link) for link in links
        )


def _nobody(_name: str, _link: str) -> bool:
    return False


def _is_draft(row: Row) -> bool:
    return any(row[c].lower() in _YES for c in ("IS MESSAGE DRAFT", "IS CONVERSATION DRAFT"))
