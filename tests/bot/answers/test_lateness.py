"""What is worth less the later it comes is skipped after its time."""

from datetime import timedelta

import pytest

from bot.answers.upkeep.lateness import is_too_late
from bot.answers.upkeep.owed import KINDS
from bot.storage.tables import Delivery, Workspace
from bot.storage.times import to_epoch
from tests.bot.answers.crew import NOW

HOURS = {"nudge": 12, "heads_up": 24, "note": 72, "cohort": 72, "digest": 48, "story": 48}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_time(kind: str) -> None:
    workspace = Workspace(
        slack_id="T1", name="Acme", zone="UTC", salt=b"", created_at=0, late_days=2
    )
    delivery = Delivery(
        workspace_id=1,
        kind=kind,
        period="2026-W26",
        channel_id="C1",
        due_at=to_epoch(NOW),
        state="ready",
        not_before=to_epoch(NOW),
    )
    latest = NOW + timedelta(hours=HOURS.get(kind, 6 * 24))

    assert not is_too_late(delivery, workspace, latest)
    assert is_too_late(delivery, workspace, latest + timedelta(seconds=1))
