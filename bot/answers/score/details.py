"""*Show details*: every cause of a change with the activities behind it, grouped by signal."""

from collections.abc import Iterable
from datetime import date

from bot.answers.asking.narrowing import about, figures_of, require_seen
from bot.answers.desk import Desk, person
from bot.answers.rules import differences as rules
from bot.answers.score.reference import reference_of_change
from bot.answers.score.scores import move
from bot.answers.score.sight import sights
from bot.answers.score.why import Span
from bot.messages.contexts import DetailCause, Details, RuleCause, SignalDetail
from bot.storage.tables import Member
from scoring.model import Amount, CauseKind, Change, Pillar, Scorecard, SignalScore
from scoring.rounding import ShownCause, shown_change


def details(  # noqa: PLR0913 - a question has as many parts
    desk: Desk,
    member: Member,
    span: Span,
    *,
    reader: str | None,
    today: date,
    pillar: Pillar | None = None,
    signal: str | None = None,
) -> Details:
    """Give all that is behind a member's change of score, or of one pillar or signal, to a reader.

    Raises:
        NotFound: nothing is known of the member yet, or no source shows the signal.
    """
    moved = move(desk, member, span.first, span.last)
    change = moved.change
    require_seen(change.after, signal)
    shown = shown_change(change)
    causes = about(shown, pillar, signal)
    after, total = figures_of(shown, pillar, signal)
    ruled = rules.line(desk, change, causes)
    signals = _signals(change, causes, ruled.causes if ruled else ())
    moving = {(detail.pillar, detail.signal) for detail in signals}
    unmoved = [
        scored for scored in _unmoved(change, moving, pillar) if signal in (None, scored.name)
    ]
    return Details(
        person=None if reader == member.slack_id else person(member),
        pillar=pillar,
        first=span.first,
        last=span.last,
        before=after - total,
        after=after,
        rulebook=change.after.rulebook,
        reference=reference_of_change(desk, change),
        signals=tuple(signals),
        still=tuple(scored.name for scored in unmoved if scored.observed),
        unseen=tuple(scored.name for scored in unmoved if not scored.observed),
        today=today,
        sights=sights(desk, moved),
        signal=signal,
    )


def _signals(
    change: Change, causes: Iterable[ShownCause], ruled: Iterable[RuleCause]
) -> list[SignalDetail]:
    """Group causes by signal, those that moved most first."""
    groups: dict[tuple[Pillar, str], list[ShownCause]] = {}
    for cause in causes:
        groups.setdefault((cause.cause.pillar, cause.cause.signal), []).append(cause)
    by_name = {cause.signal: cause for cause in ruled}
    details = [
        SignalDetail(
            pillar=pillar,
            signal=name,
            points=sum(shown.tenths for shown in group),
            before=_amount(change.before, pillar, name),
            after=_amount(change.after, pillar, name),
            causes=tuple(_cause(shown, by_name.get(name)) for shown in group),
        )
        for (pillar, name), group in groups.items()
    ]
    return sorted(details, key=lambda detail: -abs(detail.points))


def _cause(shown: ShownCause, ruled: RuleCause | None) -> DetailCause:
    is_ruled = shown.cause.cause is CauseKind.RULES
    return DetailCause(
        shown.cause.cause, shown.tenths, shown.cause.evidence, ruled if is_ruled else None
    )


def _amount(card: Scorecard, pillar: Pillar, name: str) -> Amount | None:
    found = (s.amount for s in card.signals if (s.pillar, s.name) == (pillar, name))
    return next(found, None)


def _unmoved(
    change: Change, moved: set[tuple[Pillar, str]], pillar: Pillar | None
) -> list[SignalScore]:
    return [
        scored
        for scored in change.after.signals
        if (scored.pillar, scored.name) not in moved and pillar in (None, scored.pillar)
    ]
