"""The preview of a file: what it is, and what importing it would bring, with nothing stored.

What would come is not reckoned but done: the import is rehearsed in a transaction that is undone.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import BinaryIO

from bot.activity import Activity
from bot.answers.asker import Asker
from bot.answers.data.importing import read_file, take_in, take_in_team
from bot.answers.data.left_out import left_out
from bot.answers.data.matching import Days, as_json
from bot.answers.data.quarantine import keep_strange
from bot.answers.data.whose import is_of_team, require_importer, whose
from bot.answers.desk import Desk
from bot.answers.score.scores import cards
from bot.answers.teams.joining import as_member
from bot.intake import Export, Extract, NeedsMapping
from bot.messages.contexts.importing import (
    Content,
    KindCount,
    MatchingAsked,
    PillarMove,
    Preview,
    TeamPreview,
)
from bot.storage.imports import Brought
from bot.storage.tables import Member
from bot.storage.tables.imports import ImportState
from scoring.model import Kind, Pillar
from scoring.rounding import shown

MOST_SEATS = 200
"""So many unmatched seats are remembered until the file is imported, to ask whose they are."""

NOTHING = Content((), 0, None, None, None, None, ())
"""What files tell of which nothing can be read."""

PART = 1024 * 1024
"""So many bytes are read at a time."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that somebody sent: its copy, what its sender calls it, and Slack's id of it.

    ``number`` is the import's if it was sent before and is looked at again, ``days`` are those of
    which a person said that it tells.
    """

    copy: BinaryIO
    name: str
    file_id: str
    number: int | None = None
    days: Days | None = None


def look(desk: Desk, asker: Asker, sent: Sent) -> Preview | TeamPreview | MatchingAsked:
    """Read a file that somebody sent, remember that it waits, and show what would come of it.

    Raises:
        BadInput: nothing of the file can be read; the sentence says why.
        NotAllowed: it is of a team, and the asker is no admin.
    """
    brought = Brought(
        asker.slack_id, sent.name, ImportState.WAITING, sent.file_id, digest_of(sent.copy)
    )
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    try:
        export = read_file(desk, sent.copy, sent.name, member=member, days=sent.days)
    except NeedsMapping as needed:
        question = as_json(needed.unmapped)
        brought = replace(brought, state=ImportState.ASKING, question=question)
        number = _remember(desk, sent, brought)
        asked = needed.unmapped
        return MatchingAsked(number, sent.name, asked.format, len(asked.headers))
    keep_strange(desk, export, asker.slack_id)
    brought = replace(brought, question=_may_be_asked(export))
    if is_of_team(export):
        return _look_at_team(desk, asker, sent, brought, export)
    return _look_at_own(desk, asker, sent, brought, export)


def digest_of(file: BinaryIO) -> str:
    """Name a file's content, so that the same is known again; the file is wound back."""
    file.seek(0)
    digest = hashlib.sha256()
    for part in iter(partial(file.read, PART), b""):
        digest.update(part)
    file.seek(0)
    return digest.hexdigest()


def _remember(desk: Desk, sent: Sent, brought: Brought) -> int:
    """Remember a file, or how it is seen now, and give its number."""
    if sent.number is None:
        return desk.store.imports.begin(desk.workspace_id, brought, desk.now).number
    desk.store.imports.preview_anew(desk.workspace_id, sent.number, brought, desk.now)
    return sent.number


def _may_be_asked(export: Export) -> str | None:
    """Tell of which file that was set aside a person could match the columns."""
    strange = (extract.drift.unmapped for extract in export.extracts if extract.drift)
    question = next(filter(None, strange), None)
    return as_json(question) if question else None


def _look_at_own(desk: Desk, asker: Asker, sent: Sent, brought: Brought, export: Export) -> Preview:
    """Preview what is the asker's own, who becomes a member by it if anything can be read."""
    readable = _readable(export)
    content = NOTHING
    if readable:
        content = _content(desk, as_member(desk, asker), export, sent.name, brought.by)
    return Preview(
        number=_remember(desk, sent, brought),
        title=sent.name,
        format=export.format,
        recognised=tuple(dict.fromkeys(each.recognised for each in readable)),
        content=content,
        left_out=left_out(readable),
        set_aside=_set_aside(export),
        mappable=brought.question is not None,
        rows_refused=sum(each.rows_refused for each in readable),
        ignored=export.ignored,
        today=desk.today(asker.zone),
    )


def _look_at_team(
    desk: Desk, asker: Asker, sent: Sent, brought: Brought, export: Export
) -> TeamPreview:
    found = whose(desk, export)
    require_importer(found, asker.slack_id, is_admin=asker.is_admin)
    with desk.store.rehearse() as store:
        rehearsal = replace(desk, store=store)
        known = rehearsal.known()
        imported = take_in_team(rehearsal, export, sent.name, by=brought.by, number=0)
        new: Counter[Kind] = Counter()
        for member, _ in found.parts:
            new.update(store.activities.came_in(desk.workspace_id, member.member_id, known))
    taken = [extract for _, extracts in found.parts for extract in extracts]
    first, last = _period(taken)
    brought = replace(brought, is_team=True, unmatched=found.unmatched[:MOST_SEATS])
    return TeamPreview(
        number=_remember(desk, sent, brought),
        title=sent.name,
        format=export.format,
        counts=tuple(_counts(_told(taken), new)),
        first=first,
        last=last,
        lines=imported.lines,
        unmatched=imported.unmatched,
        left_out=left_out(_readable(export)),
        set_aside=imported.set_aside,
        mappable=brought.question is not None,
        rows_refused=imported.rows_refused,
        today=desk.today(asker.zone),
    )


def _readable(export: Export) -> list[Extract]:
    return [extract for extract in export.extracts if extract.problem is None]


def _set_aside(export: Export) -> tuple[tuple[str, str], ...]:
    return tuple((each.file, each.problem) for each in export.extracts if each.problem is not None)


def _content(desk: Desk, member: Member, export: Export, name: str, by: str) -> Content:
    """Rehearse the import of what was read of a member, and tell what it would change."""
    with desk.store.rehearse() as store:
        rehearsal = replace(desk, store=store)
        known = rehearsal.known()
        total_before, pillars_before = _points(rehearsal, member)
        imported = take_in(rehearsal, member, export, name, by=by, number=0)
        total, pillars = _points(rehearsal, member)
        new = store.activities.came_in(desk.workspace_id, member.member_id, known)
    first, last = _period(export.extracts)
    return Content(
        counts=tuple(_counts(_told(export.extracts), Counter(new))),
        sections=len(export.standings),
        first=first,
        last=last,
        points_before=total_before,
        points=total,
        pillars=tuple(
            PillarMove(pillar, pillars_before.get(pillar), pillars.get(pillar)) for pillar in Pillar
        ),
        superseded=imported.superseded,
        unscored=imported.unscored,
    )


def _points(desk: Desk, member: Member) -> tuple[int | None, dict[Pillar, int]]:
    """Score a member today, in tenths; a pillar that cannot be seen is left out."""
    today = desk.today(member.zone)
    card = cards(desk, [member.member_id], today, desk.known()).get(member.member_id)
    if card is None:
        return None, {}
    points = shown(card)
    seen = (pillar for pillar in Pillar if card.pillar_seen(pillar))
    return points.total, {pillar: points.pillars[pillar] for pillar in seen}


def _told(extracts: Iterable[Extract]) -> Counter[Kind]:
    counts: Counter[Kind] = Counter()
    for activity in _activities(extracts):
        counts[activity.kind] += activity.quantity
    return counts


def _counts(told: Counter[Kind], new: Counter[Kind]) -> Iterator[KindCount]:
    """Count by kind, what there is most of first; acceptances show only by what is stored."""
    most = told | new
    for kind in sorted(most, key=lambda kind: (-most[kind], kind)):
        if not kind.is_state:
            yield KindCount(kind, most[kind], new[kind])


def _period(extracts: Iterable[Extract]) -> tuple[date | None, date | None]:
    days = {activity.day for activity in _activities(extracts)}
    return min(days, default=None), max(days, default=None)


def _activities(extracts: Iterable[Extract]) -> Iterator[Activity]:
    for extract in extracts:
        yield from extract.activities
