"""A scene of the gallery: one message or view as it comes to somebody of the demo's team."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.answers.asker import Asker
from bot.answers.asking.conversation import replies_to, replies_to_command
from bot.answers.desk import Desk
from bot.answers.turn import Turn
from bot.cli.demo import TEAM_CHANNEL_ID
from bot.cli.stage import Stage
from bot.messages import contexts as c
from bot.messages.contexts.agent import Rated
from bot.messages.render import template_name
from bot.storage.tables import Member, Team
from bot.workspace.seed.people import INGRID, MAYA, TEAM_NAME, Person
from scoring.rulebook import Rulebook, shipped
from tests.walks.browser import MONDAY

TODAY = MONDAY.date()
SUNDAY = TODAY - timedelta(days=1)
"""The last day of the week that the digest of Monday tells of."""

ONLY = 1
"""The number of the demo's workspace."""

REFERENCE = "2026-11/42/7f3a9c1e"


class Place(StrEnum):
    """Where a message or view is seen."""

    PRIVATE = "only for the reader, in the channel"
    DIRECT = "direct message"
    CHANNEL = "channel"
    MODAL = "modal"
    HOME = "App Home"
    PROMPTS = "suggested questions"
    STATUS = "status line"


@dataclass(frozen=True, slots=True)
class Seeded:
    """The demo's team, of which answers are asked as the bot asks them."""

    stage: Stage

    def desk(self, rulebooks: tuple[Rulebook, ...] = (), now: datetime = MONDAY) -> Desk:
        """Give the desk of the moment; ``rulebooks`` are those besides the shipped ones."""
        store = self.stage.store
        return Desk(store, (*shipped(), *rulebooks), store.workspaces.get(ONLY), now)

    def asker(self, person: Person) -> Asker:
        """Give a person as Slack describes who asks."""
        return Asker(person.slack_id, person.name, person.email, person.zone, person.is_admin)

    def turn(self, person: Person, text: str) -> Turn:
        """Let a person say something in the team's channel."""
        return Turn(self.desk(), self.asker(person), TEAM_CHANNEL_ID, text)

    def member(self, person: Person) -> Member:
        """Find a person among the members."""
        found = self.stage.store.members.by_slack_id(ONLY, person.slack_id)
        if found is None:
            raise LookupError(f"{person.name} is no member")
        return found

    def team(self) -> Team:
        """Find the team."""
        return next(
            team
            for team in self.stage.store.teams.managed_by(ONLY, INGRID.slack_id)
            if team.name == TEAM_NAME
        )


Make = Callable[[Seeded], c.Context]


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: which message, when it comes, who reads it where, and how it is made.

    ``variant`` tells apart scenes of one context; ``on_phone`` those that are also taken as a phone
    shows them.
    """

    shows: type[c.Context]
    when: str
    make: Make
    place: Place = Place.PRIVATE
    reader: Person = MAYA
    variant: str = ""
    on_phone: bool = False

    @property
    def name(self) -> str:
        """The name of the scene's pictures."""
        kind = template_name(self.shows).removesuffix(".j2")
        return f"{kind}-{self.variant}" if self.variant else kind


def made(scene: Scene, seeded: Seeded) -> c.Context:
    """Make what a scene shows, without what stands around it, unless the scene is of that.

    Raises:
        TypeError: something else came out.
    """
    context = scene.make(seeded)
    while isinstance(context, Rated | c.Echoed) and not isinstance(context, scene.shows):
        context = context.answer
    if type(context) is not scene.shows:
        raise TypeError(f"{scene.name}: {type(context).__name__} came out, {context}")
    return context


def prepare(seeded: Seeded) -> None:
    """Let happen what scenes tell of: Maya's consent that her manager sees more."""
    maya, until = seeded.member(MAYA).member_id, MONDAY + timedelta(days=30)
    seeded.stage.store.consents.ask(ONLY, maya, INGRID.slack_id, MONDAY)
    seeded.stage.store.consents.answer(ONLY, maya, INGRID.slack_id, until=until)


def typed(text: str, person: Person = MAYA) -> Make:
    """Answer what somebody types after `/ssi`."""
    return lambda seeded: replies_to_command(seeded.turn(person, text))[0]()


def asked(text: str, person: Person = MAYA) -> Make:
    """Answer what somebody asks in words."""
    return lambda seeded: replies_to(seeded.turn(person, text))[0]()


def given(context: c.Context) -> Make:
    """Show a context that is written down."""
    return lambda _seeded: context


def there(context: c.Context | None) -> c.Context:
    """Insist that there is something to show."""
    if context is None:
        raise LookupError("the demo's team has nothing of this kind")
    return context


def person(someone: Person) -> c.Person:
    """Name somebody of the demo as messages do."""
    return c.Person(someone.name, someone.slack_id)


def days_ago(days: int) -> date:
    """Give the date so many days before the demo's today."""
    return TODAY - timedelta(days=days)
