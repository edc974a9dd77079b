"""`/ssi privacy`: what is stored of the asker, and who sees it."""

from bot.answers.desk import Desk
from bot.messages.contexts import Privacy
from bot.storage.tables import Member


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
        readings=desk.store.personal.readings(desk.workspace_id, member.member_id)[0],
    )
