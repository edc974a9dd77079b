"""Whom a question is about: a member, or one of the teams that the asker has to do with."""

import re
from collections.abc import Sequence

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


def which_team(turn: Turn, own: Sequence[Team]) -> Team:
    """Choose the team that is named, else the channel's, else the first of the asker's own.

    Of several that are named it is the one with the longest name.

    Raises:
        NotFound: there is none.
    """
    desk = turn.desk
    named = max(
        (team for team in own if _names(turn.text, team)),
        key=lambda team: len(team.name),
        default=None,
    )
    here = desk.store.teams.by_channel(desk.workspace_id, turn.channel_id or "")
    team = named or here or next(iter(own), None)
    if team is None:
        raise NotFound("You have no team yet. Join one in its channel, or make one: `/ssi setup`.")
    return team


def _names(text: str, team: Team) -> bool:
    """Tell whether a text names a team, alone or among other words."""
    return re.search(rf"(?<!\w){re.escape(team.name)}(?!\w)", text, re.IGNORECASE) is not None


def managed_teams(turn: Turn) -> Sequence[Team]:
    """List the teams that the asker manages."""
    return turn.desk.store.teams.managed_by(turn.desk.workspace_id, turn.asker.slack_id)


def own_teams(turn: Turn) -> Sequence[Team]:
    """List the teams that the asker is a member of."""
    desk = turn.desk
    member = desk.store.members.by_slack_id(desk.workspace_id, turn.asker.slack_id)
    return desk.store.teams.of_member(desk.workspace_id, member.member_id) if member else ()
