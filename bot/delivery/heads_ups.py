"""A word before a drop: owed by DM two days ahead, in the morning, to who wants one."""

from collections.abc import Callable
from datetime import datetime

from bot.answers.ahead.warning import drop_ahead
from bot.answers.desk import Desk
from bot.delivery.direct import MEMBERS_A_TICK, direct
from bot.delivery.mornings import Mornings
from bot.incident import Incident
from bot.storage import Store
from bot.storage.tables import Member

HEADS_UP = "heads_up"


class HeadsUps:
    """Writes down the words that are owed; each is known by its member and the day of the drop."""

    def __init__(self, store: Store) -> None:
        """Plan over a store."""
        self._store = store
        self._mornings = Mornings()

    def plan(self, workspace_id: int, now: datetime, open_dm: Callable[[str], str]) -> None:
        """Look at everybody who wants a word and was not looked at today, some at a time.

        ``open_dm`` opens a DM by Slack id, and gives its channel.
        """
        wanting = self._store.members.to_warn(workspace_id)
        new = [member for member in wanting if self._mornings.has_come(*_key(member), now)]
        if new:
            desk = Desk.of(self._store, workspace_id, now)
            for member in new[:MEMBERS_A_TICK]:
                self._look_at(desk, member, open_dm)

    def _look_at(self, desk: Desk, member: Member, open_dm: Callable[[str], str]) -> None:
        ids = {"workspace_id": desk.workspace_id, "member_id": member.member_id}
        with Incident("heads_up_not_planned", **ids):
            day = drop_ahead(desk, member)
            if day and member.slack_id:
                self._store.deliveries.owe(
                    direct(
                        HEADS_UP,
                        day.isoformat(),
                        workspace_id=desk.workspace_id,
                        member_id=member.member_id,
                        channel_id=open_dm(member.slack_id),
                        due=desk.now,
                    )
                )
            self._mornings.looked(*_key(member), desk.now)


def _key(member: Member) -> tuple[tuple[int, int, int | None], str]:
    """Tell members apart, and what they want: who asks for more is looked at again."""
    return (member.workspace_id, member.member_id, member.warned_from), member.zone
