"""The gate: where too much waits already, a request is refused before anything is done for it.

Bolt asks it once Slack's signature is known to be right, over HTTP and in Socket Mode alike.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import TypedDict

from slack_bolt import Ack, BoltResponse

from bot.measures import TURNED_AWAY
from bot.slack.departures import DEPARTURES, Departure
from bot.slack.reception import Reception
from bot.slack.workers import Workers

CLICK = "block_actions"


class Knock(TypedDict, total=False):
    """What the gate reads of a request; a command has its fields side by side, and no type."""

    type: str
    event: Departure
    command: str
    team_id: str
    user_id: str


class Gate:
    """Lets a request in while there is room for more work."""

    def __init__(self, workers: Workers, reception: Reception) -> None:
        """Ask these workers for room; the reception knows how to say that there is none."""
        self._workers = workers
        self._reception = reception

    def let_in(self, body: Knock, ack: Ack, next_: Callable[[], BoltResponse]) -> BoltResponse:
        """Let a request in, or refuse it in a way that Slack, or a person, understands.

        A command is told so in its acknowledgement. Slack shows a warning beside a button whose
        click is refused, and sends an event again. What is done while Slack waits, such as a form
        that was filled in, needs no worker, and is always let in.
        """
        if not _needs_a_worker(body) or self._workers.have_room:
            return next_()
        TURNED_AWAY.inc()
        if "command" not in body:
            return BoltResponse(status=HTTPStatus.SERVICE_UNAVAILABLE)
        busy = self._reception.busy(body["team_id"], body["user_id"])
        return ack(text=busy.text, blocks=busy.blocks, response_type="ephemeral")


def _needs_a_worker(body: Knock) -> bool:
    if "event" in body:
        return body["event"]["type"] not in DEPARTURES
    return "command" in body or body.get("type") == CLICK
