"""Sends what is owed, effectively once.

Before Slack is called, "sending" is committed with the attempt, its owner and a lease: the HTTP
timeouts and the settle time together. If the answer comes, it decides. If it is lost, or the
process is, nobody touches the delivery until the lease has passed; then the channel is looked
through for the delivery's key, and only if it is not there is the message sent again.

Within a channel nothing overtakes what is due before it: see `Deliveries.waiting`.

This is *effectively* once, for it assumes that
- the token may read the channel's history (``channels:history``, ``groups:history``,
  ``im:history``); where it may not, the workspace chooses between maybe twice and maybe not at all;
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
from time import monotonic

import structlog

from bot.answers.upkeep.lateness import is_too_late
from bot.clock import Clock
from bot.delivery.poster import (
    BEGINS_WITHIN,
    Absent,
    Accepted,
    Barred,
    InDoubt,
    Limited,
    Place,
    Poster,
    Refused,
)
from bot.delivery.turns import Allowance, fairly
from bot.incident import Incident
from bot.messages.message import Message
from bot.storage import Store
from bot.storage.deliveries import OUR_FAULT, DeliveryState
from bot.storage.pace import Call
from bot.storage.tables import Delivery
from bot.storage.times import from_epoch, to_epoch

AFTER_A_FAULT = timedelta(minutes=5)
"""How long to leave a delivery alone that could not be handled for a fault of our own."""

WHEN_BARRED = timedelta(minutes=5)
"""How long to leave a delivery alone for which Slack does not take the token."""

UNVERIFIED = "unverified:"
"""Precedes an error where the message may have been posted, but could not be looked for."""

MAY_NOT_LOOK = frozenset({"missing_scope", "no_permission", "not_allowed_token_type"})
"""Slack's names for a history that the bot may not read, though it may post there."""

MOST_ATTEMPTS_UNSEEN = 5
"""Where nothing can be looked for, a message is posted so many times at most."""

ROUND_SECONDS = 30.0
"""A round begins nothing more after this: a tick has other work, and the next comes at once."""

NO_ANSWER = "no_answer"
"""The error of what could not be looked for as long as it was worth it: Slack did not answer."""

RATE_LIMITED = "ratelimited"
"""The problem of what waits because Slack asked for patience."""

CLOCKS_DIFFER = timedelta(hours=1)

log = structlog.get_logger()


class Dispatcher:
    """Sends due deliveries, and clears up those whose fate is unknown."""

    def __init__(
        self,
        store: Store,
        poster_of: Callable[[int], Poster | None],
        render: Callable[[Delivery], Message | None],
        on_failure: Callable[[Delivery, str], None],
        clock: Clock,
    ) -> None:
        """Make a dispatcher.

        Args:
            store: where it stands what is owed, and what a workspace chose.
            poster_of: gives the way to a workspace's Slack; None where there is none now, and what
                is owed there stays owed.
            render: makes a delivery's message; None means that there is nothing to say, and the
                delivery is skipped.
            on_failure: is told of a delivery that Slack refused for good, or that was left out in
                doubt, and Slack's name of the error, after `UNVERIFIED` where it may have been
                posted. It is called at most once.
            clock: tells the time when an attempt begins, which may be long after its tick.
        """
        self._deliveries = store.deliveries
        self._workspaces = store.workspaces
        self._pace = store.pace
        self._poster_of = poster_of
        self._render = render
        self._on_failure = on_failure
        self._clock = clock
        self._owner = secrets.token_hex(8)
        self._finishing = Event()

    def finish(self) -> None:
        """Begin no other delivery; what is under way comes to its end, and so does its lease."""
        self._finishing.set()

    def dispatch(self, now: datetime) -> None:
        """Go one round: act on what may be acted on now, on one delivery a channel.

        Slack takes about one message a second in a channel; a second one waits for the next round.
        """
        allowance = Allowance(self._pace, self._clock)
        ends_at = monotonic() + ROUND_SECONDS
        for delivery in fairly(self._deliveries.waiting(now)):
            if self._finishing.is_set() or monotonic() > ends_at:
                return
            with Incident("delivery_not_handled", **_ids(delivery)) as incident:
                self._act(delivery, allowance)
            if incident.happened:
                self._deliveries.advance(
                    delivery, not_before=self._in(AFTER_A_FAULT), problem=OUR_FAULT
                )

    def _act(self, delivery: Delivery, allowance: Allowance) -> None:
        """Send, or look for, what its workspace's Slack takes a call for now."""
        poster = self._poster_of(delivery.workspace_id)
        if poster is None:
            return
        is_ready = delivery.state == DeliveryState.READY
        call, act = (Call.POST, self._send) if is_ready else (Call.LOOK, self._verify)
        if allowance.allows(delivery.workspace_id, call):
            patience = act(delivery, poster)
            if patience:
                allowance.pause(delivery.workspace_id, call, patience)

    def _send(self, delivery: Delivery, poster: Poster) -> timedelta | None:
        """Send a delivery; tell how long Slack asked for patience, if it did."""
        if self._is_too_late(delivery):
            self._end(delivery, DeliveryState.SKIPPED, problem="too_late")
            return None
        message = self._render(delivery)
        if message is None:
            self._end(delivery, DeliveryState.SKIPPED, problem="nothing_to_say")
            return None
        begins_before = self._clock() + BEGINS_WITHIN
        taken = self._deliveries.advance(
            delivery,
            state=DeliveryState.SENDING,
            attempt=delivery.attempt + 1,
            owner=self._owner,
            lease_until=self._in(poster.certain_after),
            begun_at=self._in(timedelta()),
            problem=None,
        )
        if taken is None:
            return None
        outcome = poster.post(
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
            case Limited() | Barred():
                problem = outcome.error if isinstance(outcome, Barred) else RATE_LIMITED
                self._make_ready(taken, _patience(outcome), problem)
                return _patience(outcome)
            case Refused(error):
                self._fail(taken, DeliveryState.FAILED, error)
            case InDoubt(reason):
                self._deliveries.advance(taken, state=DeliveryState.VERIFY, problem=reason)
        return None

    def _verify(self, delivery: Delivery, poster: Poster) -> timedelta | None:
        """Look for a message of unknown fate, now that its lease has passed; tell as `_send`."""
        taken = self._deliveries.advance(
            delivery,
            state=DeliveryState.VERIFY,
            owner=self._owner,
            lease_until=self._in(poster.certain_after),
        )
        if taken is None:
            return None
        since = from_epoch(taken.due_at) - CLOCKS_DIFFER
        outcome = poster.find(_place(taken), key_of(taken), since)
        log.info("delivery_looked_for", outcome=repr(outcome), **_ids(taken))
        match outcome:
            case Accepted(ts):
                self._end(taken, DeliveryState.SENT, ts=ts)
            case Absent():
                self._make_ready(taken, timedelta())
            case Limited() | Barred():
                self._deliveries.advance(taken, lease_until=self._in(_patience(outcome)))
                return _patience(outcome)
            case Refused(error) if self._is_posted_unseen(taken, error):
                self._make_ready(taken, timedelta())
            case Refused(error):
                self._fail(taken, DeliveryState.UNKNOWN, UNVERIFIED + error)
            case InDoubt() if self._is_too_late(taken):
                self._fail(taken, DeliveryState.UNKNOWN, UNVERIFIED + NO_ANSWER)
            case InDoubt(reason):
                self._deliveries.advance(taken, problem=reason)
        return None

    def _is_too_late(self, delivery: Delivery) -> bool:
        workspace = self._workspaces.get(delivery.workspace_id)
        return is_too_late(delivery, workspace, self._clock())

    def _is_posted_unseen(self, delivery: Delivery, error: str) -> bool:
        """Whether what cannot be looked for is posted again: the workspace's choice, in bounds."""
        chosen = self._workspaces.get(delivery.workspace_id).posts_in_doubt
        return chosen and error in MAY_NOT_LOOK and delivery.attempt < MOST_ATTEMPTS_UNSEEN

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

    def _make_ready(self, delivery: Delivery, delay: timedelta, problem: str | None = None) -> None:
        self._deliveries.advance(
            delivery,
            state=DeliveryState.READY,
            owner=None,
            lease_until=None,
            not_before=self._in(delay),
            problem=problem,
        )

    def _fail(self, delivery: Delivery, state: DeliveryState, error: str) -> None:
        if self._end(delivery, state, problem=error):
            self._on_failure(delivery, error)

    def _in(self, delay: timedelta) -> int:
        return to_epoch(self._clock() + delay)


def _patience(asked: Limited | Barred) -> timedelta:
    """Tell how long a workspace's Slack is to be left alone."""
    return timedelta(seconds=asked.seconds + 1) if isinstance(asked, Limited) else WHEN_BARRED


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
