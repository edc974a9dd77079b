"""Opening: from the environment to the desk of a workspace, and from a word to a member."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rapidfuzz import process

from bot.answers.desk import Desk
from bot.app import open_store
from bot.errors import BadInput, NotFound
from bot.settings import Settings, read_settings
from bot.storage import Store
from bot.storage.tables import Member, Workspace
from scoring.rulebook import shipped

LOCAL = "local"
"""The Slack id of the workspace that commands make where no Slack workspace is known."""

WorkspaceOption = Annotated[
    str | None, typer.Option("--workspace", help="Slack id, where several workspaces are stored.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print plain JSON.")]


@contextmanager
def open_desk(workspace: str | None) -> Iterator[Desk]:
    """Open the desk of a workspace: the one named, or the only one there is.

    Raises:
        BadInput: there are several, and none was named.
        NotFound: there is none of this id.
        NotReady: the database or a setting cannot be used.
    """
    settings = read_settings()
    store = open_store(settings)
    try:
        yield Desk(store, shipped(), _choose(store, workspace, settings), settings.clock())
    finally:
        store.database.close()


def member_called(desk: Desk, who: str) -> Member:
    """Find a member by e-mail, Slack id or name.

    Raises:
        NotFound: nobody is called so; the sentence names the nearest.
        BadInput: several are called so.
    """
    found = desk.store.members.find(desk.workspace_id, who)
    if len(found) > 1:
        raise BadInput(f"Several members are called {who}. Give the e-mail or the Slack id.")
    if not found:
        names = [member.name for member in desk.store.members.all(desk.workspace_id)]
        near = process.extractOne(who, names, score_cutoff=60)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise NotFound(f"No member is called {who}.{hint}")
    return found[0]


def _choose(store: Store, wanted: str | None, settings: Settings) -> Workspace:
    workspaces = store.workspaces.all()
    if wanted:
        for workspace in workspaces:
            if workspace.slack_id == wanted:
                return workspace
        raise NotFound(f"There is no workspace {wanted} in this database.")
    if len(workspaces) > 1:
        names = ", ".join(f"{each.slack_id} ({each.name})" for each in workspaces)
        raise BadInput(f"Several workspaces are stored: {names}. Choose one with --workspace.")
    if workspaces:
        return workspaces[0]
    return store.workspaces.ensure(LOCAL, "Local", "UTC", settings.clock())
