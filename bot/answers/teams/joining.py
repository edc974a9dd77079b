"""Setting a team up, joining it and leaving it."""

from dataclasses import replace
from functools import cache
from zoneinfo import available_timezones

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.calendar import first_due
from bot.errors import BadInput, NotAllowed, NotFound
from bot.messages.contexts import Joined, Left, Setup, TeamReady
from bot.storage.tables import Member, Team
from bot.storage.teams import TeamPlan

MONDAY = 0
NINE_O_CLOCK = 9 * 60


def setup(desk: Desk, asker: Asker, channel_id: str) -> Setup:
    """Fill the set-up of a channel's team with what it has, or with what most teams want.

    Raises:
        NotAllowed: the channel has a team, and the asker is neither its manager nor an admin.
    """
    team = desk.store.teams.by_channel(desk.workspace_id, channel_id)
    if team is None:
        return Setup(
            channel_id=channel_id,
            name="",
            managers=(asker.slack_id,),
            weekday=MONDAY,
            minute=NINE_O_CLOCK,
            zone=asker.zone,
            zones=zones(),
        )
    _require_setter(desk, asker, team)
    return Setup(
        channel_id=channel_id,
        name=team.name,
        managers=tuple(desk.store.teams.managers(desk.workspace_id, team.team_id)),
        weekday=team.digest_weekday,
        minute=team.digest_minute,
        zone=team.zone,
        zones=zones(),
        counts_links=team.counts_links,
    )


@cache
def zones() -> tuple[str, ...]:
    """List the time zones that people know by their city, such as Europe/Berlin."""
    regions = {"Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe"}
    regions |= {"Indian", "Pacific"}
    named = (zone for zone in available_timezones() if zone.split("/")[0] in regions)
    return ("UTC", *sorted(named))


def set_up(desk: Desk, asker: Asker, plan: TeamPlan) -> TeamReady:
    """Make a channel's team, or change it.

    Raises:
        BadInput: a wish cannot be met; the sentence says which.
        NotAllowed: the channel has a team, and the asker is neither its manager nor an admin.
    """
    team = desk.store.teams.by_channel(desk.workspace_id, plan.channel_id)
    if team is not None:
        _require_setter(desk, asker, team)
    name = plan.name.strip()
    if not name:
        raise BadInput("A team needs a name, such as “Sales North”.")
    if not plan.managers:
        raise BadInput("A team needs at least one manager.")
    if plan.zone not in zones():
        raise BadInput("Choose a time zone from the list, such as Europe/Berlin.")
    namesake = desk.store.teams.by_name(desk.workspace_id, name)
    if namesake and namesake.channel_id != plan.channel_id:
        raise BadInput(f"There is a team called {name} already. Choose another name.")
    due = first_due(desk.now, plan.weekday, plan.minute, plan.zone)
    desk.store.teams.set_up(desk.workspace_id, replace(plan, name=name), due)
    return TeamReady(
        team=name,
        managers=plan.managers,
        weekday=plan.weekday,
        minute=plan.minute,
        zone=plan.zone,
        by=asker.slack_id,
        counts_links=plan.counts_links,
    )


def as_member(desk: Desk, asker: Asker) -> Member:
    """Make somebody a member, or bring the member's facts up to date."""
    return desk.store.members.ensure(
        desk.workspace_id,
        slack_id=asker.slack_id,
        name=asker.name,
        email=asker.email,
        zone=asker.zone,
        language=asker.language,
        now=desk.now,
    )


def join(desk: Desk, member: Member, channel_id: str) -> Joined:
    """Make somebody a member of a channel's team.

    Raises:
        NotFound: the channel has no team any more.
    """
    team = team_of_channel(desk, channel_id)
    new = desk.store.teams.join(
        desk.workspace_id, team.team_id, member.member_id, desk.today(team.zone)
    )
    managers = desk.store.teams.managers(desk.workspace_id, team.team_id)
    return Joined(
        team=team.name,
        managers=tuple(managers),
        again=not new,
        counts_links=team.counts_links,
    )


def leave(desk: Desk, member: Member, channel_id: str) -> Left:
    """Take somebody out of a channel's team.

    Raises:
        NotFound: the channel has no team any more.
    """
    team = team_of_channel(desk, channel_id)
    desk.store.teams.leave(desk.workspace_id, team.team_id, member.member_id, desk.today(team.zone))
    return Left(team=team.name)


def team_of_channel(desk: Desk, channel_id: str) -> Team:
    """Give the team that a channel belongs to.

    Raises:
        NotFound: it belongs to none; the sentence says how to make one.
    """
    team = desk.store.teams.by_channel(desk.workspace_id, channel_id)
    if team is None:
        raise NotFound("This channel has no team yet. Make one here with `/ssi setup`.")
    return team


def _require_setter(desk: Desk, asker: Asker, team: Team) -> None:
    managers = desk.store.teams.managers(desk.workspace_id, team.team_id)
    if not asker.is_admin and asker.slack_id not in managers:
        names = ", ".join(f"<@{manager}>" for manager in managers)
        raise NotAllowed(f"{team.name} is set up by its managers ({names}) or an admin.")
