"""*Cheer*: a word in the digest's thread to one of the most improved, one a digest from each."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.answers.asker import Asker
from bot.answers.desk import Desk, person
from bot.answers.score.cohort import pairs
from bot.answers.teams.board import WEEK
from bot.errors import NotAllowed, NotFound
from bot.messages.contexts import Person
from bot.messages.contexts.weekly import Cheered, Kudos
from bot.messages.presses import Press
from bot.storage.tables import Cheer, Member, Team
from bot.storage.times import to_day

MOST = 12
"""A thread of more cheers than this is noise."""


def cheer(desk: Desk, asker: Asker, channel_id: str, press: Press) -> Cheered:
    """Note that somebody cheers whom a button names, and say what the thread gets of it.

    Raises:
        NotAllowed: the asker is not of the team, or it is the asker's own rise.
        NotFound: the channel has no team, or whom it is about is on its board no more.
    """
    team = desk.store.teams.by_channel(desk.workspace_id, channel_id)
    if team is None:
        raise NotFound(
            "Cheers are for the digest in a team's channel: there they go in its thread."
        )
    members = desk.store.teams.members(desk.workspace_id, team.team_id)
    _require_colleague(desk, asker, team, members)
    cheered = _on_board(members, press)
    if cheered.slack_id == asker.slack_id:
        raise NotAllowed("That is your own rise: well done! Cheers are for the others.")
    day = press.last or desk.today(team.zone)
    mine = Cheer(
        workspace_id=desk.workspace_id,
        team_id=team.team_id,
        day=to_day(day),
        slack_id=asker.slack_id,
        member_id=cheered.member_id,
    )
    given = desk.store.cheers.give(mine, MOST)
    if given is not mine:
        return Cheered(_whom(members, given, cheered), None, full=given is None)
    kudos = Kudos(Person(asker.name, asker.slack_id), person(cheered), _rise(desk, cheered, day))
    return Cheered(person(cheered), kudos)


def take_back(desk: Desk, asker: Asker, channel_id: str, press: Press) -> None:
    """Forget a cheer that the thread did not get, so that it can be given again."""
    team = desk.store.teams.by_channel(desk.workspace_id, channel_id)
    if team and press.last:
        day = to_day(press.last)
        desk.store.cheers.take_back(desk.workspace_id, team.team_id, day, asker.slack_id)


def _require_colleague(desk: Desk, asker: Asker, team: Team, members: Sequence[Member]) -> None:
    managers = desk.store.teams.managers(desk.workspace_id, team.team_id)
    if asker.slack_id not in {*managers, *(member.slack_id for member in members)}:
        raise NotAllowed(
            f"Cheers come from the members of {team.name} and its managers. "
            "The post that set the team up has the button to join."
        )


def _on_board(members: Sequence[Member], press: Press) -> Member:
    found = next((each for each in members if each.slack_id == press.person), None)
    if found is None or not found.on_board:
        raise NotFound("They are not on the board any more, so there is nothing to cheer here.")
    return found


def _whom(members: Sequence[Member], given: Cheer | None, wanted: Member) -> Person:
    """Name whom the cheer that stands is for."""
    number = given.member_id if given else wanted.member_id
    return person(next((each for each in members if each.member_id == number), wanted))


def _rise(desk: Desk, member: Member, day: date) -> int | None:
    """Tell how far a member rose in the digest's week by what is known now, if that is a rise."""
    pair = pairs(desk, [member], day - timedelta(days=WEEK), day).get(member.member_id)
    change = pair.shown_change if pair else None
    return change if change and change > 0 else None
