"""Whom a question is about: a member, or one of the teams that the asker has to do with."""

from bot.answers.desk import mentioned, require_access
from bot.answers.turn import Turn
from bot.errors import NotFound
from bot.storage.tables import Member, Team
from bot.understanding import Question


def subject_of(turn: Turn, question: Question) -> Member | None:
    """Find whom a question is about: the asker, or somebody mentioned whom the asker may see.

    Raises:
        NotAllowed: the asker may not see the person who is mentioned.
        NotFound: whoever is mentioned is no member.
    """
    desk, asker = turn.desk, turn.asker.slack_id
    member = mentioned(desk, asker, question.subject)
    if member is None:
        return desk.store.members.by_slack_id(desk.workspace_id, asker)
    require_access(desk, asker, member)
    return member


def which_team(turn: Turn, own: list[Team]) -> Team:
    """Choose the team that is named, else the channel's, else the first of the asker's own.

    Raises:
        NotFound: there is none.
    """
    desk = turn.desk
    named = next((team for team in own if team.name.lower() == turn.text.strip().lower()), None)
    here = desk.store.teams.by_channel(desk.workspace_id, turn.channel_id or "")
    team = named or here or next(iter(own), None)
    if team is None:
        raise NotFound("You have no team yet. Join one in its channel, or make one: `/ssi setup`.")
    return team


def managed_teams(turn: Turn) -> list[Team]:
    """List the teams that the asker manages."""
    return turn.desk.store.teams.managed_by(turn.desk.workspace_id, turn.asker.slack_id)


def own_teams(turn: Turn) -> list[Team]:
    """List the teams that the asker is a member of."""
    desk = turn.desk
    member = desk.store.members.by_slack_id(desk.workspace_id, turn.asker.slack_id)
    return desk.store.teams.of_member(desk.workspace_id, member.member_id) if member else []
