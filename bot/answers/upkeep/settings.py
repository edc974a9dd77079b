"""What an admin sets for a whole workspace: team sizes, games, and which blocks are tried."""

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from bot.answers.aims.games import switch_for_all
from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.errors import BadInput, NotAllowed
from bot.messages import actions
from bot.messages.contexts import SettingsChanged
from bot.messages.contexts.home import HomeSettings
from bot.storage.times import from_epoch

SIZES = (3, 4, 5, 6, 8, 10, 15, 20)
"""What Home offers as the smallest team; any number from the first on will do."""

LARGEST = 100


def require_admin(asker: Asker) -> None:
    """Let an admin of the workspace go on.

    Raises:
        NotAllowed: the asker is none.
    """
    if not asker.is_admin:
        raise NotAllowed("Only admins of this workspace see and set what holds for everybody here.")


def settings(desk: Desk) -> HomeSettings:
    """Tell what holds for everybody."""
    workspace = desk.workspace
    zone = ZoneInfo(workspace.zone)
    refused = workspace.plain_since
    return HomeSettings(
        smallest_team=workspace.smallest_team,
        sizes=tuple(sorted({*SIZES, workspace.smallest_team})),
        games=workspace.games,
        plain_since=None if refused is None else from_epoch(refused).astimezone(zone).date(),
    )


def set_smallest_team(desk: Desk, asker: Asker, number: str) -> SettingsChanged:
    """Let an admin choose from how many scored members on averages are shown.

    Raises:
        NotAllowed: the asker is no admin.
        BadInput: it is no number, too small to hide single people, or too large for any team.
    """
    require_admin(asker)
    if not number.isdecimal():
        raise BadInput("The smallest team is a number of members, such as `/ssi setup smallest 5`.")
    if int(number) < SIZES[0]:
        raise BadInput(
            f"{SIZES[0]} is the least: in a team of two, the average and your own score tell "
            "you the other's."
        )
    if int(number) > LARGEST:
        raise BadInput(f"{LARGEST} is the most: hardly a team would ever see its average.")
    desk.store.workspaces.set_smallest_team(desk.workspace_id, int(number))
    return SettingsChanged(int(number))


def _switch_games(desk: Desk, asker: Asker, choice: str) -> None:
    switch_for_all(desk, asker, on=choice == "on")


def _try_newest_again(desk: Desk, asker: Asker, _value: str) -> None:
    require_admin(asker)
    desk.store.workspaces.try_newest_again(desk.workspace_id)


CHOICES: Mapping[str, Callable[[Desk, Asker, str], object]] = {
    actions.SMALLEST_TEAM: set_smallest_team,
    actions.GAMES_FOR_ALL: _switch_games,
    actions.NEWEST_AGAIN: _try_newest_again,
}
"""What an admin's choices on App Home do; App Home then shows what holds."""
