"""Replies: a context becomes a message, and goes where only those who may see it do."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus

from slack_sdk import WebClient, WebhookClient
from slack_sdk.errors import SlackApiError

from bot.answers.upkeep.rollout import Rollout
from bot.messages.contexts import Context
from bot.messages.contexts.agent import Rated
from bot.messages.render import Message, plain, render
from bot.slack.computing import waiting
from bot.slack.patience import Patience, hurried
from bot.slack.readers import Readers
from bot.slack.streams import Stream
from bot.slack.trust import trusted

INVALID_BLOCKS = "invalid_blocks"
LIMITS = frozenset({"ratelimited", "rate_limited"})
CLOSED = frozenset({"channel_not_found", "is_archived", "not_in_channel", "user_not_in_channel"})
"""Slack's names for a channel in which an answer cannot be shown to who asked."""


UNEDITABLE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
"""Slack's names for a message that cannot be changed any more."""


def is_direct(channel_id: str) -> bool:
    """Whether a channel is a direct message, which only the two in it can read."""
    return channel_id.startswith("D")


def open_dm(client: WebClient, slack_id: str) -> str:
    """Open the bot's DM with somebody, and give its channel id."""
    return str(client.conversations_open(users=slack_id)["channel"]["id"])


def reason(error: SlackApiError) -> str:
    """Give Slack's name of what went wrong."""
    return str(error.response.get("error") or "")


class Replies:
    """Speaks to one workspace: to its people in private, and to its channels."""

    def __init__(
        self, client: WebClient, rollout: Rollout, workspace_id: int | None, readers: Readers
    ) -> None:
        """Speak by a client, in the readers' languages.

        The rollout tells which blocks the workspace takes.
        """
        self.client = client
        self._rollout = rollout
        self._workspace_id = workspace_id
        self._readers = readers

    def tell(
        self, channel_id: str, slack_id: str, context: Context, thread_ts: str | None = None
    ) -> None:
        """Tell somebody what concerns nobody else: openly in a DM, elsewhere for their eyes only.

        Where that cannot be in the channel, it is in their DM. The answer to a question in words is
        streamed into its thread in a DM.
        """
        message = render(context, language=self._readers.language_of(slack_id))
        if is_direct(channel_id):
            streams = thread_ts is not None and isinstance(context, Rated)
            if not (streams and self._streamed(channel_id, str(thread_ts), message)):
                self._send(partial(self._post, channel_id, thread_ts), message)
            return

        def show(form: Message) -> None:
            self.client.chat_postEphemeral(
                channel=channel_id,
                user=slack_id,
                text=form.text,
                blocks=form.blocks,
                thread_ts=thread_ts,
            )

        try:
            self._send(show, message)
        except SlackApiError as error:
            if reason(error) not in CLOSED:
                raise
            self._send(partial(self._post, open_dm(self.client, slack_id), None), message)

    def edit(self, place: tuple[str, str], slack_id: str, context: Context) -> None:
        """Put something in the place of what a message in a DM says; post it where that is gone.

        The place is a channel and the ts of its message.
        """
        message, (channel_id, ts) = (
            render(context, language=self._readers.language_of(slack_id)),
            place,
        )
        try:
            self._send(partial(self._update, channel_id, ts), message)
        except SlackApiError as error:
            if reason(error) not in UNEDITABLE:
                raise
            self._send(partial(self._post, channel_id, None), message)

    def respond(self, response_url: str, slack_id: str, context: Context) -> None:
        """Answer a command where it was typed, for the eyes of who did, or else in their DM."""
        message = render(context, language=self._readers.language_of(slack_id))
        try:
            self._send(partial(_respond, response_url), message)
        except (SlackApiError, OSError):
            self._send(partial(self._post, open_dm(self.client, slack_id), None), message)

    def announce(self, channel_id: str, context: Context, thread_ts: str | None = None) -> None:
        """Post what a whole channel may read, perhaps in a thread."""
        message = render(context, language=self._readers.language_in(channel_id))
        self._send(partial(self._post, channel_id, thread_ts), message)

    def _streamed(self, channel_id: str, thread_ts: str, message: Message) -> bool:
        """Stream a message; where Slack will not take it so, nothing of it stays."""
        stream = Stream(hurried(self.client), channel_id, thread_ts)
        try:
            self._send(stream.show, message)
        except (SlackApiError, OSError):
            stream.withdraw()
            return False
        return True

    def _post(self, channel_id: str, thread_ts: str | None, message: Message) -> None:
        self.client.chat_postMessage(
            channel=channel_id, text=message.text, blocks=message.blocks, thread_ts=thread_ts
        )

    def _update(self, channel_id: str, ts: str, message: Message) -> None:
        self.client.chat_update(channel=channel_id, ts=ts, text=message.text, blocks=message.blocks)

    def _send(self, send: Callable[[Message], None], message: Message) -> None:
        """Send a message in the form that the workspace takes, and remember which that is."""
        form, simple = self._rollout.form(self._workspace_id, message), plain(message)
        try:
            send(form)
        except SlackApiError as error:
            if reason(error) != INVALID_BLOCKS or form == simple:
                raise
            send(simple)
            self._rollout.refused(self._workspace_id)


def _respond(response_url: str, message: Message) -> None:
    webhook = WebhookClient(response_url, ssl=trusted(), retry_handlers=[Patience()])
    with waiting():
        answer = webhook.send(text=message.text, blocks=message.blocks, response_type="ephemeral")
    if answer.status_code != HTTPStatus.OK or '"ok":false' in answer.body:
        error = INVALID_BLOCKS if INVALID_BLOCKS in answer.body else answer.body
        refused = {"error": error}
        raise SlackApiError("refused", refused)  # type: ignore[no-untyped-call]
