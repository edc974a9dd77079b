"""Settling: a test waits until everything that the bot was asked for is done."""

from threading import Barrier

from bot.slack.computing import waiting
from bot.slack.workers import AT_ONCE, Workers

PATIENCE = 10.0
"""Seconds to wait for the bot before something is wrong."""


def settle(workers: Workers) -> None:
    """Wait until the workers have done what they were given: all of them meet."""
    all_free = Barrier(AT_ONCE + 1)

    def meet() -> None:
        with waiting():
            all_free.wait(PATIENCE)

    for _ in range(AT_ONCE):
        workers.take(meet)
    all_free.wait(PATIENCE)
