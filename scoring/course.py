"""The course of a score from day to day: what nothing moved is not scored again."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from scoring.model import Kind, Scorecard, SignalScore
from scoring.rulebook import Rulebook
from scoring.score import score_signal
from scoring.window import History, arrivals, departures, tally_of


def course(
    rulebook: Rulebook, history: History, days: Iterable[date], observed: AbstractSet[Kind]
) -> Iterator[Scorecard]:
    """Score a member at the end of each day, as `scoring.score.score` does.

    Args:
        rulebook: The rules to score all these days by.
        history: What is known of the member.
        days: The days; they need not follow each other, but it is quickest if they do.
        observed: The kinds that the member's connected sources can show.
    """
    turns = [
        sorted(arrivals(signal, history) | departures(signal, history))
        for signal in rulebook.signals
    ]
    passed: dict[str, int] = {}
    lines: dict[str, SignalScore] = {}
    for day in days:
        for signal, its_turns in zip(rulebook.signals, turns, strict=True):
            turn = bisect_right(its_turns, day)
            if passed.get(signal.name) != turn:
                passed[signal.name] = turn
                lines[signal.name] = score_signal(signal, tally_of(signal, history, day), observed)
        yield Scorecard(day, rulebook.version, tuple(lines.values()))
