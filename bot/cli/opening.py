"""Opening: from the environment to the desk of a workspace, and from a word to a member."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from rapidfuzz import process

from bot.answers.desk import Desk
from bot.answers.rules.rulebooks import rulebooks_of
from bot.app import open_store
from bot.errors import BadInput, NotFound
from bot.settings import read_settings
from bot.storage.tables import Member
from scoring.reference import Reference

LOCAL = "local"
"""The Slack id of the workspace that commands make where no Slack workspace is known."""

NEAR = 60
"""From this likeness of a hundred on, another spelling is offered."""


@contextmanager
def open_desk(workspace: str | None, reference: Reference | None = None) -> Iterator[Desk]:
    """Open the desk of a workspace: the one named, or the only one there is.

    With a reference, nothing is known that was recorded after the answer it refers to.

    Raises:
        BadInput: there are several, and none was named.
        NotFound: there is none of this id.
        NotReady: the database or a setting cannot be used.
    """
    with open_desks(workspace) as desks:
        if len(desks) > 1:
            names = ", ".join(f"{d.workspace.slack_id} ({d.workspace.name})" for d in desks)
            raise BadInput(f"Several workspaces are stored: {names}. Choose one with --workspace.")
        yield replace(desks[0], as_of=reference.known if reference else None)


@contextmanager
def open_desks(workspace: str | None) -> Iterator[list[Desk]]:
    """Open the desk of the workspace named, or those of all, of which there is one at least.

    Raises:
        NotFound: there is none of this id.
        NotReady: the database or a setting cannot be used.
    """
    settings = read_settings()
    store = open_store(settings)
    try:
        now = settings.clock()
        stored = store.workspaces.all() or [store.workspaces.ensure(LOCAL, "Local", "UTC", now)]
        wanted = [each for each in stored if workspace in {None, each.slack_id}]
        if not wanted:
            ids = ", ".join(each.slack_id for each in stored)
            raise NotFound(f"There is no workspace {workspace} in this database. There is: {ids}.")
        yield [Desk(store, rulebooks_of(store, each.workspace_id), each, now) for each in wanted]
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
        raise NotFound(f"No member is called {who}. {_hint(desk, who)}")
    return found[0]


def _hint(desk: Desk, who: str) -> str:
    members = desk.store.members.all(desk.workspace_id)
    words = [word for member in members for word in (member.name, member.email) if word]
    near = process.extractOne(who, words, score_cutoff=NEAR)
    if near:
        return f"Did you mean {near[0]}?"
    if words:
        return "Give an e-mail, a Slack id or a full name."
    return "Nobody is here yet: `ssi import` brings somebody in."
