"""Senders that are killed at random moments lose no digest and double none.

The same count finds the loss or the doubling of senders that are wrong on purpose.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from tests.bench.kills import AGAIN, LEAVE_OUT, Trial, try_out

RIGHT = Trial(replicas=2, kills=8, digests=24, speed=40)
UNSEEN = (
    Trial(no_history=AGAIN, kills=2, digests=6, speed=40),
    Trial(no_history=LEAVE_OUT, kills=2, digests=6, speed=40),
)
"""Where nothing can be looked for, the workspace's choice tells what does not happen."""

WRONG = {
    Trial(sender="row-lock", kills=12, digests=20, speed=40): "doubled",
    Trial(sender="mark-first", kills=12, digests=20, speed=40): "lost",
    Trial(sender="never-looks", kills=6, digests=20, speed=40): "doubled",
    Trial(sender="default-retries", kills=0, digests=60, speed=40): "doubled",
}
"""What each fault brings about; all run at the same time, for most of a trial is waiting."""

TRIES = 6
"""Kills fall where they fall: a fault that showed in none of so many trials is not found."""


def is_found(trial: Trial, fault: str, folder: Path) -> bool:
    """Kill a wrong sender until the count tells of its fault."""
    for seed in range(TRIES):
        place = folder / f"{trial.sender}-{seed}"
        place.mkdir()
        if try_out(replace(trial, seed=seed), place)[fault]:
            return True
    return False


def folder(above: Path, trial: Trial) -> Path:
    """Make an empty folder for a trial."""
    made = above / str(trial.no_history)
    made.mkdir()
    return made


def test_kills_lose_and_double_nothing_and_the_count_finds_senders_that_are_wrong(
    tmp_path: Path,
) -> None:
    with ThreadPoolExecutor(len(WRONG) + len(UNSEEN) + 1) as pool:
        counting = pool.submit(try_out, RIGHT, tmp_path)
        unseen = [pool.submit(try_out, trial, folder(tmp_path, trial)) for trial in UNSEEN]
        finding = {
            trial.sender: pool.submit(is_found, trial, fault, tmp_path)
            for trial, fault in WRONG.items()
        }

    right = counting.result()
    assert (right["ends"], right["lost"], right["doubled"]) == ({"sent": 24}, 0, 0)
    again, left_out = (counted.result() for counted in unseen)
    assert (again["lost"], left_out["doubled"]) == (0, 0)
    assert {sender: found.result() for sender, found in finding.items()} == dict.fromkeys(
        finding, True
    )
