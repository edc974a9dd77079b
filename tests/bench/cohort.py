"""Measure how often a cohort shift is found where there is one, and where there is none.

Run ``python tests/bench/cohort.py``; ``--draws`` tells how many members' weeks to simulate for each
figure, ``--json`` prints rows instead of a table. Each figure is the share of weeks, in per cent,
in which ``scoring.cohort`` finds a shift in a team of that size.

A simulated member's reported SSI lies between 20 and 85, around 50. In an ordinary week it moves

- by what own inputs do: a week's own change has tails (Student's t of 4 degrees, scale 0.9 points)
  and something in common (standard deviation 0.4); LinkedIn weighs it by 0.5 to 1.5;
- by what nobody can see: each member has a restlessness of their own (log-normal, median 0.65
  points, times Student's t of 3 degrees), so that in a team of 20 one or two move by 5 or more;
- by a drift of the index itself (standard deviation 0.3 points).

In all, the standard deviation is about 2 points, and half of all members move by 1 or less. Every
other member types whole points, the rest what the page shows, to the hundredth.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from scoring.cohort import Movement, cohort_shift

SIZES = (5, 6, 7, 8, 12, 20, 40, 100, 200)


@dataclass(frozen=True, slots=True)
class Week:
    """What sets a week apart from an ordinary one.

    ``index`` is what the index does to every score, ``inputs`` what all do more or less than usual
    (points), ``restless`` stretches all noise, ``silent`` is the share who do not report, and
    ``unseen`` adds to the weight of inputs what sources do not see.
    """

    index: float = 0.0
    inputs: float = 0.0
    restless: float = 1.0
    silent: float = 0.0
    unseen: float = 0.0


WEEKS = {
    "ordinary": Week(),
    "holiday": Week(inputs=-2.5),
    "restless": Week(restless=1.5),
    "half unseen": Week(inputs=-1.5, unseen=0.75),
    "down 7 %": Week(index=-0.07),
    "up 7 %": Week(index=0.07),
    "down 7 %, a fifth silent": Week(index=-0.07, silent=0.2),
    "down 7 % in a holiday": Week(index=-0.07, inputs=-2.5),
    "down 4 %": Week(index=-0.04),
}


def student(random: Random, degrees: int) -> float:
    """Draw from Student's t: a normal over the root of a chi-squared mean."""
    return random.gauss() / math.sqrt(random.gammavariate(degrees / 2, 2) / degrees)


def movements(random: Random, size: int, week: Week) -> Iterator[Movement]:
    """Simulate a team's week."""
    drift = random.gauss(0, 0.3)
    together = week.inputs + random.gauss(0, 0.4)
    for _ in range(size):
        if random.random() < week.silent:
            continue
        before = 20 + 65 * random.betavariate(2.2, 2.6)
        own = together + 0.9 * week.restless * student(random, 4)
        seen = random.uniform(0.5, 1.5) + week.unseen
        noise = 0.65 * week.restless * random.lognormvariate(0, 0.5) * student(random, 3)
        after = (before + drift + seen * own + noise) * (1 + week.index)
        decimals = random.choice((0, 2))
        typed = [round(100 * round(score, decimals)) for score in (before, after)]
        yield Movement(typed[0], typed[1] - typed[0], round(100 * own))


def found(size: int, week: Week, draws: int) -> float:
    """Measure the share of weeks in which a shift is found, in per cent."""
    random = Random(f"{size} {week}")  # noqa: S311 - these weeks guard no secret
    weeks = max(1, draws // size)
    shifts = sum(cohort_shift(movements(random, size, week)) is not None for _ in range(weeks))
    return 100 * shifts / weeks


def table(rows: list[dict[str, float]]) -> str:
    """Write rows as a table in Markdown."""
    lines = [rows[0].keys(), ["---:"] * len(rows[0])]
    for row in rows:
        size, *shares = row.values()
        lines.append([str(size), *(f"{share:.2f}" for share in shares)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> int:
    """Measure all weeks for all sizes and print them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--draws", type=int, default=200_000)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--weeks", nargs="*", choices=WEEKS, default=tuple(WEEKS))
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    rows = [
        {"team": size} | {name: found(size, WEEKS[name], asked.draws) for name in asked.weeks}
        for size in asked.sizes
    ]
    print(json.dumps(rows) if asked.json else table(rows))  # noqa: T201 - the output of a command
    return 0


if __name__ == "__main__":
    sys.exit(main())
