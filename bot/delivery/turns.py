"""Turns: whose delivery is next, and whether a workspace's Slack may be called for it now."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from heapq import heapify, heappop, heappush
from time import monotonic

from bot.clock import Clock
from bot.storage.pace import Call, Pace
from bot.storage.tables import Delivery

MOST_A_MINUTE = 240
"""Slack takes "several hundred" messages a minute of a workspace."""

A_MINUTE = timedelta(minutes=1)


def fairly(
    deliveries: Iterable[Delivery], seconds: Callable[[], float] = monotonic
) -> Iterator[Delivery]:
    """Give the next delivery of the workspace whose turns have taken the least time so far.

    So a workspace whose Slack is slow delays each other by no more than the time that this has had
    itself. Within a workspace the order stays.
    """
    queues: dict[int, deque[Delivery]] = {}
    for delivery in deliveries:
        queues.setdefault(delivery.workspace_id, deque()).append(delivery)
    turns = [(0.0, 0, workspace_id) for workspace_id in queues]
    heapify(turns)
    while turns:
        used, had, workspace_id = heappop(turns)
        began = seconds()
        yield queues[workspace_id].popleft()
        if queues[workspace_id]:
            heappush(turns, (used + seconds() - began, had + 1, workspace_id))


class Allowance:
    """Tells which calls a workspace's Slack takes now; made anew for each round of deliveries.

    What was begun and which pauses hold stands in the database, so all processes keep to it; what
    is not allowed once is not asked for again in the round.
    """

    def __init__(self, pace: Pace, clock: Clock) -> None:
        """Allow by what was begun within a minute, and by the pauses that Slack asked for."""
        self._pace = pace
        self._clock = clock
        self._over: set[tuple[int, Call]] = set()

    def allows(self, workspace_id: int, call: Call) -> bool:
        """Whether such a call may be made."""
        if (workspace_id, call) not in self._over and self._is_over(workspace_id, call):
            self._over.add((workspace_id, call))
        return (workspace_id, call) not in self._over

    def pause(self, workspace_id: int, call: Call, pause: timedelta) -> None:
        """Remember for all processes that Slack asked for patience."""
        self._pace.pause(workspace_id, call, self._clock() + pause)
        self._over.add((workspace_id, call))

    def _is_over(self, workspace_id: int, call: Call) -> bool:
        now = self._clock()
        if call in self._pace.paused(workspace_id, now):
            return True
        begun = self._pace.begun_since(workspace_id, now - A_MINUTE) if call is Call.POST else 0
        return begun >= MOST_A_MINUTE
