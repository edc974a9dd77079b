"""`/ssi data`: what is stored of the asker; an import can be undone, and all of it forgotten."""

from collections.abc import Callable, Mapping
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.scores import cards
from bot.errors import NotAllowed, NotFound
from bot.messages import actions
from bot.messages.contexts import Context, Data, Forgotten, ImportLine, KindLine, Undone
from bot.storage.personal import Holding, Import
from bot.storage.tables import Member
from scoring.rounding import to_tenths

IMPORTS = 5


def data(desk: Desk, asker: Asker) -> Data:
    """Tell somebody what is stored of them, with the last imports."""
    today = desk.today(asker.zone)
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    if member is None:
        return Data(today, (), 0, 0, None, None, ())
    holdings = _holdings(desk, member)
    readings, first, last = desk.store.personal.readings(desk.workspace_id, member.member_id)
    happened = [holding for holding in holdings if not holding.kind.is_state]
    return Data(
        today=today,
        sources=tuple(
            (
                source.label,
                tuple(KindLine(each.kind, each.count, each.first, each.last) for each in held),
            )
            for source, held in groupby(happened, key=lambda holding: holding.source)
        ),
        sections=_sections(holdings),
        readings=readings,
        first_reading=first,
        last_reading=last,
        imports=tuple(
            ImportLine(
                recording=each.recording,
                day=each.at.astimezone(ZoneInfo(asker.zone)).date(),
                title=each.title,
                entries=each.entries,
            )
            for each in _imports(desk, member)
        ),
    )


def undo(desk: Desk, asker: Asker, text: str) -> Undone:
    """Undo an import of the asker's own by its recording's number: nothing of it counts any more.

    Raises:
        NotAllowed: something in it is somebody else's.
        NotFound: there is nothing left to undo.
    """
    recording = int(text)
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    brought_in = desk.store.personal.brought_in(desk.workspace_id, recording)
    if member is None or not brought_in:
        raise NotFound("Nothing is left of that import. `/ssi data` lists what there is.")
    if set(brought_in) != {member.member_id}:
        raise NotAllowed("That import is not yours alone, so it is not yours to undo.")
    before = _points(desk, member)
    title = desk.store.personal.title(desk.workspace_id, recording)
    entries = desk.store.recordings.retract(
        desk.workspace_id, recording, recorded_by=asker.slack_id, now=desk.now
    )
    return Undone(title, entries, before, _points(desk, member))


def forget(desk: Desk, asker: Asker, _text: str) -> Forgotten:
    """Delete the asker and everything stored of the asker, and say what that was."""
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    if member is None:
        return Forgotten(known=False, activities=0, sections=0, readings=0, teams=())
    holdings = _holdings(desk, member)
    readings, _, _ = desk.store.personal.readings(desk.workspace_id, member.member_id)
    teams = desk.store.teams.of_member(desk.workspace_id, member.member_id)
    desk.store.personal.forget(desk.workspace_id, member.member_id)
    return Forgotten(
        known=True,
        activities=sum(each.count for each in holdings if not each.kind.is_state),
        sections=_sections(holdings),
        readings=readings,
        teams=tuple(team.name for team in teams),
    )


def _holdings(desk: Desk, member: Member) -> list[Holding]:
    return desk.store.personal.holdings(desk.workspace_id, member.member_id)


def _imports(desk: Desk, member: Member) -> list[Import]:
    return desk.store.personal.imports(desk.workspace_id, member.member_id, IMPORTS)


def _sections(holdings: list[Holding]) -> int:
    return len({holding.kind for holding in holdings if holding.kind.is_state})


def _points(desk: Desk, member: Member) -> int | None:
    known = desk.known()
    found = cards(desk, [member.member_id], desk.today(member.zone), known)
    return to_tenths(found[member.member_id].points) if found else None


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], Context]] = {
    actions.UNDO: undo,
    actions.FORGET: forget,
}
"""What the buttons under these answers do."""
