"""Turnover: who joined a team within the days of a change, and who left it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.answers.desk import Desk
from bot.answers.score.scores import cards, known_then
from bot.storage.tables import Team
from scoring.rounding import to_tenths


@dataclass(frozen=True, slots=True)
class Turnover:
    """Who joined since, by number, and the points in tenths that those who left had then.

    Who opted out of boards took no rank there, and leaves none.
    """

    joined: frozenset[int]
    left: Mapping[int, int]


def turnover(desk: Desk, team: Team, first: date) -> Turnover:
    """Find who joined a team after the end of a day, and who was in it then and is no more."""
    teams = desk.store.teams
    left = teams.left_since(desk.workspace_id, team.team_id, first)
    numbers = [member.member_id for member in left if member.on_board]
    then = cards(desk, numbers, first, known_then(desk, first)) if numbers else {}
    return Turnover(
        joined=teams.joined_since(desk.workspace_id, team.team_id, first),
        left={number: to_tenths(card.points) for number, card in then.items()},
    )
