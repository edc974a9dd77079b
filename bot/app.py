"""The composition root: wires the store, Slack, delivery and the clock into one bot."""

from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from flask import Flask
from pydantic import SecretStr
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.answers.asking.feedback import forget_old_feedback
from bot.answers.asking.thread import forget_old
from bot.answers.data.pending import forget_previews
from bot.answers.desk import Desk
from bot.answers.rules.rulebooks import rulebooks_of
from bot.answers.upkeep.owed import content
from bot.answers.upkeep.rollout import Rollout
from bot.api import api
from bot.clock import Clock
from bot.delivery.consents import plan_consents
from bot.delivery.decisions import plan_decisions
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.drifts import plan_drifts
from bot.delivery.figures import Figures
from bot.delivery.heads_ups import HeadsUps
from bot.delivery.nightly import score_nights
from bot.delivery.notes import plan_notes
from bot.delivery.nudges import plan_nudges
from bot.delivery.planner import plan_digests
from bot.delivery.poster import Poster, posting_client
from bot.delivery.retention import Retention
from bot.delivery.rule_notices import plan_rule_notices
from bot.delivery.shift_notes import ShiftNotes
from bot.delivery.stories import plan_stories
from bot.delivery.ticker import Ticker
from bot.errors import NotReady
from bot.messages.languages import FALLBACK
from bot.messages.render import Message, render
from bot.settings import Settings
from bot.slack.downloads import Downloads
from bot.slack.homes import Homes
from bot.slack.http import Watch, http_app
from bot.slack.imports import FileImports
from bot.slack.listeners import register
from bot.slack.patience import Patience
from bot.slack.reception import Reception
from bot.slack.replies import open_dm
from bot.slack.undelivered import Undelivered
from bot.storage import Database, Store
from bot.storage.schema import is_new, migrate, require_current, why_not_ready
from bot.storage.tables import Delivery
from bot.understanding.choice import chosen_scorer

ANSWERS_AT_ONCE = 8
"""So many answers are worked on at a time; others wait their turn, acknowledged."""


@dataclass(frozen=True, slots=True)
class Bot:
    """The parts that run.

    Slack's requests come to `web` or through `socket` and are acknowledged there; `workers` answer
    them, and `ticker` works by itself.
    """

    store: Store
    web: Flask
    workers: Executor
    dispatcher: Dispatcher
    ticker: Ticker
    socket: SocketModeHandler | None

    def start(self) -> None:
        """Begin to tick, and in Socket Mode to listen."""
        self.ticker.start()
        if self.socket:
            self.socket.connect()  # type: ignore[no-untyped-call]

    def stop(self) -> None:
        """Finish what is under way, begin nothing else, and close what is open."""
        self.dispatcher.finish()
        if self.socket:
            self.socket.close()  # type: ignore[no-untyped-call]
        self.workers.shutdown()
        self.ticker.stop()
        self.store.database.close()


def open_store(settings: Settings) -> Store:
    """Open the database; an SQLite one, or an empty one, is brought up to date.

    PostgreSQL that holds something is left to `ssi migrate`: other processes are at work on it.

    Raises:
        NotReady: migrations are missing.
    """
    database = Database(settings.database_url)
    try:
        if database.is_sqlite or is_new(database):
            migrate(database)
        require_current(database)
    except NotReady:
        database.close()
        raise
    return Store(database)


def build(settings: Settings, clock: Clock, store: Store) -> Bot:
    """Wire the bot.

    Raises:
        NotReady: a token, the signing secret or the sentence model is missing; it names which.
    """
    chosen_scorer()
    token = _required(settings.slack_bot_token, "SLACK_BOT_TOKEN")
    secret = settings.slack_signing_secret
    if settings.slack_app_token is None:
        secret = _required(secret, "SLACK_SIGNING_SECRET")
    client = WebClient(
        token.get_secret_value(),
        base_url=settings.slack_api_url,
        retry_handlers=[Patience()],
    )
    workers = ThreadPoolExecutor(ANSWERS_AT_ONCE, thread_name_prefix="answer")
    bolt = App(
        client=client,
        signing_secret=secret.get_secret_value() if secret else None,
        process_before_response=True,
        token_verification_enabled=False,
        listener_executor=workers,
    )
    reception, downloads = Reception(store, clock), Downloads(token, settings.slack_api_url)
    register(bolt, reception, downloads)
    dispatcher = _dispatcher(settings, clock, store, client)
    imports = FileImports(reception, downloads, Homes(reception))
    ticker = _ticker(clock, store, client, dispatcher, imports)
    web = http_app(bolt, _watch(settings, clock, store, ticker))
    web.register_blueprint(api(store, clock))
    return Bot(
        store=store,
        web=web,
        workers=workers,
        dispatcher=dispatcher,
        ticker=ticker,
        socket=_socket(settings, bolt),
    )


def _watch(settings: Settings, clock: Clock, store: Store, ticker: Ticker) -> Watch:
    figures = Figures(store.health, ticker.seconds_since, clock)
    return Watch(
        why_not_ready=partial(why_not_ready, store.database),
        figures=figures.page if settings.metrics else None,
    )


def _dispatcher(settings: Settings, clock: Clock, store: Store, client: WebClient) -> Dispatcher:
    rollout = Rollout(store.workspaces, clock)
    return Dispatcher(
        deliveries=store.deliveries,
        poster=Poster(posting_client(client.token or "", settings.slack_api_url), rollout),
        render=lambda delivery: _message(store, clock, delivery),
        on_failure=Undelivered(store, client, rollout).take,
        clock=clock,
    )


def _ticker(
    clock: Clock, store: Store, client: WebClient, dispatcher: Dispatcher, imports: FileImports
) -> Ticker:
    """Make the background work: what is owed is written down, sent; nights are scored."""
    dm_with = partial(open_dm, client)
    homes = Homes(Reception(store, clock))
    return Ticker(
        {
            "score_nights": lambda now: score_nights(store, now),
            "refresh_homes": lambda now: homes.refresh_after_nights(client, now),
            "plan_rule_notices": lambda now: plan_rule_notices(store, now, dm_with),
            "plan_nudges": lambda now: plan_nudges(store, now, dm_with),
            "plan_notes": lambda now: plan_notes(store, now, dm_with),
            "plan_heads_ups": HeadsUps(store, dm_with).plan,
            "plan_shift_notes": ShiftNotes(store, dm_with).plan,
            "plan_consents": lambda now: plan_consents(store, now, dm_with),
            "plan_decisions": lambda now: plan_decisions(store, now, dm_with),
            "plan_drifts": lambda now: plan_drifts(store, now, dm_with),
            "plan_digests": lambda now: plan_digests(store.deliveries, now),
            "plan_stories": lambda now: plan_stories(store, now),
            "forget_questions": lambda now: forget_old(store, now),
            "forget_feedback": lambda now: forget_old_feedback(store, now),
            "tell_interrupted": lambda now: imports.tell_interrupted(client, now),
            "forget_previews": lambda now: forget_previews(store, now),
            "forget_what_is_done": Retention(store).forget,
            "dispatch": dispatcher.dispatch,
        },
        clock,
    )


def _message(store: Store, clock: Clock, delivery: Delivery) -> Message | None:
    workspace = store.workspaces.get(delivery.workspace_id)
    rulebooks = rulebooks_of(store, workspace.workspace_id)
    context = content(Desk(store, rulebooks, workspace, clock()), delivery)
    return render(context, language=_language(store, delivery)) if context else None


def _language(store: Store, delivery: Delivery) -> str:
    """Tell in which language a delivery is read: the member's, or that of the team."""
    if delivery.member_id is not None:
        member = store.members.get(delivery.workspace_id, delivery.member_id)
        return member.language if member else FALLBACK
    team = store.teams.get(delivery.workspace_id, delivery.team_id or 0)
    return team.language if team else FALLBACK


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
