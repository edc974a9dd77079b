"""What LinkedIn showed the cast, Friday by Friday: near our scores, until it fell for everybody.

Two weeks before the last digest every reported score drops by 7 % while nobody did anything
different, as in February 2017.
"""

import random
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.answers.desk import Desk
from bot.workspace.seed.people import ZONE
from scoring.model import PILLAR_POINTS, Pillar
from scoring.reported import Figures, Whose

WEEK = timedelta(weeks=1)
WEEKS_BEFORE = 4
KEPT = 0.93
"""What the drop left of a reported score."""

NEAR = 0.04
"""How far LinkedIn's pillars lie from ours, as a share of them."""


def report_fridays(desk: Desk, members: Mapping[str, int], last_digest: date, today: date) -> None:
    """Enter what each member saw on each Friday; ``last_digest`` is the day of the last digest."""
    dropped_on = _friday_before(last_digest - WEEK)
    for friday in _fridays(dropped_on, today):
        seen = datetime.combine(friday, time(16), ZoneInfo(ZONE))
        snapshots = desk.store.snapshots.on(desk.workspace_id, friday)
        for handle, member_id in members.items():
            if snapshot := snapshots.get(member_id):
                ours = {pillar: getattr(snapshot, pillar.value) for pillar in Pillar}
                kept = KEPT if friday >= dropped_on else 1.0
                figures = {Whose.OWN: Figures(pillars=_shown(handle, ours, kept))}
                desk.store.reported.record(desk.workspace_id, member_id, friday, figures, seen)


def _fridays(dropped_on: date, today: date) -> Iterator[date]:
    friday = dropped_on - WEEKS_BEFORE * WEEK
    while friday < today:
        yield friday
        friday += WEEK


def _friday_before(day: date) -> date:
    return day - timedelta(days=(day.weekday() - 4) % 7 or 7)


def _shown(handle: str, ours: Mapping[Pillar, int], kept: float) -> dict[Pillar, int]:
    """Set LinkedIn's pillars a little off ours, by the same share each week."""
    chance = random.Random(handle)  # noqa: S311 - a story, not a secret
    return {
        pillar: min(PILLAR_POINTS, round(points * (1 + chance.uniform(-NEAR, NEAR)) * kept))
        for pillar, points in ours.items()
    }
