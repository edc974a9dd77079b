"""Who looks at whose data: noted for each member, who can see it with `/ssi privacy`."""

from collections.abc import Iterable
from datetime import datetime

from bot.answers.desk import Desk
from bot.storage.looks import Glance, Looked
from bot.storage.tables import Member


def note_look(
    desk: Desk,
    slack_id: str,
    members: Iterable[Member],
    what: Looked,
    once_since: datetime | None = None,
) -> None:
    """Note that somebody looks at members, but for a look at oneself.

    Args:
        desk: The desk at which it is asked.
        slack_id: Who looks.
        members: At whom.
        what: At what of them.
        once_since: Where it is given, one look since then is enough.
    """
    others = [member.member_id for member in members if member.slack_id != slack_id]
    if others:
        glance = Glance(slack_id, what, desk.now)
        desk.store.looks.note(desk.workspace_id, others, glance, once_since)
