"""Why did the score change? The exact causes, gathered into the few lines that people read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.answers.ahead.upcoming import way_back
from bot.answers.asking.narrowing import about, cap_of, figures_of, require_seen
from bot.answers.desk import Desk, person
from bot.answers.rules import differences as rules
from bot.answers.score import cohort
from bot.answers.score.cohort import Company
from bot.answers.score.correction import told
from bot.answers.score.leeway import swing_of
from bot.answers.score.rank import rank_move
from bot.answers.score.reference import reference_of_change
from bot.answers.score.scores import Move, change_of, move
from bot.answers.score.shift import shift
from bot.answers.score.sight import sights
from bot.answers.score.turnover import turnover
from bot.messages.contexts import ActivityCause, Person, RankMove, SharedCause, Shift, Why
from bot.storage.tables import Member
from bot.understanding import Period
from scoring.model import CauseKind, Pillar, Scorecard
from scoring.rounding import ShownCause, shown_change
from scoring.rulebook import Rulebook

LINES = 4
"""An answer shows so many causes at most, the rules counting as one; the rest is summed up."""

USUAL_DAYS = 7
LONGER_DAYS = 28


@dataclass(frozen=True, slots=True)
class Span:
    """A change is asked from the end of ``first`` to the end of ``last``.

    ``chosen`` is false where the asker named no days and these are the answer's own choice.
    """

    first: date
    last: date
    chosen: bool = True


def span_of(period: Period | None, today: date) -> Span | None:
    """Turn the days asked about into a change: from the end of the day before to their end."""
    if period is None:
        return None
    return Span(period.first - timedelta(days=1), min(period.last, today))


def week_until(today: date) -> Span:
    """Give the change of the last seven days."""
    return Span(today - timedelta(days=USUAL_DAYS), today, chosen=False)


def usual_span(desk: Desk, member: Member, today: date) -> Span:
    """Choose the days when none were named: a week, or four when nothing moved in a week."""
    week = week_until(today)
    if change_of(desk, member, week.first, week.last).points:
        return week
    return Span(today - timedelta(days=LONGER_DAYS), today, chosen=False)


def why(  # noqa: PLR0913 - a question has as many parts
    desk: Desk,
    member: Member,
    span: Span,
    *,
    reader: str | None,
    today: date,
    pillar: Pillar | None = None,
    signal: str | None = None,
) -> Why:
    """Explain a member's change of score, or of one pillar or signal, to a reader.

    Raises:
        NotFound: nothing is known of the member yet, or no source shows the signal.
    """
    moved = move(desk, member, span.first, span.last)
    change = moved.change
    require_seen(change.after, signal)
    shown = shown_change(change)
    is_whole = not pillar and not signal
    causes = about(shown, pillar, signal)
    after, total = figures_of(shown, pillar, signal)
    ruled = rules.line(desk, change, causes)
    lines = _lines(moved, causes)
    is_open = change.points < 0 and span.last == today and is_whole
    company = cohort.company(desk, member, span.first, span.last)
    shown_lines = lines[: LINES - (ruled is not None)]
    return Why(
        person=_third_person(member, reader),
        pillar=pillar,
        first=span.first,
        last=span.last,
        before=after - total,
        after=after,
        rulebook=change.after.rulebook,
        reference=reference_of_change(desk, change),
        rules=ruled,
        lines=tuple(shown_lines),
        rest=total - sum(line.points for line in shown_lines) - (ruled.points if ruled else 0),
        still=()
        if signal
        else tuple(p for p in Pillar if not shown.pillars[p] and pillar in (None, p)),
        shared=_shared(desk, company, span) if company and is_whole else None,
        way_back=way_back(desk, member, moved) if is_open else None,
        rebased_on=moved.rebased_on,
        period_chosen=span.chosen,
        window=_shared_window(desk.rulebook(span.last), shown_lines),
        today=today,
        told=told(desk, member, moved) if is_whole else None,
        rank=_rank(desk, company, member, span) if company and is_whole else None,
        shift=_shift(desk, company, span) if company else None,
        swing=swing_of(desk, member.member_id, span.first, span.last) if is_whole else None,
        sights=sights(desk, moved),
        signal=signal,
        signal_cap=cap_of(change, signal),
    )


def _rank(desk: Desk, company: Company, member: Member, span: Span) -> RankMove | None:
    """Tell how the member's rank moved, where it did."""
    since = turnover(desk, company.team, span.first)
    move = rank_move(company.members, company.found, member, since)
    return move if move and move.places else None


def _shared(desk: Desk, company: Company, span: Span) -> SharedCause | None:
    return cohort.shared(desk, company.found, span.first, span.last)


def _shift(desk: Desk, company: Company, span: Span) -> Shift | None:
    return shift(desk, company.members, company.found, span.first, span.last)


def _shared_window(rulebook: Rulebook, lines: Iterable[ActivityCause]) -> int | None:
    """Tell the window of all lines of activity that left, if they share one."""
    left = (rulebook.find(line.signal) for line in lines if line.cause is CauseKind.AGED_OUT)
    windows = {signal.window for signal in left if signal}
    return windows.pop() if len(windows) == 1 else None


def _third_person(member: Member, reader: str | None) -> Person | None:
    return None if reader == member.slack_id else person(member)


def _lines(moved: Move, causes: Iterable[ShownCause]) -> list[ActivityCause]:
    """Gather the causes of activity by signal, corrections apart, largest first."""
    groups: dict[tuple[str, bool], list[ShownCause]] = {}
    for cause in causes:
        if cause.cause.cause is not CauseKind.RULES:
            corrected = cause.cause.cause is CauseKind.CORRECTED
            groups.setdefault((cause.cause.signal, corrected), []).append(cause)
    lines = [_line(moved, group) for group in groups.values()]
    return sorted((line for line in lines if line.points), key=lambda line: -abs(line.points))


def _line(moved: Move, group: list[ShownCause]) -> ActivityCause:
    """Make one line of a signal's causes; it is named for the one that weighs most."""
    heaviest = max(group, key=lambda shown: abs(shown.cause.points)).cause
    return ActivityCause(
        pillar=heaviest.pillar,
        signal=heaviest.signal,
        cause=heaviest.cause,
        points=sum(shown.tenths for shown in group),
        evidence=tuple(item for shown in group for item in shown.cause.evidence),
        before=_rate(moved.change.before, heaviest.signal),
        after=_rate(moved.change.after, heaviest.signal),
    )


def _rate(card: Scorecard, signal: str) -> tuple[int, int] | None:
    for scored in card.signals:
        if scored.name == signal and scored.amount.of is not None:
            return scored.amount.value, scored.amount.of
    return None
