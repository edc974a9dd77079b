"""One call to Slack at a time: post a message under its key, or look whether it is there.

Each call tells exactly what is known of it afterwards. Only Slack's own word, a named error in its
JSON, counts as a refusal; a server's failure, a timeout or a broken connection leaves it in doubt
whether the message was taken.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from http import HTTPStatus
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.answers.upkeep.rollout import Rollout
from bot.messages.message import Message, plain

EVENT_TYPE = "openssi_delivery"
SETTLE = timedelta(seconds=60)
"""How long after a call has ended Slack may take to show a message that it took."""

BEGINS_WITHIN = timedelta(seconds=10)
"""How long after it was noted a call may begin: a process that was frozen meanwhile is too late."""

PAGE = 200
PATIENCE_SECONDS = 30
"""How long to wait when Slack asks for patience and does not say how much."""

LIMITS = frozenset({"ratelimited", "rate_limited"})
INVALID_BLOCKS = "invalid_blocks"
NO_LEAVE = frozenset(
    {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"}
)
"""Errors that say nothing of the message: who installs the app again is let in again."""

UNSURE = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable"})
"""Errors of which Slack says that some of the work may have been done."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message goes: a channel, or a thread in it."""

    channel_id: str
    thread_ts: str | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """The message is in the channel, under this timestamp."""

    ts: str


@dataclass(frozen=True, slots=True)
class Absent:
    """The message is not in the channel."""


@dataclass(frozen=True, slots=True)
class Limited:
    """Nothing was done; Slack asks to try again after so many seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was done, and trying again would not help: Slack's name of the error."""

    error: str


@dataclass(frozen=True, slots=True)
class InDoubt:
    """It may or may not have been done; the reason is for the log."""

    reason: str


@dataclass(frozen=True, slots=True)
class Barred:
    """Nothing was done: Slack does not take the token now; its name of the error."""

    error: str


Setback = Limited | Refused | Barred | InDoubt


class Poster:
    """Posts messages that can be found again by their key."""

    def __init__(self, client: WebClient, rollout: Rollout, settle: timedelta = SETTLE) -> None:
        """Post by this client, in the form that each workspace takes.

        The client must never repeat a call by itself: slack_sdk's default handlers post again when
        a connection breaks, though Slack may have taken the message by then.
        ``certain_after`` is how long after `post` began its fate can be told from the channel.
        """
        self._client = client
        self._rollout = rollout
        self.certain_after = timedelta(seconds=2 * client.timeout) + settle

    def post(
        self,
        workspace_id: int,
        place: Place,
        key: str,
        message: Message,
        in_time: Callable[[], bool],
    ) -> Accepted | Setback:
        """Post a message, plainly where the workspace takes no tables yet.

        ``in_time`` is asked in the last moment whether a call may begin; one that is not made is
        in doubt as one whose answer is lost, for somebody else may have posted the message.
        """
        form, simple = self._rollout.form(workspace_id, message), plain(message)
        outcome = self._post(place, key, form, in_time)
        if outcome == Refused(INVALID_BLOCKS) and form != simple:
            outcome = self._post(place, key, simple, in_time)
            if isinstance(outcome, Accepted):
                self._rollout.refused(workspace_id)
        return outcome

    def find(self, place: Place, key: str, since: datetime) -> Accepted | Absent | Setback:
        """Look for the message of a key among those of a channel, or thread, since an instant."""
        cursor: str | None = None
        while True:
            page = _attempt(
                self._reader(place),
                channel=place.channel_id,
                include_all_metadata=True,
                oldest=f"{since.timestamp():.6f}",
                limit=PAGE,
                cursor=cursor,
            )
            if not isinstance(page, SlackResponse):
                return page
            for message in page["messages"]:
                if _key(message) == key:
                    return Accepted(str(message["ts"]))
            cursor = (page.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return Absent()

    def _reader(self, place: Place) -> Callable[..., SlackResponse]:
        """Give the method that lists what is in a place: Slack keeps replies out of histories."""
        if place.thread_ts is None:
            return self._client.conversations_history
        return partial(self._client.conversations_replies, ts=place.thread_ts)

    def _post(
        self, place: Place, key: str, message: Message, in_time: Callable[[], bool]
    ) -> Accepted | Setback:
        if not in_time():
            return InDoubt("too late to begin")
        posted = _attempt(
            self._client.chat_postMessage,
            channel=place.channel_id,
            thread_ts=place.thread_ts,
            text=message.text,
            blocks=message.blocks,
            metadata={"event_type": EVENT_TYPE, "event_payload": {"key": key}},
        )
        return Accepted(str(posted["ts"])) if isinstance(posted, SlackResponse) else posted


def _attempt(method: Callable[..., SlackResponse], **arguments: object) -> SlackResponse | Setback:
    try:
        return method(**arguments)
    except SlackApiError as error:
        return _setback(error.response)
    except (OSError, HTTPException) as error:
        return InDoubt(repr(error))


def _setback(response: SlackResponse) -> Setback:
    """Tell what an answer other than "ok" means.

    An ``error`` that is no identifier is slack_sdk's own words about a body that is not JSON.
    """
    error = str(response.get("error") or "")
    if response.status_code == HTTPStatus.TOO_MANY_REQUESTS or error in LIMITS:
        return Limited(_retry_after(response.headers))
    if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR or error in UNSURE:
        return InDoubt(f"HTTP {response.status_code} {error}")
    if error in NO_LEAVE:
        return Barred(error)
    return Refused(error) if error.isidentifier() else InDoubt(error)


def _retry_after(headers: Mapping[str, str]) -> int:
    said = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    return int(said) if said.isdecimal() else PATIENCE_SECONDS


def _key(message: Mapping[str, object]) -> str | None:
    match message.get("metadata"):
        case {"event_type": str(kind), "event_payload": {"key": str(key)}} if kind == EVENT_TYPE:
            return key
    return None
