"""New rules are told before they take effect: once to each team's channel, once to each member.

A workspace's own rules are told as soon as they are published. Those that travel with the product
may be known for months: they are told in the last four weeks. Nobody is told before nine o'clock.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.answers.rules.rulebooks import own_rulebooks, rulebooks_of, upcoming
from bot.delivery.direct import MEMBERS_A_TICK
from bot.incident import Incident
from bot.storage import Store
from bot.storage.deliveries import DeliveryState
from bot.storage.tables import Delivery, Member, Workspace
from bot.storage.times import to_epoch
from scoring.rulebook import Rulebook

TO_TEAM = "rules"
TO_MEMBER = "rules_me"

AHEAD = timedelta(weeks=4)
NINE_O_CLOCK = 9


def plan_rule_notices(
    store: Store, workspace_id: int, now: datetime, open_dm: Callable[[str], str]
) -> None:
    """Write down what is owed to teams and members about rules that are not in force yet.

    Args:
        store: Where rulebooks, teams and members are.
        workspace_id: Whose teams and members.
        now: The present instant.
        open_dm: Opens the bot's DM with somebody by Slack id, and gives its channel.
    """
    for rulebook in _to_tell(store, store.workspaces.get(workspace_id), now):
        _owe_to_teams(store, workspace_id, rulebook, now)
        _owe_to_members(store, workspace_id, rulebook, now, open_dm)


def _to_tell(store: Store, workspace: Workspace, now: datetime) -> Iterator[Rulebook]:
    today = now.astimezone(ZoneInfo(workspace.zone)).date()
    own = own_rulebooks(store, workspace.workspace_id)
    for rulebook in upcoming(rulebooks_of(store, workspace.workspace_id), today):
        if rulebook in own or rulebook.effective - today <= AHEAD:
            yield rulebook


def _owe_to_teams(store: Store, workspace_id: int, rulebook: Rulebook, now: datetime) -> None:
    owed = store.deliveries.owed(workspace_id, TO_TEAM, rulebook.version)
    told = {delivery.team_id for delivery in owed}
    for team in store.teams.all(workspace_id):
        if team.team_id not in told and _is_time(team.zone, rulebook, now):
            notice = _notice(workspace_id, TO_TEAM, rulebook, team.channel_id, now)
            notice.team_id = team.team_id
            store.deliveries.owe(notice)


def _owe_to_members(
    store: Store,
    workspace_id: int,
    rulebook: Rulebook,
    now: datetime,
    open_dm: Callable[[str], str],
) -> None:
    """Owe a notice to members who have a score; one whose DM cannot be opened stops no other."""
    left = MEMBERS_A_TICK
    for member in _untold_members(store, workspace_id, rulebook, now):
        with Incident("member_not_told", workspace_id=workspace_id, member_id=member.member_id):
            channel_id = open_dm(member.slack_id or "")
            notice = _notice(workspace_id, TO_MEMBER, rulebook, channel_id, now)
            notice.member_id = member.member_id
            store.deliveries.owe(notice)
            left -= 1
        if not left:
            return


def _untold_members(
    store: Store, workspace_id: int, rulebook: Rulebook, now: datetime
) -> list[Member]:
    owed = store.deliveries.owed(workspace_id, TO_MEMBER, rulebook.version)
    told = {delivery.member_id for delivery in owed}
    scored = store.activities.observed(workspace_id).keys() - told
    return [
        member
        for member in store.members.all(workspace_id)
        if member.member_id in scored and member.slack_id and _is_time(member.zone, rulebook, now)
    ]


def _is_time(zone: str, rulebook: Rulebook, now: datetime) -> bool:
    """Whether it is nine o'clock or later in a zone, and the rules are not in force there yet."""
    local = now.astimezone(ZoneInfo(zone))
    return local.hour >= NINE_O_CLOCK and local.date() < rulebook.effective


def _notice(
    workspace_id: int, kind: str, rulebook: Rulebook, channel_id: str, now: datetime
) -> Delivery:
    return Delivery(
        workspace_id=workspace_id,
        kind=kind,
        period=rulebook.version,
        channel_id=channel_id,
        due_at=to_epoch(now),
        state=DeliveryState.READY,
        not_before=to_epoch(now),
    )
