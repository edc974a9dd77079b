"""Rounds: the background work that speaks to Slack, done for one workspace after the other."""

from collections.abc import Callable, Mapping
from datetime import datetime
from threading import Event

from bot.clock import Clock
from bot.incident import Incident
from bot.slack.clients import Clients, RoundClient
from bot.slack.computing import computing
from bot.storage import Store

WorkspaceStep = Callable[[int, RoundClient, datetime], None]
"""A piece of work for one workspace, with its own client and the present instant."""


class Rounds:
    """Goes to every workspace that there is a token for; the others are left as they are."""

    def __init__(
        self, store: Store, clients: Clients, steps: Mapping[str, WorkspaceStep], clock: Clock
    ) -> None:
        """Prepare to take these named steps, in their order, at each workspace."""
        self._store = store
        self._clients = clients
        self._steps = steps
        self._clock = clock
        self._finishing = Event()

    def finish(self) -> None:
        """Begin no other step; the one under way comes to its end."""
        self._finishing.set()

    def go(self, _now: datetime) -> None:
        """Go round once; what goes wrong at one workspace is logged and holds up no other."""
        for workspace in self._store.workspaces.all():
            with Incident("workspace_not_visited", workspace_id=workspace.workspace_id):
                client = self._clients.of(workspace.workspace_id)
                if client:
                    self._visit(workspace.workspace_id, client)

    def _visit(self, workspace_id: int, client: RoundClient) -> None:
        for name, step in self._steps.items():
            if self._finishing.is_set() or client.gave_up:
                return
            with Incident("step_failed", step=name, workspace_id=workspace_id), computing():
                step(workspace_id, client, self._clock())
