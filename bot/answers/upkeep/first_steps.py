"""An admin's first steps: from the invited bot to a look at the first digest."""

from datetime import timedelta

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.teams.board import digest
from bot.answers.upkeep.settings import require_admin
from bot.errors import NotFound
from bot.messages.contexts import DigestPreview
from bot.messages.contexts.home import FirstSteps


def first_steps(desk: Desk) -> FirstSteps:
    """Tell which of the first steps are done; each ticks itself from what is stored."""
    teams = desk.store.teams.all(desk.workspace_id)
    return FirstSteps(
        team=teams[0].name if teams else None,
        teams=len(teams),
        joined=desk.store.health.joined(desk.workspace_id),
        shown=desk.store.health.shown(desk.workspace_id),
        previewed=desk.workspace.previewed_at is not None,
    )


def preview(desk: Desk, asker: Asker, team_name: str) -> DigestPreview:
    """Give an admin the digest that a team would get now; nothing is posted to the team.

    Raises:
        NotAllowed: the asker is no admin.
        NotFound: the team is gone.
    """
    require_admin(asker)
    team = desk.store.teams.by_name(desk.workspace_id, team_name)
    if team is None:
        raise NotFound(f"There is no team called {team_name} any more.")
    desk.store.workspaces.mark_previewed(desk.workspace_id, desk.now)
    last = desk.today(team.zone) - timedelta(days=1)
    return DigestPreview(team.channel_id, digest(desk, team, last))
