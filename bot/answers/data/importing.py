"""Import: a file comes in, recording by recording, and the report says what became of every row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from bot.activity import Source
from bot.answers.data.log import supersede
from bot.answers.data.matching import Days, known_columns
from bot.answers.data.whose import WhoseUnknown, is_of_team, whose
from bot.answers.data.witnesses import replace_weaker, without_better_shown
from bot.answers.desk import Desk, person
from bot.answers.score.scores import points_now
from bot.intake import Export, Extract, Progress, accepted, read
from bot.messages.contexts import FileLine, Imported
from bot.messages.contexts.importing import TeamImported, TeamLine
from bot.storage.imports import Brought
from bot.storage.recordings import Batch, Recorded
from bot.storage.tables import Member
from bot.storage.tables.imports import ImportState
from scoring.model import Kind

_JOINED = frozenset({Kind.INVITATION_SENT, Kind.CONNECTION_MADE})


def import_file(  # noqa: PLR0913 - a file, whose it is, and who brings it
    desk: Desk,
    member: Member | None,
    file: Path | BinaryIO,
    name: str,
    *,
    by: str,
    progress: Progress | None = None,
) -> Imported | TeamImported:
    """Take in a file without a preview, all that is in it under one number.

    ``member`` is whose it is; a team's file names its members itself.

    Raises:
        WhoseUnknown: it does not say whose it is, and nobody did.
        BadInput: nothing of the file can be read; the sentence says why.
    """
    export = read_file(desk, file, name, member=member, progress=progress)
    if not is_of_team(export) and member is None:
        raise WhoseUnknown("This file does not say whose it is: tell me with --member.")
    brought = Brought(by, name, ImportState.DONE, is_team=is_of_team(export))
    number = desk.store.imports.begin(desk.workspace_id, brought, desk.now).number
    if member is None or brought.is_team:
        return take_in_team(desk, export, name, by=by, number=number)
    return take_in(desk, member, export, name, by=by, number=number)


def read_file(  # noqa: PLR0913 - a file, and what is known of it
    desk: Desk,
    file: Path | BinaryIO,
    name: str,
    *,
    member: Member | None = None,
    progress: Progress | None = None,
    days: Days | None = None,
) -> Export:
    """Read a file; nothing is stored.

    Args:
        desk: Who may know how its columns are to be read.
        file: Where it is.
        name: What its sender calls it.
        member: Whose it is, if it is somebody's own.
        progress: Is told how far the reading has come.
        days: Those of which it tells, if a person had to say it.

    Raises:
        NeedsMapping: a person must say first what its columns are.
        BadInput: nothing of the file can be read; the sentence says why.
    """
    return read(
        file,
        name,
        salt=desk.workspace.salt,
        today=desk.today(member.zone if member else desk.workspace.zone),
        owner=member.name if member else None,
        progress=progress,
        mappings=known_columns(desk, days),
    )


def take_in(  # noqa: PLR0913 - what was read, of which file, whose it is, and who brings it
    desk: Desk, member: Member, export: Export, name: str, *, by: str, number: int
) -> Imported:
    """Record what was read, file by file: each comes in wholly or not at all.

    ``number`` is that of the import, by which all of it can be undone.
    """
    before = points_now(desk, member)
    taking = Taking(desk, member, by, number)
    files = [taking.record(extract, export.standings) for extract in export.extracts]
    superseded = taking.settle(export.extracts)
    return Imported(
        number=number,
        person=None if by == member.slack_id else person(member),
        title=name,
        files=tuple(sorted(files, key=_news_first)),
        ignored=export.ignored,
        points=points_now(desk, member),
        points_before=before,
        superseded=superseded,
        unscored=_unscored(desk, member, export),
    )


def _unscored(desk: Desk, member: Member, export: Export) -> tuple[Kind, ...]:
    """Tell which kinds of a file are kept although no signal of today's rules counts them."""
    scored = desk.rulebook(desk.today(member.zone)).kinds
    told = {activity.kind for extract in export.extracts for activity in extract.activities}
    return tuple(sorted(told - scored))


def take_in_team(desk: Desk, export: Export, name: str, *, by: str, number: int) -> TeamImported:
    """Record what was read of each member whom a team's file names; others are left out."""
    found = whose(desk, export)
    lines = []
    for member, extracts in found.parts:
        before = points_now(desk, member)
        taking = Taking(desk, member, by, number)
        part = replace(export, extracts=extracts)
        files = [taking.record(extract, part.standings) for extract in extracts]
        taking.settle(extracts)
        lines.append(
            TeamLine(
                person(member),
                sum(line.taken for line in files),
                sum(line.known for line in files),
                change_of(before, points_now(desk, member)),
            )
        )
    return TeamImported(
        number=number,
        title=name,
        lines=tuple(lines),
        unmatched=found.unmatched,
        set_aside=tuple((each.file, each.problem) for each in found.rest if each.problem),
        rows_refused=sum(each.rows_refused for each in export.extracts),
        refused=tuple(
            (error.row, error.reason) for each in export.extracts for error in each.refused
        ),
    )


def change_of(before: int | None, after: int | None) -> int | None:
    """Tell by how much a score moved, where it was known before and is known after."""
    return None if before is None or after is None else after - before


def _news_first(line: FileLine) -> tuple[bool, int, str]:
    """Order a report: what went wrong, then what brought most."""
    return not (line.problem or line.rows_refused), -line.taken, line.name


@dataclass(frozen=True, slots=True)
class Taking:
    """Takes in what one import tells of one member."""

    desk: Desk
    member: Member
    by: str
    number: int

    def record(self, extract: Extract, standings: Mapping[Kind, int]) -> FileLine:
        """Record one file; a profile section that two files tell of is as both together tell."""
        unshown = without_better_shown(self.desk, self.member, extract)
        batch = Batch(
            source=extract.source,
            title=extract.recognised,
            recorded_by=self.by,
            as_of=self.desk.today(self.member.zone),
            activities=unshown.activities,
            covers=extract.covers,
            standings={kind: standings[kind] for kind in extract.standings},
            import_number=self.number,
            keeps_maximum=extract.keeps_maximum,
        )
        done = self._record(batch)
        return FileLine(
            name=extract.file,
            recognised=extract.recognised,
            read=extract.rows_read,
            taken=done.taken,
            known=done.known + len(extract.activities) - len(unshown.activities),
            rows_refused=extract.rows_refused,
            refused=tuple((error.row, error.reason) for error in extract.refused),
            problem=extract.problem,
        )

    def settle(self, extracts: Sequence[Extract]) -> tuple[tuple[Kind, int], ...]:
        """Record what only shows now that all is in: acceptances, and logs that are replaced."""
        if any(extract.covers & _JOINED for extract in extracts):
            self._join_acceptances()
        replace_weaker(self.desk, self.member, extracts, self.by, self.number)
        return supersede(self.desk, self.member, extracts, self.by, self.number)

    def _join_acceptances(self) -> None:
        """Record who accepted an invitation: exports name only open ones, so all are joined.

        Both the invitations and the connections may be of earlier files than this one.
        """
        desk, activities = self.desk, self.desk.store.activities
        member_id = self.member.member_id
        invited = activities.counterparts(desk.workspace_id, member_id, Kind.INVITATION_SENT)
        observed = activities.observed(desk.workspace_id, members=(member_id,)).get(
            member_id, frozenset()
        )
        if not observed >= _JOINED:
            return
        made = activities.standing(desk.workspace_id, member_id, Kind.CONNECTION_MADE)
        batch = Batch(
            source=Source.LINKEDIN_EXPORT,
            title="Invitations accepted",
            recorded_by=self.by,
            as_of=desk.today(self.member.zone),
            activities=accepted(invited, made),
            covers=frozenset({Kind.INVITATION_ACCEPTED}),
            import_number=self.number,
        )
        self._record(batch)

    def _record(self, batch: Batch) -> Recorded:
        desk = self.desk
        return desk.store.recordings.record(
            desk.workspace_id, self.member.member_id, batch, desk.now
        )
