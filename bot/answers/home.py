"""App Home: one's own score or how to begin, and the teams that one is of or manages."""

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.me import me
from bot.messages.contexts import Home, NoData
from bot.storage.tables import Team


def home(desk: Desk, asker: Asker) -> Home:
    """Gather what App Home shows to somebody."""
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    teams = desk.store.teams.of_member(desk.workspace_id, member.member_id) if member else []
    today = desk.today(asker.zone)
    known = member and member.member_id in desk.store.activities.observed(desk.workspace_id)
    return Home(
        me=me(desk, member, today, reader=asker.slack_id) if member and known else NoData(None),
        teams=_names(teams),
        managed=_names(desk.store.teams.managed_by(desk.workspace_id, asker.slack_id)),
    )


def _names(teams: list[Team]) -> tuple[str, ...]:
    return tuple(team.name for team in teams)
