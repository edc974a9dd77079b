"""Check every weekly slot of every time zone over two years, and print what is wrong.

Run ``python tests/bench/calendar_sweep.py``; ``--weeks`` and ``--from`` tell how far. Each
occurrence must read as asked on the wall, the first time that hour comes, or lie after a gap by the
width of it; they must come one a week, in order. It exits with 1 when a slot is wrong.
"""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from bot.calendar import next_occurrence, occurrence

WEEK = timedelta(weeks=1)
MINUTES = (0, 30, 61, 120, 150, 179, 540, 1439)
MOST_SHIFT = timedelta(hours=26)
A_SECOND = timedelta(seconds=1)


def faults(monday: date, weekday: int, minute: int, zone: str) -> Iterator[str]:
    """Tell what is wrong with one slot."""
    wanted = datetime.combine(monday + timedelta(days=weekday), time(*divmod(minute, 60)))
    at = occurrence(*monday.isocalendar()[:2], weekday, minute, zone)
    local = at.astimezone(ZoneInfo(zone))
    late = local.replace(tzinfo=None) - wanted
    if late:
        earlier = (at - A_SECOND - late).astimezone(ZoneInfo(zone))
        if local.utcoffset() - earlier.utcoffset() != late:
            yield f"{wanted} in {zone} became {local}, not by the width of a gap"
    elif local.fold:
        yield f"{wanted} in {zone} became the second {local}"
    following = monday + WEEK
    after = occurrence(*following.isocalendar()[:2], weekday, minute, zone)
    if abs(after - at - WEEK) > MOST_SHIFT:
        yield f"{wanted} in {zone} is {after - at} before the next"
    if next_occurrence(at, weekday, minute, zone).at != after:
        yield f"{wanted} in {zone} is not followed by the next week's"


def main() -> int:
    """Sweep as the command line says; print each fault, then the counts."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--weeks", type=int, default=104)
    parser.add_argument("--from", dest="start", type=date.fromisoformat, default="2026-01-05")
    parser.add_argument("--zones", nargs="*", default=sorted(available_timezones()))
    asked = parser.parse_args()
    monday = asked.start - timedelta(days=asked.start.weekday())
    slots = wrong = 0
    began = datetime.now(UTC)
    for zone in asked.zones:
        for week in range(asked.weeks):
            for weekday in range(7):
                for minute in MINUTES:
                    slots += 1
                    for fault in faults(monday + WEEK * week, weekday, minute, zone):
                        wrong += 1
                        print(fault)  # noqa: T201  # the output of a command
    took = datetime.now(UTC) - began
    print(f"{slots} slots, {wrong} faults, {took.total_seconds():.0f} s")  # noqa: T201  # as above
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
