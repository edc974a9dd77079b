"""Announcing new rules before they take effect: to a team's channel, and to each member."""

from datetime import timedelta

from bot.answers.desk import Desk
from bot.answers.rules.differences import difference
from bot.answers.rules.impact import SIDE_BY_SIDE, impacts, own_impact, shared_impact
from bot.answers.rules.rulebooks import upcoming
from bot.messages.contexts import RulesForYou, RulesNotice
from bot.storage.tables import Member, Team
from scoring.rulebook import Rulebook


def notice(desk: Desk, team: Team, version: str) -> RulesNotice | None:
    """Tell a team what new rules change; nothing once they are in force, or are not known."""
    today = desk.today(team.zone)
    new = _ahead(desk, version, team.zone)
    if new is None:
        return None
    old = desk.rulebook(new.effective - timedelta(days=1))
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    return RulesNotice(
        team=team.name,
        changes=difference(old, new),
        impact=shared_impact(impacts(desk, members, old, new, today), desk.workspace.smallest_team),
    )


def notice_for(desk: Desk, member: Member, version: str) -> RulesForYou | None:
    """Tell a member what new rules would do; nothing once they are in force, or without data."""
    new = _ahead(desk, version, member.zone)
    if new is None:
        return None
    old = desk.rulebook(new.effective - timedelta(days=1))
    found = impacts(desk, [member], old, new, desk.today(member.zone))
    if not found:
        return None
    return RulesForYou(mine=own_impact(old, new, found[0]), side_by_side=SIDE_BY_SIDE.days)


def _ahead(desk: Desk, version: str, zone: str) -> Rulebook | None:
    coming = upcoming(desk.rulebooks, desk.today(zone))
    return next((rulebook for rulebook in coming if rulebook.version == version), None)
