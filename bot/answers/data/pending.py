"""A previewed file: imported, cancelled and undone once, whoever presses which button how often."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import BinaryIO

from bot.answers.asker import Asker
from bot.answers.data.importing import read_file, take_in, take_in_team
from bot.answers.data.matching import days_of
from bot.answers.data.previewing import digest_of
from bot.answers.data.quarantine import REMEMBERED as STRUCTURES_REMEMBERED
from bot.answers.data.whose import require_importer, whose
from bot.answers.desk import Desk
from bot.answers.score.scores import points_now
from bot.answers.teams.joining import as_member
from bot.errors import NotAllowed, NotFound
from bot.incident import Incident
from bot.intake import Progress
from bot.messages import actions
from bot.messages.contexts import Context, Imported, Undone
from bot.messages.contexts.importing import ImportStopped, TeamImported
from bot.storage import Store
from bot.storage.tables import FileImport
from bot.storage.tables.imports import ImportState

REMEMBERED = timedelta(days=7)
"""For so long a preview is known, and says what became of it."""

GONE = "That preview is not here any more. Send me the file again."

NOTHING_LEFT = "Nothing is left of that import. `/ssi data` lists what there is."

WHY_NOT: Mapping[str, str] = {
    ImportState.IMPORTING: "That file is coming in right now. Its report comes in its place.",
    ImportState.DONE: "That file came in already. `/ssi data` lists it, and can undo it.",
    ImportState.CANCELLED: "That import was cancelled. Send me the file again if you want it.",
    ImportState.UNDONE: "That import was undone. Send me the file again, and it counts again.",
}
"""Why a file that does not wait any more is neither imported nor cancelled."""


def begin_import(
    desk: Desk, asker: Asker, text: str, place: tuple[str, str]
) -> FileImport | ImportStopped:
    """Claim the file of this number for its sender, who has it imported now.

    Args:
        desk: Whose files.
        asker: Who pressed.
        text: The import's number.
        place: The channel and the ts of the preview, where its progress is told.

    Returns:
        The file, or that its preview is too old.

    Raises:
        NotAllowed: it is somebody else's.
        NotFound: it does not wait any more; the sentence says what became of it.
    """
    file = _file(desk, asker, text)
    claimed = desk.store.imports.claim(desk.workspace_id, file.number, place, desk.now)
    if claimed:
        return claimed
    file = _file(desk, asker, text)
    if file.state == ImportState.WAITING and desk.store.imports.cancel(
        desk.workspace_id, file.number
    ):
        return ImportStopped(file.name, "expired")
    raise NotFound(WHY_NOT.get(file.state, GONE))


def import_claimed(
    desk: Desk, asker: Asker, file: FileImport, copy: BinaryIO, progress: Progress
) -> Imported | TeamImported | ImportStopped:
    """Import a claimed file, unless it is not what was previewed."""
    if digest_of(copy) != file.digest:
        return give_up(desk, file, "changed")
    imported = _take_in(desk, asker, file, copy, progress)
    desk.store.imports.finish(desk.workspace_id, file.number)
    return imported


def _take_in(
    desk: Desk, asker: Asker, file: FileImport, copy: BinaryIO, progress: Progress
) -> Imported | TeamImported:
    member = None if file.is_team else as_member(desk, asker)
    export = read_file(desk, copy, file.name, member=member, progress=progress, days=days_of(file))
    by, number = asker.slack_id, file.number
    if member is None:
        require_importer(whose(desk, export), asker.slack_id, is_admin=asker.is_admin)
        return take_in_team(desk, export, file.name, by=by, number=number)
    return take_in(desk, member, export, file.name, by=by, number=number)


def give_up(desk: Desk, file: FileImport, why: str) -> ImportStopped:
    """Give a claimed file up, which is gone from Slack, or changed."""
    desk.store.imports.give_up(desk.workspace_id, file.number)
    return ImportStopped(file.name, why)


def cancel(desk: Desk, asker: Asker, text: str) -> ImportStopped:
    """Give a previewed file up, of which nothing was stored.

    Raises:
        NotAllowed: it is somebody else's.
        NotFound: it does not wait any more; the sentence says what became of it.
    """
    file = _file(desk, asker, text)
    if desk.store.imports.cancel(desk.workspace_id, file.number):
        return ImportStopped(file.name, "cancelled")
    raise NotFound(WHY_NOT.get(_file(desk, asker, text).state, GONE))


def undo_import(desk: Desk, asker: Asker, text: str) -> Undone:
    """Undo all of an import: it counts no more, and what it took the place of counts again.

    Raises:
        NotAllowed: it is not the asker's.
        NotFound: there is nothing left to undo.
    """
    number = int(text)
    file = desk.store.imports.get(desk.workspace_id, number)
    if file is None:
        raise NotFound(NOTHING_LEFT)
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    told_of = desk.store.imports.members(desk.workspace_id, number)
    brought_it = not file.is_team or file.slack_id == asker.slack_id
    own = member is not None and told_of <= {member.member_id} and brought_it
    if not own and not (file.is_team and asker.is_admin):
        raise NotAllowed("That import is not yours alone, so it is not yours to undo.")
    before = points_now(desk, member) if member else None
    entries = desk.store.imports.undo(desk.workspace_id, number, by=asker.slack_id, now=desk.now)
    if not entries:
        raise NotFound(NOTHING_LEFT)
    after = points_now(desk, member) if member else None
    return Undone(file.name, entries, before, after, of_team=file.is_team)


def forget_previews(store: Store, now: datetime) -> None:
    """Forget files previewed a week ago of which nothing came in, and old structures."""
    for workspace in store.workspaces.all():
        with Incident("previews_not_forgotten", workspace_id=workspace.workspace_id):
            store.imports.forget_old(workspace.workspace_id, now - REMEMBERED)
            store.quarantines.forget_old(workspace.workspace_id, now - STRUCTURES_REMEMBERED)


def _file(desk: Desk, asker: Asker, text: str) -> FileImport:
    """Find a file that is the asker's.

    Raises:
        NotAllowed: it is somebody else's.
        NotFound: it is forgotten.
    """
    file = desk.store.imports.get(desk.workspace_id, int(text))
    if file is None:
        raise NotFound(GONE)
    if file.slack_id != asker.slack_id:
        raise NotAllowed("Whoever sent that file decides about it.")
    return file


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], Context]] = {actions.UNDO_IMPORT: undo_import}
"""What the button under a report does."""
