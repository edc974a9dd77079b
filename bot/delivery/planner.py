"""What is owed: each due team's digest, written down under its week before anything is sent."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.calendar import Occurrence, next_occurrence
from bot.incident import Incident
from bot.storage.deliveries import Deliveries, DeliveryState
from bot.storage.tables import Delivery, Team
from bot.storage.times import from_epoch, to_epoch

DIGEST = "digest"


def plan_digests(deliveries: Deliveries, workspace_id: int, now: datetime) -> None:
    """Write down the digest of a workspace's every due team, and when each is due again.

    A digest is known by workspace, week and channel, so planning twice owes it once, and a team
    whose day is moved within a week has one digest that week. After an outage every missed week
    is written down in order; the dispatcher skips those that come too late.
    """
    for team in deliveries.due_teams(workspace_id, now):
        with Incident("digest_not_planned", workspace_id=workspace_id, team_id=team.team_id):
            turns = list(_turns(team, now))
            owed = [_digest(team, turn) for turn in turns[:-1]]
            deliveries.plan(team, owed, turns[-1].at)


def _turns(team: Team, now: datetime) -> Iterator[Occurrence]:
    """Tell every turn of a team from the one that is due to the first after now."""
    after = from_epoch(team.next_digest_at) - timedelta(seconds=1)
    while after <= now:
        turn = next_occurrence(after, team.digest_weekday, team.digest_minute, team.zone)
        yield turn
        after = turn.at


def _digest(team: Team, turn: Occurrence) -> Delivery:
    return Delivery(
        workspace_id=team.workspace_id,
        kind=DIGEST,
        period=turn.period,
        channel_id=team.channel_id,
        team_id=team.team_id,
        due_at=to_epoch(turn.at),
        state=DeliveryState.READY,
        not_before=to_epoch(turn.at),
    )
