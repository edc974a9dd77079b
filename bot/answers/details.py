"""*Show details*: every cause of a change with the activities behind it, grouped by signal."""

from collections.abc import Iterable
from datetime import date

from bot.answers import rules
from bot.answers.desk import Desk, person
from bot.answers.scores import move
from bot.answers.why import Span
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
) -> Details:
    """Give all that is behind a member's change of score, or of one pillar, to a reader.

    Raises:
        NotFound: nothing is known of the member yet.
    """
    change = move(desk, member, span.first, span.last).change
    shown = shown_change(change)
    causes = [cause for cause in shown.causes if pillar in (None, cause.cause.pillar)]
    after = shown.after.pillars[pillar] if pillar else shown.after.total
    total = shown.pillars[pillar] if pillar else shown.total
    ruled = rules.line(desk, change, causes)
    signals = _signals(change, causes, ruled.causes if ruled else ())
    unmoved = _unmoved(change, {(detail.pillar, detail.signal) for detail in signals}, pillar)
    return Details(
        person=None if reader == member.slack_id else person(member),
        pillar=pillar,
        first=span.first,
        last=span.last,
        before=after - total,
        after=after,
        rulebook=change.after.rulebook,
        signals=tuple(signals),
        still=tuple(scored.name for scored in unmoved if scored.observed),
        unseen=tuple(scored.name for scored in unmoved if not scored.observed),
        today=today,
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
