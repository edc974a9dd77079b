"""The rollout: Slack brings its newest blocks to one workspace after the other."""

from datetime import timedelta

from bot.clock import Clock
from bot.messages.message import Message, plain
from bot.storage.workspaces import Workspaces

AGAIN = timedelta(days=30)
"""So long after a refusal the newest blocks are tried once more."""


class Rollout:
    """Remembers which workspaces take no tables and charts yet; they get plain blocks at once."""

    def __init__(self, workspaces: Workspaces, clock: Clock) -> None:
        """Remember with the workspaces themselves, so that it holds for every process."""
        self._workspaces = workspaces
        self._clock = clock

    def form(self, workspace_id: int | None, message: Message) -> Message:
        """Give a message as a workspace takes it; one that is not known yet is tried."""
        simple = plain(message)
        if workspace_id is None or message == simple:
            return message
        since = self._workspaces.plain_since(workspace_id)
        return simple if since and self._clock() - since < AGAIN else message

    def refused(self, workspace_id: int | None) -> None:
        """Note that a workspace refused a message and took its plain form."""
        if workspace_id is not None:
            self._workspaces.mark_plain(workspace_id, self._clock())
