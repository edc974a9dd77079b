"""The echo: what of a question its answer is about, and what it had to leave out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.messages.contexts import (
    Board,
    Compare,
    Context,
    Details,
    Echoed,
    Me,
    Next,
    OtherRules,
    Outlook,
    Plan,
    StandStill,
    TeamReport,
    Tips,
    Trend,
    WhatIf,
    Why,
)
from bot.messages.contexts.managing import Coaching
from bot.messages.contexts.score import PastScore
from bot.understanding import Question


@dataclass(frozen=True, slots=True)
class Scope:
    """What an answer can be about: named past days, a pillar, a signal.

    None where this makes no difference to it: a plan reads its day and its signals itself.
    """

    days: bool | None = False
    pillar: bool | None = False
    signal: bool | None = False


_CHANGES = Scope(days=True, pillar=True, signal=True)
_SCORES = Scope(days=True, pillar=True)
_TEAMS = Scope(days=True)
_STEPS = Scope(pillar=True)
_PLANS = Scope(days=None, signal=None)

_SCOPES: Mapping[type[Context], Scope] = {
    Why: _CHANGES,
    Details: _CHANGES,
    Me: _SCORES,
    PastScore: _SCORES,
    Trend: _SCORES,
    Compare: _SCORES,
    Board: _TEAMS,
    TeamReport: _TEAMS,
    Next: _STEPS,
    Tips: _STEPS,
    Outlook: Scope(),
    Coaching: Scope(pillar=True),
    Plan: _PLANS,
    WhatIf: _PLANS,
    OtherRules: _PLANS,
    StandStill: _PLANS,
}
"""What the answers about scores can be about; no other one is echoed."""


def echo(answer: Context, question: Question, today: date) -> Context:
    """Add to an answer what was understood of a question, where that names anything."""
    scope = _SCOPES.get(type(answer))
    if scope is None:
        return answer
    period, pillar = question.period, question.pillar
    signal = None if question.signal in (None, pillar) else question.signal
    knows_signal = scope.signal and getattr(answer, "signal", None) == signal
    echoed = Echoed(
        answer=answer,
        days=(period.first, period.last) if period and scope.days else None,
        pillar=pillar if scope.pillar else None,
        signal=signal if knows_signal else None,
        days_left_out=bool(period) and scope.days is False,
        left_out=tuple(
            name
            for name, lost in (
                (pillar, scope.pillar is False),
                (signal, scope.signal is not None and not knows_signal),
            )
            if name and lost
        ),
        today=today,
    )
    says = echoed.days or echoed.pillar or echoed.signal or echoed.days_left_out or echoed.left_out
    return echoed if says else answer
