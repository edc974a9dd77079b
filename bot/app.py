"""The composition root: wires the store, Slack, delivery and the clock into one bot."""

from dataclasses import dataclass
from functools import partial

from flask import Flask
from pydantic import SecretStr
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from bot.answers.desk import Desk
from bot.answers.owed import content
from bot.answers.rulebooks import rulebooks_of
from bot.clock import Clock
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.heads_ups import HeadsUps
from bot.delivery.nightly import score_nights
from bot.delivery.nudges import plan_nudges
from bot.delivery.planner import plan_digests
from bot.delivery.poster import Poster, posting_client
from bot.delivery.rule_notices import plan_rule_notices
from bot.delivery.shift_notes import ShiftNotes
from bot.delivery.ticker import Ticker
from bot.errors import NotReady
from bot.messages.contexts import DeliveryFailed
from bot.messages.render import Message, render
from bot.settings import Settings
from bot.slack.downloads import Downloads
from bot.slack.http import http_app
from bot.slack.listeners import register
from bot.slack.reception import Reception
from bot.slack.replies import open_dm, tell
from bot.storage import Database, Store
from bot.storage.schema import migrate, require_current
from bot.storage.tables import Delivery


@dataclass(frozen=True, slots=True)
class Bot:
    """The parts that run: Slack's requests come to `web` or through `socket`; `ticker` works."""

    store: Store
    web: Flask
    ticker: Ticker
    socket: SocketModeHandler | None

    def start(self) -> None:
        """Begin to tick, and in Socket Mode to listen."""
        self.ticker.start()
        if self.socket:
            self.socket.connect()  # type: ignore[no-untyped-call]

    def stop(self) -> None:
        """Finish what is under way, and close what is open."""
        if self.socket:
            self.socket.close()  # type: ignore[no-untyped-call]
        self.ticker.stop()
        self.store.database.close()


def open_store(settings: Settings) -> Store:
    """Open the database; an SQLite one is brought up to date, others are left to `ssi migrate`.

    Raises:
        NotReady: migrations are missing.
    """
    database = Database(settings.database_url)
    if database.is_sqlite:
        migrate(database)
    require_current(database)
    return Store(database)


def build(settings: Settings, clock: Clock, store: Store) -> Bot:
    """Wire the bot.

    Raises:
        NotReady: a token or the signing secret is missing; the sentence names it.
    """
    token = _required(settings.slack_bot_token, "SLACK_BOT_TOKEN")
    secret = settings.slack_signing_secret
    if settings.slack_app_token is None:
        secret = _required(secret, "SLACK_SIGNING_SECRET")
    client = WebClient(
        token.get_secret_value(),
        base_url=settings.slack_api_url,
        retry_handlers=[RateLimitErrorRetryHandler(max_retry_count=2)],
    )
    bolt = App(
        client=client,
        signing_secret=secret.get_secret_value() if secret else None,
        process_before_response=True,
        token_verification_enabled=False,
    )
    register(bolt, Reception(store, clock), Downloads(token, settings.slack_api_url))
    return Bot(
        store=store,
        web=http_app(bolt),
        ticker=_ticker(settings, clock, store, client),
        socket=_socket(settings, bolt),
    )


def _ticker(settings: Settings, clock: Clock, store: Store, client: WebClient) -> Ticker:
    """Make the background work: what is owed is written down, sent; nights are scored."""
    dispatcher = Dispatcher(
        deliveries=store.deliveries,
        poster=Poster(posting_client(client.token or "", settings.slack_api_url)),
        render=lambda delivery: _message(store, clock, delivery),
        on_failure=lambda delivery, error: _tell_of_failure(store, client, delivery, error),
        clock=clock,
    )
    dm_with = partial(open_dm, client)
    return Ticker(
        {
            "score_nights": lambda now: score_nights(store, now),
            "plan_rule_notices": lambda now: plan_rule_notices(store, now, dm_with),
            "plan_nudges": lambda now: plan_nudges(store, now, dm_with),
            "plan_heads_ups": HeadsUps(store, dm_with).plan,
            "plan_shift_notes": ShiftNotes(store, dm_with).plan,
            "plan_digests": lambda now: plan_digests(store.deliveries, now),
            "dispatch": dispatcher.dispatch,
        },
        clock,
    )


def _message(store: Store, clock: Clock, delivery: Delivery) -> Message | None:
    workspace = store.workspaces.get(delivery.workspace_id)
    rulebooks = rulebooks_of(store, workspace.workspace_id)
    context = content(Desk(store, rulebooks, workspace, clock()), delivery)
    return render(context) if context else None


def _tell_of_failure(store: Store, client: WebClient, delivery: Delivery, error: str) -> None:
    """Tell who set a team up that its digest could not be posted, and the way out."""
    team = store.teams.get(delivery.workspace_id, delivery.team_id or 0)
    if team is not None:
        dm = open_dm(client, team.set_up_by)
        failed = DeliveryFailed(team.name, delivery.channel_id, error)
        tell(client, dm, team.set_up_by, failed)


def _socket(settings: Settings, bolt: App) -> SocketModeHandler | None:
    if settings.slack_app_token is None:
        return None
    token = settings.slack_app_token.get_secret_value()
    web_client = WebClient(token, base_url=settings.slack_api_url)
    return SocketModeHandler(bolt, token, web_client=web_client)


def _required(secret: SecretStr | None, name: str) -> SecretStr:
    if secret is None:
        raise NotReady(f"{name} is not set. `ssi doctor` tells what is needed, and where it is.")
    return secret
