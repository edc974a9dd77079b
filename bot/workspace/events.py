"""The Events API: wraps what happened, sends it to the bot, and tries again as Slack does."""

import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from bot.workspace.line import Line, Request, Retry
from bot.workspace.model import Bot
from bot.workspace.shapes import JSONObject, text_of

RETRY_SECONDS = (0.0, 60.0, 300.0)
"""How long after each failed attempt the next one is made.

Source: https://docs.slack.dev/apis/events-api, "Retries": nearly at once, then after one minute,
then after five.
"""


class Events:
    """Sends events to the bot in the background, a few at a time.

    Args:
        bot: Says which events are wanted.
        team_id: The workspace's id.
        line: Carries the requests.
        clock: Dates the events.
        retry_seconds: The waits before the further attempts.
    """

    def __init__(
        self,
        bot: Bot,
        team_id: str,
        line: Line,
        *,
        clock: Callable[[], datetime],
        retry_seconds: tuple[float, ...] = RETRY_SECONDS,
    ) -> None:
        self._bot = bot
        self._team_id = team_id
        self._line = line
        self._clock = clock
        self._retry_seconds = retry_seconds
        self._idle = threading.Condition()
        self._under_way = 0
        self._timers: set[threading.Timer] = set()
        self._closed = False
        self._workers = ThreadPoolExecutor(max_workers=4, thread_name_prefix="events")

    def send(self, event: JSONObject, subscription: str) -> None:
        """Send an event if the bot subscribed to it and is there to hear it."""
        if not self._bot.hears(subscription) or not self._line.connected:
            return
        request = Request("events_api", text_of(event.get("type")), self._wrapped(event))
        with self._idle:
            if self._closed:
                return
            self._under_way += 1
            self._workers.submit(self._attempt, request, None)

    def wait_idle(self, timeout: float) -> bool:
        """Wait until every event has been taken or given up; tell whether that came in time."""
        with self._idle:
            return self._idle.wait_for(lambda: self._under_way == 0, timeout)

    def close(self) -> None:
        """Give up what is waiting and let what is under way end."""
        with self._idle:
            self._closed = True
            timers = tuple(self._timers)
        for timer in timers:
            timer.cancel()
        self._workers.shutdown(cancel_futures=True)

    def _wrapped(self, event: JSONObject) -> JSONObject:
        return {
            "token": self._bot.verification_token,
            "team_id": self._team_id,
            "api_app_id": self._bot.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": f"Ev{secrets.token_hex(5).upper()}",
            "event_time": int(self._clock().timestamp()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": self._team_id,
                    "user_id": self._bot.user_id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": False,
            "event_context": f"4-{secrets.token_hex(8)}",
        }

    def _attempt(self, request: Request, retry: Retry | None) -> None:
        answer = self._line.call(request, retry)
        number = retry.number if retry else 0
        if answer.error and not answer.no_retry and number < len(self._retry_seconds):
            self._again(request, Retry(number + 1, answer.error), self._retry_seconds[number])
        else:
            self._ended()

    def _again(self, request: Request, retry: Retry, wait: float) -> None:
        if wait == 0:
            self._attempt(request, retry)
            return

        def go() -> None:
            with self._idle:
                self._timers.discard(timer)
                if not self._closed:
                    self._workers.submit(self._attempt, request, retry)

        timer = threading.Timer(wait, go)
        timer.daemon = True
        with self._idle:
            if not self._closed:
                self._timers.add(timer)
                timer.start()

    def _ended(self) -> None:
        with self._idle:
            self._under_way -= 1
            self._idle.notify_all()
