"""Import: a file of a member's own comes in, and the report says what became of every row."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from bot.activity import Activity, Source
from bot.answers.data.log import supersede
from bot.answers.desk import Desk, person
from bot.answers.score.scores import points_now
from bot.intake import Export, Extract, Progress, accepted, read_export
from bot.messages.contexts import FileLine, Imported
from bot.storage.recordings import Batch
from bot.storage.tables import Member
from scoring.model import Kind


def import_file(  # noqa: PLR0913 - a file, whose it is, and who brings it
    desk: Desk,
    member: Member,
    file: Path | BinaryIO,
    name: str,
    *,
    by: str,
    progress: Progress | None = None,
) -> Imported:
    """Take in a LinkedIn export, file by file: each comes in wholly or not at all.

    Raises:
        BadInput: nothing of the file can be read; the sentence says why.
    """
    today = desk.today(member.zone)
    before = points_now(desk, member)
    export = read_export(
        file, name, salt=desk.workspace.salt, today=today, owner=member.name, progress=progress
    )
    files = tuple(_take_in(desk, member, export, extract, by) for extract in export.extracts)
    connections = [
        activity
        for extract in export.extracts
        for activity in extract.activities
        if activity.kind is Kind.CONNECTION_MADE
    ]
    _take_in_acceptances(desk, member, connections, by)
    superseded = supersede(desk, member, export, by)
    return Imported(
        person=None if by == member.slack_id else person(member),
        title=name,
        files=tuple(sorted(files, key=_news_first)),
        ignored=export.ignored,
        points=points_now(desk, member),
        points_before=before,
        superseded=superseded,
    )


def _news_first(line: FileLine) -> tuple[bool, int, str]:
    """Order a report: what went wrong, then what brought most."""
    return not (line.problem or line.rows_refused), -line.taken, line.name


def _take_in(desk: Desk, member: Member, export: Export, extract: Extract, by: str) -> FileLine:
    """Record one file; a profile section that two files tell of is taken as both together do."""
    batch = Batch(
        source=extract.source,
        title=extract.recognised,
        recorded_by=by,
        as_of=desk.today(member.zone),
        activities=extract.activities,
        covers=extract.covers,
        standings={kind: export.standings[kind] for kind in extract.standings},
    )
    done = desk.store.recordings.record(desk.workspace_id, member.member_id, batch, desk.now)
    return FileLine(
        name=extract.file,
        recognised=extract.recognised,
        read=extract.rows_read,
        taken=done.taken,
        known=done.known,
        rows_refused=extract.rows_refused,
        refused=tuple((error.row, error.reason) for error in extract.refused),
        problem=extract.problem,
    )


def _take_in_acceptances(
    desk: Desk, member: Member, connections: Iterable[Activity], by: str
) -> None:
    """Record who accepted an invitation: exports name only open ones, so both are joined here."""
    invited = desk.store.activities.counterparts(
        desk.workspace_id, member.member_id, Kind.INVITATION_SENT
    )
    observed = desk.store.activities.observed(desk.workspace_id).get(member.member_id, frozenset())
    if not {Kind.INVITATION_SENT, Kind.CONNECTION_MADE} <= observed:
        return
    batch = Batch(
        source=Source.LINKEDIN_EXPORT,
        title="Invitations accepted",
        recorded_by=by,
        as_of=desk.today(member.zone),
        activities=accepted(invited, connections),
        covers=frozenset({Kind.INVITATION_ACCEPTED}),
    )
    desk.store.recordings.record(desk.workspace_id, member.member_id, batch, desk.now)
