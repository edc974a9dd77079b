"""Readers: in which language somebody, or a channel, reads what the bot says."""

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.asker import Asker
from bot.messages.languages import FALLBACK, spoken
from bot.storage import Store


class Readers:
    """Tells the languages of one workspace's people and channels."""

    def __init__(
        self,
        store: Store,
        client: WebClient,
        workspace_id: int | None,
        asker: Asker | None = None,
    ) -> None:
        """Look members and teams up in a store, and ask Slack of everybody else.

        Of the asker it was asked just now.
        """
        self._store = store
        self._client = client
        self._workspace_id = workspace_id
        self._asker = asker

    def language_of(self, slack_id: str) -> str:
        """Tell in which language somebody reads: a member's is known, others' is Slack's to say."""
        return self.known(slack_id) or self._asked(slack_id)

    def known(self, slack_id: str) -> str | None:
        """Tell in which language somebody reads, if Slack need not be asked."""
        if self._asker and self._asker.slack_id == slack_id:
            return self._asker.language
        if self._workspace_id is None:
            return None
        return self._store.members.spoken(self._workspace_id, slack_id)

    def language_in(self, channel_id: str) -> str:
        """Tell in which language a channel reads: its team's, where it has one."""
        team = self._workspace_id and self._store.teams.by_channel(self._workspace_id, channel_id)
        return team.language if team else FALLBACK

    def _asked(self, slack_id: str) -> str:
        try:
            user = self._client.users_info(user=slack_id, include_locale=True)["user"]
        except (SlackApiError, OSError):
            return FALLBACK
        return spoken(user.get("locale"))
