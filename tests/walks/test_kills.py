"""A sender that is killed at random moments loses no digest and doubles none.

The same count finds the loss or the doubling of senders that are wrong on purpose.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TRIAL = Path(__file__).parents[1] / "bench" / "kills.py"


def counts(*arguments: str) -> dict[str, int]:
    run = subprocess.run(
        [sys.executable, str(TRIAL), *arguments], capture_output=True, text=True, check=False
    )
    assert run.returncode in {0, 1}, run.stderr
    return json.loads(run.stdout)


def test_25_kills_lose_and_double_nothing() -> None:
    found = counts("--kills", "25", "--digests", "60")

    assert (found["kills"], found["ends"]) == (25, {"sent": 60})
    assert (found["lost"], found["doubled"]) == (0, 0)


@pytest.mark.parametrize(
    ("flaw", "kills", "loses", "doubles"),
    [
        ("sent_first", 12, True, False),
        ("never_looks", 12, False, True),
        ("default_retries", 0, False, True),
    ],
)
def test_the_count_finds_a_sender_that_is_wrong(
    flaw: str, kills: int, *, loses: bool, doubles: bool
) -> None:
    found = counts("--kills", str(kills), "--digests", "30", "--flaw", flaw)

    assert (found["lost"] > 0, found["doubled"] > 0) == (loses, doubles)
