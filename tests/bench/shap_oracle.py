"""Ask ``shap``'s exact explainer for the Shapley values that attribution must agree with.

Run ``uv run --with shap==0.51.0 python tests/bench/shap_oracle.py > tests/data/shap/exact.jsonl``;
``tests/scoring/test_oracle.py`` compares. What is recorded is shap's answers, because shap brings
numba, pandas, scipy and scikit-learn, 450 MB in all, and takes four seconds to import.

Shapley values pay each player the mean of what its coming adds over all orders; attribution pays
along a straight path instead (``scoring.attribution``). The two must agree where the worth is a
straight line for all coalitions, and where all players are alike, whatever kinks there are.
"""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from random import Random

import numpy as np
import shap
from numpy.typing import NDArray

Floats = NDArray[np.float64]

CAP = 1000
CASES_OF_A_SORT = 12
# By signal: the window, then target and cap by the January rules and by the November rules of 2026.
RULES = {
    "posts": (90, 12, 600, 18, 600),
    "comments": (90, 40, 800, 40, 900),
    "reactions": (28, 60, 400, 60, 250),
    "searches": (28, 40, 500, 40, 650),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A signal's move: amounts are (value, of), where ``of`` is 0 for a count."""

    sort: str
    target: float
    minimum: int
    start: tuple[int, int]
    movers: list[tuple[int, int]]

    @property
    def is_rate(self) -> bool:
        """Whether the amounts are of a rate."""
        return self.sort.startswith("rate")


def exact(worth: Callable[[Floats], Floats], players: int) -> list[float]:
    """Give the exact Shapley values of a game; a row of ``worth``'s argument is a coalition."""
    nobody = shap.maskers.Independent(np.zeros((1, players)))
    values = shap.explainers.Exact(worth, nobody)(np.ones((1, players))).values
    return [round(float(value), 9) + 0.0 for value in values[0]]


def shares(case: Case) -> list[float]:
    """Give the exact Shapley values of a signal's movers."""
    movers = np.array(case.movers)

    def worth(coalitions: Floats) -> Floats:
        value, of = (np.array(case.start) + coalitions @ movers).T
        base = np.maximum(of, case.minimum) if case.is_rate else 1
        return CAP * np.minimum(1, value / base / case.target)

    return exact(worth, len(case.movers))


def rules_and_activity(signal: str, before: int, after: int) -> list[float]:
    """Give the exact Shapley values of changed rules and changed activity."""
    _, old_target, old_cap, new_target, new_cap = RULES[signal]

    def worth(coalitions: Floats) -> Floats:
        rules, activity = coalitions.T.astype(bool)
        amount = np.where(activity, after, before)
        old, new = amount / old_target, amount / new_target
        return np.where(rules, new_cap * np.minimum(1, new), old_cap * np.minimum(1, old))

    return exact(worth, 2)


def cases(random: Random) -> Iterator[Case]:
    """Give cases of every sort in which the two must agree."""
    for _ in range(CASES_OF_A_SORT):
        some = [random.randint(-6, 6) for _ in range(random.randint(2, 5))]
        yield Case("count on a line", random.randint(70, 90), 1, (35, 0), [(n, 0) for n in some])
        yield Case("count above its cap", random.randint(1, 30), 1, (70, 0), [(n, 0) for n in some])
        alike = random.choice((-9, -4, -1, 2, 5, 11))
        target = random.randint(20, 60)
        yield Case("count of alike movers", target, 1, (50, 0), [(alike, 0)] * random.randint(2, 5))
        yield Case("rate below its minimum", 0.9, 120, (32, 40), [(n, 6 - n) for n in some])
        yield Case("rate of one denominator", 0.7, 10, (40, 100), [(n, 0) for n in some])
        alike_rate = random.randint(0, 4), random.randint(-2, 15)
        yield Case("rate of alike movers", 0.4, 40, (12, 30), [alike_rate] * random.randint(2, 5))


def main() -> int:
    """Print all cases with shap's answers."""
    random = Random(1953)  # noqa: S311 - these cases guard no secret; the year is Shapley's
    moves = [asdict(case) | {"shares": shares(case)} for case in cases(random)]
    revisions = [
        {"signal": signal, "window": window, "before": before, "after": after}
        | {"shares": rules_and_activity(signal, before, after)}
        for signal, (window, *_) in RULES.items()
        for before in (0, 7, 16, 38, 70)
        for after in (0, 9, 17, 45, 80)
    ]
    print(json.dumps({"shap": shap.__version__}))  # noqa: T201 - the output of a command
    for answer in moves + revisions:
        print(json.dumps(answer))  # noqa: T201 - as above
    return 0


if __name__ == "__main__":
    sys.exit(main())
