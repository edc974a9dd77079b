"""Where two files tell of the same deeds, the better witness counts: nothing counts twice.

A message sent in Sales Navigator is in LinkedIn's own export, too, under another name, so that no
hash can match the two. Of each kind the sources are ranked; between the first and the last day that
a better one shows, a weaker one does not count, whichever came in first (docs/decisions/0020).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.activity import PackedActivities, Source
from bot.answers.desk import Desk
from bot.intake import Extract
from bot.storage.overlaps import Days
from bot.storage.tables import Member
from scoring.model import Kind

_EXPORT, _SEATS, _TOTALS = (
    Source.LINKEDIN_EXPORT,
    Source.SALES_NAVIGATOR,
    Source.SALES_NAVIGATOR_USAGE,
)

WITNESSES: Final = (_EXPORT, _SEATS, _TOTALS)
"""The sources that show all there is of a kind within their days, the best first."""

BEST_OF_SEARCHES: Final = (_SEATS, _TOTALS, _EXPORT)
"""Sales Navigator counts searches on LinkedIn, too; LinkedIn's export none in Sales Navigator."""

TELLERS: Final = (Source.CSV, Source.API)
"""The sources that tell of single deeds; they take no other's place."""

RANKED: Final = frozenset((*WITNESSES, *TELLERS))

TOTALS_REACH: Final = timedelta(days=30)
"""So far back may a total tell from the day that it is dated on."""


def without_better_shown(desk: Desk, member: Member, extract: Extract) -> Extract:
    """Leave out of a file what a better witness of the same days has shown already."""
    shown = days_shown_better(desk, member.member_id, extract.source, extract.covers)
    if not any(shown.values()):
        return extract
    kept = PackedActivities(
        each for each in extract.activities if not is_within(each.day, shown[each.kind])
    )
    return replace(extract, activities=kept)


def replace_weaker(
    desk: Desk, member: Member, extracts: Iterable[Extract], by: str, import_number: int | None
) -> None:
    """Let what came in take the place of what weaker witnesses showed of the same days."""
    came = [extract for extract in extracts if extract.source in WITNESSES]
    others = desk.store.overlaps.sources(desk.workspace_id, member.member_id)
    for extract in came:
        if others & RANKED - {extract.source}:
            _replace(desk, member, _weaker(desk, member, extract), (), by, import_number)
        if extract.period:
            totals = {(kind, extract.source): extract.period for kind in extract.covers}
            refs = [activity.ref for activity in extract.activities]
            _replace(desk, member, totals, refs, by, import_number)


def days_shown_better(
    desk: Desk, member_id: int, source: Source, kinds: Collection[Kind]
) -> dict[Kind, list[Days]]:
    """Find by kind the days that better witnesses than a source show of a member."""
    others = desk.store.overlaps.sources(desk.workspace_id, member_id) - {source}
    if source not in RANKED or not others & set(WITNESSES):
        return {}
    extents = desk.store.overlaps.extents(desk.workspace_id, member_id, kinds)
    return {
        kind: [
            _reach(extents[kind, better], better, source)
            for better in _better(kind, source)
            if (kind, better) in extents
        ]
        for kind in kinds
    }


def _weaker(desk: Desk, member: Member, extract: Extract) -> dict[tuple[Kind, Source], Days]:
    """Find the days on which weaker sources tell of what a file's source shows."""
    source = extract.source
    extents = desk.store.overlaps.extents(desk.workspace_id, member.member_id, extract.covers)
    return {
        (kind, worse): _reach(extents[kind, source], source, worse)
        for kind in extract.covers
        for worse in _worse(kind, source)
        if (kind, source) in extents and (kind, worse) in extents
    }


def _replace(  # noqa: PLR0913, PLR0917 - whose, what is replaced but for what, and by whom
    desk: Desk,
    member: Member,
    replaced: dict[tuple[Kind, Source], Days],
    but: Sequence[int],
    by: str,
    import_number: int | None,
) -> None:
    desk.store.overlaps.replace(
        desk.workspace_id,
        member.member_id,
        replaced,
        but=but,
        recorded_by=by,
        now=desk.now,
        import_number=import_number,
    )


def _ranks(kind: Kind) -> tuple[Source, ...]:
    ranked = BEST_OF_SEARCHES if kind is Kind.SEARCH_MADE else WITNESSES
    return (*ranked, *TELLERS)


def _better(kind: Kind, source: Source) -> Iterator[Source]:
    """Name the witnesses that are better than a source, of which tellers are equal."""
    ranked = _ranks(kind)
    return (each for each in ranked[: ranked.index(source)] if each in WITNESSES)


def _worse(kind: Kind, source: Source) -> tuple[Source, ...]:
    ranked = _ranks(kind)
    return ranked[ranked.index(source) + 1 :]


def _reach(days: Days, better: Source, worse: Source) -> Days:
    """Give the days on which a weaker source's activities may be told by a better one."""
    first, last = days
    if better is _TOTALS:
        first -= TOTALS_REACH
    if worse is _TOTALS:
        last += TOTALS_REACH
    return first, last


def is_within(day: date, spans: Iterable[Days]) -> bool:
    """Tell whether a day is within one of several spans of days."""
    return any(first <= day <= last for first, last in spans)
