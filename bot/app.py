"""The composition root: wires the store, Slack, delivery and the clock into one bot."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from flask import Flask
from pydantic import SecretStr
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.oauth import OAuthFlow
from slack_sdk import WebClient

from bot.answers.asking.feedback import forget_old_feedback
from bot.answers.asking.thread import forget_old
from bot.answers.data.pending import forget_previews
from bot.answers.desk import Desk
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
from bot.delivery.poster import Poster
from bot.delivery.retention import Retention
from bot.delivery.rule_notices import plan_rule_notices
from bot.delivery.shift_notes import ShiftNotes
from bot.delivery.stories import plan_stories
from bot.delivery.ticker import Ticker
from bot.errors import NotReady
from bot.messages.languages import FALLBACK
from bot.messages.render import Message, render
from bot.settings import Settings
from bot.slack.authority import NO_LEAVE, authority
from bot.slack.clients import Clients, RoundClient
from bot.slack.downloads import Downloads
from bot.slack.gate import Gate
from bot.slack.grants import Grants, OneGrant
from bot.slack.homes import Homes
from bot.slack.http import Watch, http_app
from bot.slack.imports import FileImports
from bot.slack.installed import Installed
from bot.slack.installing import Installs, States, oauth_flow
from bot.slack.listeners import register
from bot.slack.patience import Patience
from bot.slack.reception import Reception
from bot.slack.replies import open_dm
from bot.slack.rounds import Rounds, WorkspaceStep
from bot.slack.seal import Seal
from bot.slack.trust import trusted
from bot.slack.undelivered import Undelivered
from bot.slack.workers import Workers
from bot.storage import Database, Store
from bot.storage.schema import is_new, migrate, require_current, why_not_ready
from bot.storage.tables import Delivery
from bot.understanding.choice import chosen_scorer

Given = TypeVar("Given", str, SecretStr)


@dataclass(frozen=True, slots=True)
class Bot:
    """The parts that run.

    Slack's requests come to `web` or through `socket` and are acknowledged there; `workers` answer
    them, and `ticker` works by itself.
    """

    store: Store
    web: Flask
    workers: Workers
    dispatcher: Dispatcher
    rounds: Rounds
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
        self.rounds.finish()
        if self.socket:
            self.socket.close()  # type: ignore[no-untyped-call]
        self.workers.finish()
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
        NotReady: a token, the signing secret or the sentence model is missing, or settings
            contradict each other; it names which.
    """
    chosen_scorer()
    grants, flow = _grants(settings, clock, store)
    secret = settings.slack_signing_secret
    if settings.slack_app_token is None:
        secret = _required(secret, "SLACK_SIGNING_SECRET")
    workers, reception = Workers(), Reception(store, clock)
    bolt = App(
        client=WebClient(
            base_url=settings.slack_api_url, ssl=trusted(), retry_handlers=[Patience()]
        ),
        signing_secret=secret.get_secret_value() if secret else None,
        process_before_response=True,
        before_authorize=Gate(workers, reception).let_in,
        authorize=authority(grants),  # type: ignore[arg-type]  # it may give none, as Bolt's own do
        user_facing_authorize_error_message=NO_LEAVE,
        oauth_flow=flow,
    )
    downloads = Downloads(settings.slack_api_url)
    register(bolt, reception, downloads, grants, workers)
    clients = Clients(store, grants, settings.slack_api_url)
    dispatcher = _dispatcher(clock, store, clients)
    rounds = _rounds(clock, store, clients, FileImports(reception, downloads, Homes(reception)))
    ticker = _ticker(clock, store, rounds, dispatcher)
    web = http_app(bolt, _watch(settings, clock, store, ticker), flow)
    web.register_blueprint(api(store, clock))
    return Bot(
        store=store,
        web=web,
        workers=workers,
        dispatcher=dispatcher,
        rounds=rounds,
        ticker=ticker,
        socket=_socket(settings, bolt),
    )


def _watch(settings: Settings, clock: Clock, store: Store, ticker: Ticker) -> Watch:
    figures = Figures(store.health, ticker.seconds_since, clock)
    return Watch(
        why_not_ready=partial(why_not_ready, store.database),
        figures=figures.page if settings.metrics else None,
    )


def _grants(settings: Settings, clock: Clock, store: Store) -> tuple[Grants, OAuthFlow | None]:
    """Know by which tokens to act: by the one in the settings, or by those of installs."""
    problem = settings.contradiction()
    if problem:
        raise NotReady(problem)
    url = settings.slack_api_url
    if not settings.is_for_many:
        return OneGrant(_required(settings.slack_bot_token, "SLACK_BOT_TOKEN"), url), None
    _required(settings.encryption_keys, "SSI_ENCRYPTION_KEY")
    installed = Installed(store, Seal(settings.keys))
    flow = oauth_flow(
        _required(settings.slack_client_id, "SLACK_CLIENT_ID"),
        _required(settings.slack_client_secret, "SLACK_CLIENT_SECRET").get_secret_value(),
        Installs(store, installed, clock, url),
        States(store, clock),
        url,
    )
    return installed, flow


def _dispatcher(clock: Clock, store: Store, clients: Clients) -> Dispatcher:
    rollout = Rollout(store.workspaces, clock)

    def poster_of(workspace_id: int) -> Poster | None:
        client = clients.posting(workspace_id)
        return Poster(client, rollout) if client else None

    return Dispatcher(
        store=store,
        poster_of=poster_of,
        render=lambda delivery: _message(store, clock, delivery),
        on_failure=Undelivered(store, clients, rollout).take,
        clock=clock,
    )


def _rounds(clock: Clock, store: Store, clients: Clients, imports: FileImports) -> Rounds:
    """Make the work at each workspace: what is owed is written down, and what changed is shown."""
    homes, heads_ups, shift_notes = (
        Homes(Reception(store, clock)),
        HeadsUps(store),
        ShiftNotes(store),
    )
    steps: dict[str, WorkspaceStep] = {
        "refresh_homes": lambda number, client, now: homes.refresh_after_night(client, number, now),
        "plan_rule_notices": _planning(partial(plan_rule_notices, store)),
        "plan_nudges": _planning(partial(plan_nudges, store)),
        "plan_notes": _planning(partial(plan_notes, store)),
        "plan_heads_ups": _planning(heads_ups.plan),
        "plan_shift_notes": _planning(shift_notes.plan),
        "plan_consents": _planning(partial(plan_consents, store)),
        "plan_decisions": _planning(partial(plan_decisions, store)),
        "plan_drifts": _planning(partial(plan_drifts, store)),
        "plan_digests": lambda number, _, now: plan_digests(store.deliveries, number, now),
        "plan_stories": lambda number, _, now: plan_stories(store, number, now),
        "tell_interrupted": lambda number, client, now: imports.tell_interrupted(
            client, number, now
        ),
    }
    return Rounds(store, clients, steps, clock)


def _planning(plan: Callable[[int, datetime, Callable[[str], str]], None]) -> WorkspaceStep:
    """Make a step of planning direct messages, whose channels are opened by a client."""

    def step(workspace_id: int, client: RoundClient, now: datetime) -> None:
        plan(workspace_id, now, partial(open_dm, client))

    return step


def _ticker(clock: Clock, store: Store, rounds: Rounds, dispatcher: Dispatcher) -> Ticker:
    """Make the background work: nights are scored, workspaces visited, and what is owed is sent."""
    return Ticker(
        {
            "score_nights": lambda _: score_nights(store, clock),
            "go_round": rounds.go,
            "forget_questions": lambda now: forget_old(store, now),
            "forget_feedback": lambda now: forget_old_feedback(store, now),
            "forget_previews": lambda now: forget_previews(store, now),
            "forget_what_is_done": Retention(store).forget,
            "dispatch": dispatcher.dispatch,
        },
        clock,
    )


def _message(store: Store, clock: Clock, delivery: Delivery) -> Message | None:
    context = content(Desk.of(store, delivery.workspace_id, clock()), delivery)
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


def _required(secret: Given | None, name: str) -> Given:
    if secret is None:
        raise NotReady(f"{name} is not set. `ssi doctor` tells what is needed, and where it is.")
    return secret
