"""What Slack refused for good: who set the team up is told once, with the way out."""

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.upkeep.rollout import Rollout
from bot.messages.contexts import DeliveryFailed
from bot.slack.clients import Clients
from bot.slack.readers import Readers
from bot.slack.replies import Replies, open_dm
from bot.storage import Store
from bot.storage.tables import Delivery, Team

GONE = frozenset({"channel_not_found", "is_archived"})
"""Slack's names for a channel that does not come back by itself."""


class Undelivered:
    """Acts on deliveries that failed."""

    def __init__(self, store: Store, clients: Clients, rollout: Rollout) -> None:
        """Tell people by the clients of workspaces; the rollout tells which blocks they take."""
        self._store = store
        self._clients = clients
        self._rollout = rollout

    def take(self, delivery: Delivery, error: str) -> None:
        """Tell of a message that a team's channel did not get; where it is gone, send no more.

        What one person alone was owed is left: whom Slack does not reach, nobody else is told of.
        So is a reply, without which its message still stands.
        """
        team = self._store.teams.get(delivery.workspace_id, delivery.team_id or 0)
        if team is None or team.channel_id != delivery.channel_id or delivery.thread_ts:
            return
        if error in GONE:
            self._store.teams.stop_digest(team.workspace_id, team.team_id)
        client = self._clients.of(team.workspace_id)
        if client:
            self._tell(client, team, DeliveryFailed(team.name, delivery.channel_id, error))

    def _tell(self, client: WebClient, team: Team, failed: DeliveryFailed) -> None:
        """Tell who set the team up, or the first of its managers whom Slack reaches.

        Raises:
            SlackApiError: it reaches none of them.
        """
        managers = self._store.teams.managers(team.workspace_id, team.team_id)
        *others, last = dict.fromkeys((team.set_up_by, *managers))
        for slack_id in others:
            try:
                return self._tell_one(client, team, slack_id, failed)
            except SlackApiError:
                continue
        return self._tell_one(client, team, last, failed)

    def _tell_one(
        self, client: WebClient, team: Team, slack_id: str, failed: DeliveryFailed
    ) -> None:
        readers = Readers(self._store, client, team.workspace_id)
        replies = Replies(client, self._rollout, team.workspace_id, readers)
        replies.tell(open_dm(client, slack_id), slack_id, failed)
