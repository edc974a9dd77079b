"""The cast of the demo: a sales team of eight, its manager and an admin, none of them real."""

from dataclasses import dataclass
from enum import StrEnum

WORKSPACE_NAME = "Larkfield Software"
TEAM_NAME = "Mid-Market Sales"
GENERAL = "general"
TEAM_CHANNEL = "sales-social"
ZONE = "Europe/Amsterdam"
"""The time zone of the workspace and of the team's digest."""


class Role(StrEnum):
    """What somebody is in the demo; only members are scored."""

    MEMBER = "member"
    MANAGER = "manager"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the demo workspace.

    ``story`` says in a sentence what can be seen of the person there, and ``ask`` what to type to
    see it; ``locale`` is that of the person's Slack.
    """

    slack_id: str
    handle: str
    name: str
    title: str
    zone: str
    role: Role
    story: str
    ask: str = "/ssi why"
    locale: str = "en-US"

    @property
    def email(self) -> str:
        """An address that no mail can reach."""
        return f"{self.handle}@example.com"

    @property
    def is_scored(self) -> bool:
        """Whether the person is one of the team's members."""
        return self.role is Role.MEMBER

    @property
    def is_admin(self) -> bool:
        """Whether the person may set up teams for others in Slack."""
        return self.role is Role.ADMIN

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels that the person is in."""
        return (GENERAL,) if self.is_admin else (GENERAL, TEAM_CHANNEL)


MAYA = Person(
    slack_id="U0MAYA0001",
    handle="maya",
    name="Maya Okafor",
    title="Senior Account Executive",
    zone="Europe/Amsterdam",
    role=Role.MEMBER,
    story="Does what she always does, and yet fell: a busy week three months ago left the window.",
)
JONAS = Person(
    slack_id="U0JONAS002",
    handle="jonas",
    name="Jonas Weber",
    title="Account Executive",
    zone="Europe/Amsterdam",
    role=Role.MEMBER,
    story="Writes to more and more people, and fewer of them answer.",
)
PRIYA = Person(
    slack_id="U0PRIYA003",
    handle="priya",
    name="Priya Raman",
    title="Sales Development Representative",
    zone="Europe/Amsterdam",
    role=Role.MEMBER,
    story="Does a little more each week, and climbs.",
)
TOMAS = Person(
    slack_id="U0TOMAS004",
    handle="tomas",
    name="Tomáš Dvořák",
    title="Account Executive",
    zone="Europe/Prague",
    role=Role.MEMBER,
    story="Lived off saved searches, which no longer count under the rules of November.",
    ask="/ssi why since 1 November",
)
NOUR = Person(
    slack_id="U0NOUR0005",
    handle="nour",
    name="Nour Haddad",
    title="Sales Development Representative",
    zone="Europe/Amsterdam",
    role=Role.MEMBER,
    story="Joined two weeks ago, so there is little to go by yet.",
)
LUCAS = Person(
    slack_id="U0LUCAS006",
    handle="lucas",
    name="Lucas Ferreira",
    title="Account Manager",
    zone="America/Chicago",
    role=Role.MEMBER,
    story="Was on the road two weeks ago, and brought in what he did there three days ago.",
)
GRACE = Person(
    slack_id="U0GRACE007",
    handle="grace",
    name="Grace Whitfield",
    title="Enterprise Account Executive",
    zone="America/Chicago",
    role=Role.MEMBER,
    story="Works in Sales Navigator, but has not connected it: part of her score cannot be seen.",
    ask="/ssi me",
)
SUNHEE = Person(
    slack_id="U0SUNHEE08",
    handle="sunhee",
    name="Park Sun-hee",
    title="Principal Account Executive",
    zone="America/Chicago",
    role=Role.MEMBER,
    story="Leads the board; a full pillar gets no more of the same. Her Slack is in German.",
    ask="/ssi me",
    locale="de-DE",
)
INGRID = Person(
    slack_id="U0INGRID09",
    handle="ingrid",
    name="Ingrid Solberg",
    title="Head of Mid-Market Sales",
    zone="Europe/Amsterdam",
    role=Role.MANAGER,
    story="Manages the team and is not scored; she may see every member.",
    ask="/ssi team",
)
MATEO = Person(
    slack_id="U0MATEO010",
    handle="mateo",
    name="Mateo Rossi",
    title="IT Operations",
    zone="Europe/Amsterdam",
    role=Role.ADMIN,
    story="Looks after Slack. He sees nobody's score.",
    ask="/ssi help",
)

CAST = (MAYA, JONAS, PRIYA, TOMAS, NOUR, LUCAS, GRACE, SUNHEE, INGRID, MATEO)
