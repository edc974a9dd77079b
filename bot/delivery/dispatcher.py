"""Sends what is owed, effectively once.

Before Slack is called, "sending" is committed with the attempt, its owner and a lease: the HTTP
timeouts and the settle time together. If the answer comes, it decides. If it is lost, or the
process is, nobody touches the delivery until the lease has passed; then the channel is looked
through for the delivery's key, and only if it is not there is the message sent again.

This is *effectively* once, for it assumes that
- the token may read the channel's history (``channels:history``, ``groups:history``);
- a call that is under way ends, and a message that Slack has taken is shown, within the lease; a
  process that is frozen before its call makes none after `BEGINS_WITHIN`, one that is frozen while
  it writes the request would be too late;
- nobody deletes the message within that time;
- clocks of one database's dispatchers differ by less than the settle time, and from Slack's by less
  than `CLOCKS_DIFFER`.
"""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event

import structlog

from bot.clock import Clock
from bot.delivery.poster import (
    BEGINS_WITHIN,
    Absent,
    Accepted,
    InDoubt,
    Limited,
    Place,
    Poster,
    Refused,
)
from bot.incident import Incident
from bot.messages.message import Message
from bot.storage.deliveries import Deliveries, DeliveryState
from bot.storage.tables import Delivery
from bot.storage.times import from_epoch, to_epoch

MOST_LATE = timedelta(days=6)
"""What is later than this is skipped: a weekly message's next turn is about to come."""

AFTER_A_FAULT = timedelta(minutes=5)
"""How long to leave a delivery alone that could not be handled for a fault of our own."""

UNVERIFIED = "unverified:"
"""Precedes an error where the message may have been posted, but could not be looked for."""

CLOCKS_DIFFER = timedelta(hours=1)

log = structlog.get_logger()


class Dispatcher:
    """Sends due deliveries, and clears up those whose fate is unknown."""

    def __init__(
        self,
        deliveries: Deliveries,
        poster: Poster,
        render: Callable[[Delivery], Message | None],
        on_failure: Callable[[Delivery, str], None],
        clock: Clock,
    ) -> None:
        """Make a dispatcher.

        Args:
            deliveries: what is owed.
            poster: the way to Slack.
            render: makes a delivery's message; None means that there is nothing to say, and the
                delivery is skipped.
            on_failure: is told of a delivery that Slack refused for good, and Slack's name of the
                error, after `UNVERIFIED` where it may have been posted. It is called at most once.
            clock: tells the time when an attempt begins, which may be long after its tick.
        """
        self._deliveries = deliveries
        self._poster = poster
        self._render = render
        self._on_failure = on_failure
        self._clock = clock
        self._owner = secrets.token_hex(8)
        self._finishing = Event()

    def finish(self) -> None:
        """Begin no other delivery; what is under way comes to its end, and so does its lease."""
        self._finishing.set()

    def dispatch(self, now: datetime) -> None:
        """Act on every delivery that may be acted on now, on one a channel.

        Slack takes about one message a second in a channel; a second one waits for the next call.
        """
        first_of_channel: dict[str, Delivery] = {}
        for delivery in self._deliveries.waiting(now):
            first_of_channel.setdefault(delivery.channel_id, delivery)
        for delivery in first_of_channel.values():
            if self._finishing.is_set():
                return
            with Incident("delivery_not_handled", **_ids(delivery)) as incident:
                if delivery.state == DeliveryState.READY:
                    self._send(delivery)
                else:
                    self._verify(delivery)
            if incident.happened:
                self._deliveries.advance(delivery, not_before=self._in(AFTER_A_FAULT))

    def _send(self, delivery: Delivery) -> None:
        if self._clock() - from_epoch(delivery.due_at) > MOST_LATE:
            self._end(delivery, DeliveryState.SKIPPED, problem="too_late")
            return
        message = self._render(delivery)
        if message is None:
            self._end(delivery, DeliveryState.SKIPPED, problem="nothing_to_say")
            return
        begins_before = self._clock() + BEGINS_WITHIN
        taken = self._deliveries.advance(
            delivery,
            state=DeliveryState.SENDING,
            attempt=delivery.attempt + 1,
            owner=self._owner,
            lease_until=self._in(self._poster.certain_after),
        )
        if taken is None:
            return
        outcome = self._poster.post(
            taken.workspace_id,
            _place(taken),
            key_of(taken),
            message,
            in_time=lambda: self._clock() < begins_before,
        )
        log.info("delivery_posted", outcome=repr(outcome), **_ids(taken))
        match outcome:
            case Accepted(ts):
                self._end(taken, DeliveryState.SENT, ts=ts)
            case Limited(seconds):
                self._make_ready(taken, timedelta(seconds=seconds + 1))
            case Refused(error):
                self._fail(taken, error)
            case InDoubt(reason):
                self._deliveries.advance(taken, state=DeliveryState.VERIFY, problem=reason)

    def _verify(self, delivery: Delivery) -> None:
        """Look for a message of unknown fate, now that its lease has passed."""
        taken = self._deliveries.advance(
            delivery,
            state=DeliveryState.VERIFY,
            owner=self._owner,
            lease_until=self._in(self._poster.certain_after),
        )
        if taken is None:
            return
        since = from_epoch(taken.due_at) - CLOCKS_DIFFER
        outcome = self._poster.find(_place(taken), key_of(taken), since)
        log.info("delivery_looked_for", outcome=repr(outcome), **_ids(taken))
        match outcome:
            case Accepted(ts):
                self._end(taken, DeliveryState.SENT, ts=ts)
            case Absent():
                self._make_ready(taken, timedelta())
            case Limited(seconds):
                self._deliveries.advance(
                    taken, lease_until=self._in(timedelta(seconds=seconds + 1))
                )
            case Refused(error):
                self._fail(taken, UNVERIFIED + error)
            case InDoubt(reason):
                self._deliveries.advance(taken, problem=reason)

    def _end(
        self,
        delivery: Delivery,
        state: DeliveryState,
        *,
        ts: str | None = None,
        problem: str | None = None,
    ) -> bool:
        ended = self._deliveries.advance(
            delivery, state=state, owner=None, lease_until=None, sent_ts=ts, problem=problem
        )
        if ended is None:
            log.warning("delivery_taken_over", **_ids(delivery))
        return ended is not None

    def _make_ready(self, delivery: Delivery, delay: timedelta) -> None:
        self._deliveries.advance(
            delivery,
            state=DeliveryState.READY,
            owner=None,
            lease_until=None,
            not_before=self._in(delay),
        )

    def _fail(self, delivery: Delivery, error: str) -> None:
        if self._end(delivery, DeliveryState.FAILED, problem=error):
            self._on_failure(delivery, error)

    def _in(self, delay: timedelta) -> int:
        return to_epoch(self._clock() + delay)


def key_of(delivery: Delivery) -> str:
    """Name a delivery in its message's metadata."""
    return f"{delivery.workspace_id}/{delivery.kind}/{delivery.period}/{delivery.channel_id}"


def _place(delivery: Delivery) -> Place:
    return Place(delivery.channel_id, delivery.thread_ts)


def _ids(delivery: Delivery) -> dict[str, int | str]:
    return {
        "workspace_id": delivery.workspace_id,
        "team_id": delivery.team_id or 0,
        "delivery": key_of(delivery),
    }
