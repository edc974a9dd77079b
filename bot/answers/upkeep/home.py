"""App Home: one's own score or how to begin, one's teams, and what an admin looks after."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import TypeVar

from bot.answers.ahead.upcoming import next_steps
from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.score.me import me
from bot.answers.score.scores import is_known
from bot.answers.score.trend import trend
from bot.answers.teams.report import team_report
from bot.answers.upkeep.first_steps import first_steps
from bot.answers.upkeep.health import health
from bot.answers.upkeep.settings import settings
from bot.answers.upkeep.tokens import token_lines
from bot.messages.contexts import Home, NoData
from bot.messages.contexts.home import HomeAdmin, HomeScore, HomeTeam
from bot.messages.presses import HomePlace
from bot.storage.tables import Member, Team

Listed = TypeVar("Listed")

TEAMS_A_PAGE = 5

FIRST = HomePlace()


def home(desk: Desk, asker: Asker, place: HomePlace = FIRST) -> Home:
    """Gather what App Home shows to somebody, on the pages that the asker has turned to."""
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    own = desk.store.teams.of_member(desk.workspace_id, member.member_id) if member else []
    managed = desk.store.teams.managed_by(desk.workspace_id, asker.slack_id)
    place = replace(place, teams=_within(place.teams, own), managed=_within(place.managed, managed))
    return Home(
        today=desk.today(asker.zone),
        score=_score(desk, asker, member) if member and is_known(desk, member) else NoData(None),
        teams=tuple(team.name for team in _page(own, place.teams)),
        team_pages=_pages(own),
        managed=tuple(_team(desk, asker, team) for team in _page(managed, place.managed)),
        managed_pages=_pages(managed),
        place=place,
        admin=_admin(desk, place) if asker.is_admin else None,
    )


def _score(desk: Desk, asker: Asker, member: Member) -> HomeScore:
    today, reader = desk.today(asker.zone), asker.slack_id
    steps = next_steps(desk, member, today, reader=reader)
    return HomeScore(
        me=me(desk, member, today, reader=reader),
        trend=trend(desk, member, today, reader=reader).rows,
        next=next(iter(steps.actions), None),
    )


def _team(desk: Desk, asker: Asker, team: Team) -> HomeTeam:
    report = team_report(desk, team, desk.today(asker.zone))
    return HomeTeam(
        name=team.name,
        members=len(report.rows),
        average=report.average,
        change=report.average_change,
        minimum=desk.workspace.smallest_team,
        help=sum(row.needs_help is not None for row in report.rows),
    )


def _admin(desk: Desk, place: HomePlace) -> HomeAdmin:
    steps = first_steps(desk)
    tokens, revoked = token_lines(desk)
    return HomeAdmin(
        steps=steps if place.steps or not steps.done else None,
        settings=settings(desk),
        health=health(desk),
        tokens=tokens,
        revoked=revoked,
    )


def _page(listed: Sequence[Listed], page: int) -> Sequence[Listed]:
    return listed[page * TEAMS_A_PAGE : (page + 1) * TEAMS_A_PAGE]


def _pages(listed: Sequence[Listed]) -> int:
    return ceil(len(listed) / TEAMS_A_PAGE)


def _within(page: int, listed: Sequence[Listed]) -> int:
    """Give a page that is there: teams may have gone since the button was drawn."""
    return max(0, min(page, _pages(listed) - 1))
