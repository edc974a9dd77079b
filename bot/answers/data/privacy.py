"""`/ssi privacy`: what is stored of the asker, who sees it, and who looked."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.answers.desk import Desk
from bot.messages.contexts import Privacy
from bot.messages.contexts.around import LookLine
from bot.storage.tables import Member
from bot.storage.times import from_epoch

LOOKS = 10
"""So many of the last looks are told."""


def show_on_boards(desk: Desk, member: Member, *, shown: bool) -> Privacy:
    """Put a member on leaderboards or take the member off, and tell what holds then."""
    desk.store.members.show_on_boards(desk.workspace_id, member.member_id, shown=shown)
    return privacy(desk, desk.store.members.get(desk.workspace_id, member.member_id))


def privacy(desk: Desk, member: Member | None) -> Privacy:
    """Tell somebody what is stored of them; of who is no member, nothing is."""
    if member is None:
        return Privacy(0, None, None, teams=(), managers=(), on_board=False, readings=0)
    count, first, last = desk.store.activities.extent(desk.workspace_id, member.member_id)
    teams = desk.store.teams.of_member(desk.workspace_id, member.member_id)
    managers = {
        manager
        for team in teams
        for manager in desk.store.teams.managers(desk.workspace_id, team.team_id)
    }
    return Privacy(
        activities=count,
        first=first,
        last=last,
        teams=tuple(team.name for team in teams),
        managers=tuple(sorted(managers)),
        on_board=member.on_board,
        weekly_note=member.note_from is not None,
        games=member.games if desk.workspace.games else None,
        readings=desk.store.personal.readings(desk.workspace_id, member.member_id)[0],
        open_to=_open_to(desk, member),
        looks=_looks(desk, member),
        counting=tuple(team.name for team in teams if team.counts_links),
        programs=_programs(desk),
    )


def _programs(desk: Desk) -> tuple[str, ...]:
    tokens = desk.store.tokens.all(desk.workspace_id)
    names = {token.name for token in tokens if token.may_read and token.revoked_at is None}
    return tuple(sorted(names))


def _open_to(desk: Desk, member: Member) -> tuple[tuple[str, date], ...]:
    found = desk.store.consents.in_force(desk.workspace_id, member.member_id, desk.now)
    return tuple((each.slack_id, _day(each.until or 0, member)) for each in found)


def _looks(desk: Desk, member: Member) -> tuple[LookLine, ...]:
    found = desk.store.looks.last(desk.workspace_id, member.member_id, LOOKS)
    return tuple(LookLine(from_epoch(each.looked_at), each.slack_id, each.what) for each in found)


def _day(seconds: int, member: Member) -> date:
    return from_epoch(seconds).astimezone(ZoneInfo(member.zone)).date()
