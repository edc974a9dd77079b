"""What came of it all: meetings, opportunities and deals, as the team's CRM told them this morning.

They come likelier in weeks in which somebody wrote to more people than usual, and by chance alone
with all else.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from statistics import median

from bot.activity import Activity, Source, fingerprint
from bot.answers.desk import Desk
from bot.storage.recordings import Batch
from bot.workspace.seed.habits import chance_of
from bot.workspace.seed.people import MATEO
from scoring.model import Fact, Kind

WEEK = timedelta(days=7)
WEEKS = 26
IN_BUSY_WEEKS, IN_CALM_WEEKS = 0.6, 0.12
"""How likely a week has a meeting."""

GOES_ON = 0.35
"""How likely a meeting leads to an opportunity, and that to a deal."""

STEPS = (Kind.MEETING_BOOKED, Kind.OPPORTUNITY_CREATED, Kind.DEAL_WON)
TITLE = "CRM"


def record_outcomes(desk: Desk, members: Mapping[str, int], today: date) -> None:
    """Record the outcomes of the last weeks that are over, each person's as of now."""
    monday = today - timedelta(days=today.weekday())
    salt = desk.workspace.salt
    for handle, member_id in members.items():
        wrote = _written_to(desk.store.activities.facts(desk.workspace_id, member_id, date.min))
        weeks = [monday - number * WEEK for number in range(WEEKS, 0, -1)]
        told = [
            Activity(kind, day, fingerprint(salt, TITLE, handle, kind.label, day.isoformat()))
            for kind, day in _outcomes(handle, weeks, wrote)
        ]
        batch = Batch(Source.API, TITLE, MATEO.slack_id, today, told, covers=frozenset(STEPS))
        desk.store.recordings.record(desk.workspace_id, member_id, batch, desk.now)


def _written_to(facts: Iterable[Fact]) -> Counter[date]:
    """Count the people written to, by the Monday of the week."""
    weeks = Counter[date]()
    for fact in facts:
        if fact.kind is Kind.OUTREACH_SENT and fact.known_until is None:
            weeks[fact.day - timedelta(days=fact.day.weekday())] += fact.quantity
    return weeks


def _outcomes(
    handle: str, weeks: list[date], wrote: Mapping[date, int]
) -> Iterator[tuple[Kind, date]]:
    """Tell what came of each week: a meeting, perhaps more within the same week, or nothing."""
    chance = chance_of(handle, TITLE)
    usual = median(wrote[week] for week in weeks)
    for week in weeks:
        likely = IN_BUSY_WEEKS if wrote[week] > usual else IN_CALM_WEEKS
        day = week + timedelta(days=chance.randrange(5))
        for kind in STEPS:
            if chance.random() >= likely:
                break
            yield kind, day
            likely = GOES_ON
