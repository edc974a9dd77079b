"""The modals that ask how a file is to be read: which column is what, and whose its seats are.

What was said of a brought-in file is followed by its preview, anew, where the old one stood.
"""

import json
from dataclasses import dataclass

from bot.answers.asker import Asker
from bot.answers.data.matching import (
    columns_form,
    from_json,
    match_columns,
    match_seats,
    question_of,
    seats_form,
    seats_of,
)
from bot.answers.data.quarantine import find
from bot.answers.desk import Desk
from bot.answers.turn import Turn
from bot.errors import NotFound
from bot.intake import Unmapped
from bot.messages import actions
from bot.messages.contexts import Context
from bot.messages.contexts.importing import ColumnsForm, Matched, SeatsForm
from bot.slack.payloads import View, chosen, field, typed


@dataclass(frozen=True, slots=True)
class Matter:
    """What a modal asks about: a brought-in file and the message of its preview, or a structure."""

    number: int
    channel_id: str = ""
    ts: str = ""
    is_structure: bool = False

    def encode(self) -> str:
        """Write the modal's metadata."""
        return json.dumps([self.number, self.channel_id, self.ts, self.is_structure])

    @classmethod
    def decode(cls, text: str) -> "Matter":
        """Read a modal's metadata."""
        number, channel_id, ts, is_structure = json.loads(text)
        return cls(int(number), str(channel_id), str(ts), bool(is_structure))

    @property
    def place(self) -> tuple[str, str]:
        """The channel and the ts of the preview."""
        return self.channel_id, self.ts


def fill_columns(turn: Turn) -> ColumnsForm:
    """Ask of a brought-in file which of its columns are what."""
    matter = _matter(turn)
    question = question_of(turn.desk, matter.number)
    file = turn.desk.store.imports.get(turn.desk.workspace_id, matter.number)
    return columns_form(turn.desk, turn.asker, question, file, matter.encode())


def fill_drift(turn: Turn) -> ColumnsForm:
    """Ask an admin of files that are built like one which of their columns are what."""
    matter = Matter(int(turn.text), is_structure=True)
    question = _question(turn.desk, turn.asker, matter)
    return columns_form(turn.desk, turn.asker, question, None, matter.encode())


def fill_seats(turn: Turn) -> SeatsForm:
    """Ask an admin whose the seats of a brought-in file are."""
    matter = _matter(turn)
    return seats_form(turn.desk, turn.asker, matter.number, matter.encode())


def take_columns(desk: Desk, asker: Asker, view: View) -> Context:
    """Remember which columns are what."""
    matter = Matter.decode(view["private_metadata"])
    question = _question(desk, asker, matter)
    days = match_columns(
        desk,
        asker,
        question,
        _columns(question, view),
        dates=typed(view, actions.MATCH_COLUMNS_DATES),
        days=None if matter.is_structure else _days(view),
    )
    if not matter.is_structure:
        desk.store.imports.match(desk.workspace_id, matter.number, days)
    return Matched(question.format)


def take_seats(desk: Desk, asker: Asker, view: View) -> Context:
    """Remember whose seats are."""
    matter = Matter.decode(view["private_metadata"])
    seats = seats_of(desk, matter.number)
    told = {
        seats[int(name.removeprefix(actions.MATCH_SEATS_FIELD))]: field(view, name).get(
            "selected_user"
        )
        for name in view["state"]["values"]
    }
    match_seats(desk, asker, told)
    desk.store.imports.match(desk.workspace_id, matter.number)
    return Matched("")


def _matter(turn: Turn) -> Matter:
    return Matter(int(turn.text), turn.channel_id or "", turn.ts or "")


def _question(desk: Desk, asker: Asker, matter: Matter) -> Unmapped:
    if not matter.is_structure:
        return question_of(desk, matter.number)
    text = find(desk, asker, matter.number).question
    if text is None:
        raise NotFound("That file has no columns that could be matched.")
    return from_json(text)


def _columns(question: Unmapped, view: View) -> dict[str, str]:
    """Read which column was chosen for each of our fields."""
    found = {}
    for place, each in enumerate(question.fields):
        column = chosen(view, f"{actions.MATCH_COLUMNS_FIELD}{place}")
        if column:
            found[each.name] = question.headers[int(column)]
    return found


def _days(view: View) -> tuple[str, str]:
    """Read of which days a file tells; blank where that was not asked."""
    asked = view["state"]["values"]
    first, last = (
        field(view, name).get("selected_date") if name in asked else None
        for name in (actions.MATCH_COLUMNS_FIRST, actions.MATCH_COLUMNS_LAST)
    )
    return first or "", last or ""
