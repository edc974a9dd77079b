"""Scores and changes as plain JSON, for programs: on a terminal and from the API alike."""

from scoring.model import Change, Pillar, Scorecard
from scoring.reference import Reference

Figures = dict[str, object]
"""A JSON object; points are decimal numbers."""


def decimal(hundredths: int) -> float:
    """Turn hundredths of a point into a decimal number of points."""
    return hundredths / 100


def score_json(member: str, card: Scorecard, reference: Reference) -> Figures:
    """Give a member's score with its signals."""
    return {
        "member": member,
        "rulebook": card.rulebook,
        "reference": str(reference),
        **_card(card),
        "signals": [
            {
                "signal": line.name,
                "pillar": line.pillar.value,
                "points": decimal(line.points),
                "cap": decimal(line.cap),
                "value": line.amount.value,
                "of": line.amount.of,
                "observed": line.observed,
            }
            for line in card.signals
        ],
    }


def change_json(member: str, change: Change, reference: Reference) -> Figures:
    """Give a change with its causes, whose points sum to the delta."""
    return {
        "member": member,
        "from": _card(change.before),
        "to": _card(change.after),
        "delta": decimal(change.points),
        "causes": [
            {
                "pillar": cause.pillar.value,
                "signal": cause.signal,
                "cause": cause.cause.value,
                "points": decimal(cause.points),
                "evidence": [
                    {
                        "kind": item.kind.label,
                        "amount": item.amount,
                        "first": item.first.isoformat(),
                        "last": item.last.isoformat(),
                    }
                    for item in cause.evidence
                ],
            }
            for cause in change.causes
        ],
        "reference": str(reference),
    }


def _card(card: Scorecard) -> Figures:
    return {
        "day": card.day.isoformat(),
        "score": decimal(card.points),
        "pillars": {pillar.value: decimal(card.pillar_points(pillar)) for pillar in Pillar},
    }
