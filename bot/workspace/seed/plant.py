"""Plants the demo: writes the cast, its team and its chronicle into a store, night by night.

Each night is scored with what was known then, as the bot itself would have done, so that the past
can be asked about.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.activity import Activity, fingerprint
from bot.answers.desk import Desk
from bot.answers.score.scores import end_of
from bot.messages.languages import spoken
from bot.storage import Store
from bot.storage.recordings import Batch
from bot.storage.tables import Member
from bot.storage.teams import TeamPlan
from bot.workspace.seed.aims import set_goals
from bot.workspace.seed.chronicle import Deed, Entry, chronicle, day_in_demo, joined_on
from bot.workspace.seed.outcomes import record_outcomes
from bot.workspace.seed.people import CAST, TEAM_NAME, WORKSPACE_NAME, ZONE, Person, Role
from bot.workspace.seed.shown import report_fridays
from bot.workspace.seed.stories import CONNECTED
from scoring.model import Kind
from scoring.rulebook import Rulebook
from scoring.score import score
from scoring.window import tallies

DIGEST_WEEKDAY = 0
DIGEST_MINUTE = 9 * 60
"""The team's digest is due on Mondays at nine."""

_BETWEEN_PEOPLE = frozenset(
    {
        Kind.CONNECTION_MADE,
        Kind.DECISION_MAKER_CONNECTED,
        Kind.INVITATION_SENT,
        Kind.INVITATION_ACCEPTED,
        Kind.OUTREACH_SENT,
        Kind.REPLY_RECEIVED,
        Kind.INMAIL_SENT,
        Kind.INMAIL_ANSWERED,
    }
)
"""Kinds whose every deed is with somebody else."""


@dataclass(frozen=True, slots=True)
class Planted:
    """What stands in the store: the ids of the workspace, the team, and the members by handle."""

    workspace_id: int
    team_id: int
    members: Mapping[str, int]


def plant(  # noqa: PLR0913 - what a workspace knows of itself, each by name
    store: Store,
    rulebooks: tuple[Rulebook, ...],
    *,
    now: datetime,
    slack_team_id: str,
    team_channel: str,
    next_digest_at: datetime,
    people: Sequence[Person] = CAST,
) -> Planted:
    """Write the demo into an empty, migrated store.

    Args:
        store: Where to.
        rulebooks: The rules that past nights are scored by.
        now: The present instant, with its zone; nothing is dated later.
        slack_team_id: The Slack id of the demo workspace.
        team_channel: The Slack id of the team's channel.
        next_digest_at: When the team's digest is next due; an instant in the past is due at once.
        people: The cast or some of it, a manager among them.
    """
    today = day_in_demo(now)
    begun = now - timedelta(days=CONNECTED)
    workspace = store.workspaces.ensure(slack_team_id, WORKSPACE_NAME, ZONE, begun)
    desk = Desk(store, rulebooks, workspace, now)
    members = {person.handle: _member(desk, person, today) for person in people if person.is_scored}
    managers = tuple(person.slack_id for person in people if person.role is Role.MANAGER)
    team = store.teams.set_up(
        desk.workspace_id,
        TeamPlan(
            channel_id=team_channel,
            name=TEAM_NAME,
            managers=managers,
            weekday=DIGEST_WEEKDAY,
            minute=DIGEST_MINUTE,
            zone=ZONE,
            set_up_by=managers[0],
            counts_links=True,
        ),
        next_digest_at,
    )
    for handle, member in members.items():
        since = joined_on(handle, today)
        store.teams.join(desk.workspace_id, team.team_id, member.member_id, since)
    _record(desk, people, members)
    joined = {member.member_id: joined_on(handle, today) for handle, member in members.items()}
    _score_nights(desk, joined, today)
    numbers = {handle: member.member_id for handle, member in members.items()}
    last_digest = next_digest_at.astimezone(ZoneInfo(ZONE)).date() - timedelta(weeks=1)
    report_fridays(desk, numbers, last_digest, today)
    set_goals(desk, numbers, team.team_id, today)
    record_outcomes(desk, numbers, today)
    return Planted(desk.workspace_id, team.team_id, numbers)


def _member(desk: Desk, person: Person, today: date) -> Member:
    return desk.store.members.ensure(
        desk.workspace_id,
        slack_id=person.slack_id,
        name=person.name,
        email=person.email,
        zone=person.zone,
        language=spoken(person.locale),
        now=desk.now - (today - joined_on(person.handle, today)),
    )


def _record(desk: Desk, people: Sequence[Person], members: Mapping[str, Member]) -> None:
    """Record what became known, in the order in which it did."""
    desk.store.recordings.record_many(
        desk.workspace_id,
        (
            (members[entry.person.handle].member_id, _batch(desk.workspace.salt, entry), entry.at)
            for entry in chronicle(people, desk.now)
        ),
    )


def _score_nights(desk: Desk, joined: Mapping[int, date], today: date) -> None:
    """Score each day up to yesterday with what was known at its end, and keep the scorecards.

    The facts are read once for all nights: for eight people that is ten times as fast as a query
    a night.
    """
    store, workspace_id = desk.store, desk.workspace_id
    facts = {member: store.activities.facts(workspace_id, member, date.min) for member in joined}
    for days_ago in range(CONNECTED, 0, -1):
        day = today - timedelta(days=days_ago)
        rulebook = desk.rulebook(day)
        known = store.recordings.known_at(workspace_id, end_of(day, ZONE))
        observed = store.activities.observed(workspace_id, known)
        there = [member for member, since in joined.items() if since <= day]
        held = {member: tallies(rulebook, facts[member], day, known) for member in there}
        scorecards = [
            (member, score(rulebook, held[member], day, observed[member])) for member in there
        ]
        store.snapshots.save(workspace_id, scorecards, known)
    store.workspaces.mark_scored(workspace_id, today - timedelta(days=1))


def _batch(salt: bytes, entry: Entry) -> Batch:
    return Batch(
        source=entry.source,
        title=entry.title,
        recorded_by=entry.person.slack_id,
        as_of=day_in_demo(entry.at),
        activities=[
            activity
            for deed in entry.deeds
            for activity in _activities(salt, entry.person.handle, deed)
        ],
        covers=entry.covers,
        standings=entry.standings,
    )


def _activities(salt: bytes, handle: str, deed: Deed) -> Iterator[Activity]:
    """Turn a deed into one activity, or where it was with other people, into one for each."""
    words = "demo", handle, deed.kind.label, deed.day.isoformat()
    if deed.kind not in _BETWEEN_PEOPLE:
        yield Activity(deed.kind, deed.day, fingerprint(salt, *words), deed.times)
        return
    for number in range(deed.times):
        name = fingerprint(salt, *words, str(number))
        yield Activity(deed.kind, deed.day, name, counterpart=name)
