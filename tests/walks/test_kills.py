"""Senders that are killed at random moments lose no digest and double none.

The same count finds the loss or the doubling of senders that are wrong on purpose.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.bench.kills import Trial, try_out

TRIALS = (
    Trial(replicas=2, kills=8, digests=24, speed=40),
    Trial(sender="row-lock", kills=12, digests=20, speed=40),
    Trial(sender="mark-first", kills=12, digests=20, speed=40),
    Trial(sender="never-looks", kills=6, digests=20, speed=40),
    Trial(sender="default-retries", kills=0, digests=60, speed=40),
)
"""Enough for each fault to show; all run at the same time, for most of a trial is waiting."""


def test_kills_lose_and_double_nothing_and_the_count_finds_senders_that_are_wrong(
    tmp_path: Path,
) -> None:
    folders = [tmp_path / trial.sender for trial in TRIALS]
    for folder in folders:
        folder.mkdir()
    with ThreadPoolExecutor(len(TRIALS)) as pool:
        right, *wrong = pool.map(try_out, TRIALS, folders)

    assert (right["ends"], right["lost"], right["doubled"]) == ({"sent": 24}, 0, 0)
    assert {
        trial.sender: (found["lost"] != 0, found["doubled"] != 0)
        for trial, found in zip(TRIALS[1:], wrong, strict=True)
    } == {
        "row-lock": (False, True),
        "mark-first": (True, False),
        "never-looks": (False, True),
        "default-retries": (False, True),
    }
