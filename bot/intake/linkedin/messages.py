"""messages.csv: outreach, replies and messages sent, derived from conversations without bodies.

Outreach is a conversation that the owner began; its reply is the first message by somebody else.
Drafts, spam and sponsored mail (no link to a sender) do not count, but answering sponsored mail is
no outreach either. Of each conversation only two moments are kept while reading.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from bot.activity import Activity
from bot.intake.linkedin.columns import MESSAGES
from bot.intake.linkedin.importer import Context, Importer
from bot.intake.model import BadFile, BadRow
from bot.intake.table import Row
from scoring.model import Kind

_YES = ("yes", "true", "1", "y")


@dataclass(slots=True)
class _Thread:
    """When the owner, others with a profile, and others without first wrote in a conversation."""

    own: datetime | None = None
    linked: datetime | None = None
    unlinked: datetime | None = None

    @property
    def outreach(self) -> datetime | None:
        """When the owner began the conversation, if it was the owner."""
        others = [moment for moment in (self.linked, self.unlinked) if moment]
        return self.own if self.own and all(self.own <= moment for moment in others) else None


class Messages(Importer):
    """Messages sent, and per conversation the outreach and the reply to it."""

    name: ClassVar = "messages"
    columns: ClassVar = MESSAGES
    covers: ClassVar = frozenset({Kind.OUTREACH_SENT, Kind.REPLY_RECEIVED, Kind.MESSAGE_SENT})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._threads: dict[int, _Thread] = {}
        self._own: dict[tuple[str, str], bool] = {}
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
        known = self._threads.setdefault(thread, _Thread())
        if self._is_own(row["FROM"], link):
            self._owner_met = True
            known.own = min(known.own or moment, moment)
            ref = self.ref(str(thread), moment.isoformat())
            return (Activity(Kind.MESSAGE_SENT, moment.date(), ref, counterpart=thread),)
        if link:
            known.linked = min(known.linked or moment, moment)
        else:
            known.unlinked = min(known.unlinked or moment, moment)
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
        for thread, known in self._threads.items():
            # Where no sender has a link, its lack does not mean sponsored mail.
            reply = known.linked if self._has_links else known.unlinked
            if known.outreach:
                ref = self.ref("outreach", str(thread))
                yield Activity(Kind.OUTREACH_SENT, known.outreach.date(), ref, counterpart=thread)
            if known.outreach and reply:
                ref = self.ref("reply", str(thread))
                yield Activity(Kind.REPLY_RECEIVED, reply.date(), ref, counterpart=thread)

    def _is_own(self, name: str, link: str) -> bool:
        """Tell whether a sender is the owner; people recur, so each is worked out once."""
        key = (name, link)
        if key not in self._own:
            owner = self.context.owner
            self._own[key] = owner is not None and owner.is_named(name, link)
        return self._own[key]

    def _is_received(self, row: Row) -> bool:
        links = row["RECIPIENT PROFILE URLS"].split(",")
        names = row["TO"].split(",")
        return any(self._is_own(name, "") for name in names) or any(
            self._is_own("", link) for link in links
        )


def _is_draft(row: Row) -> bool:
    return any(row[c].lower() in _YES for c in ("IS MESSAGE DRAFT", "IS CONVERSATION DRAFT"))
