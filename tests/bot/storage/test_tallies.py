"""What the database adds up is what the pure formula counts, fact by fact."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.activity import Activity, Source
from bot.storage import Store
from bot.storage.recordings import Batch
from scoring.model import Kind, Tally
from scoring.rulebook import Rulebook, shipped
from scoring.window import tallies

TODAY = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
HAPPENINGS = [kind for kind in Kind if not kind.is_state]
STATES = [kind for kind in Kind if kind.is_state]

Brought = tuple[list[Activity], dict[Kind, int]]
"""What a file brings: activities, and entries of profile sections."""

activities = st.builds(
    Activity,
    kind=st.sampled_from(HAPPENINGS),
    day=st.integers(0, 100).map(lambda days: TODAY - timedelta(days=days)),
    ref=st.integers(1, 40),
    quantity=st.integers(1, 3),
    counterpart=st.none() | st.integers(1, 5),
)
batches = st.tuples(
    st.lists(activities, max_size=40), st.dictionaries(st.sampled_from(STATES), st.integers(0, 2))
)


@settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each has a workspace of its own
)
@given(
    recorded=st.lists(batches, min_size=1, max_size=4),
    undone=st.integers(1, 4),
    known=st.integers(0, 6),
    rulebook=st.sampled_from(shipped()),
)
def test_the_database_adds_up_what_the_formula_counts(
    store: Store, recorded: list[Brought], undone: int, known: int, rulebook: Rulebook
) -> None:
    workspace = store.workspaces.ensure(uuid4().hex, "Acme", "UTC", NOW).workspace_id
    member = store.members.ensure(
        workspace, slack_id="U1", name="Ana", email=None, zone="UTC", now=NOW
    ).member_id
    for found, standings in recorded:
        batch = Batch(
            source=Source.CSV,
            title="test",
            recorded_by="U1",
            as_of=TODAY,
            activities=list({(a.kind, a.day, a.ref): a for a in found}.values()),
            covers=frozenset({Kind.COMMENT_MADE}),
            standings=standings,
        )
        store.recordings.record(workspace, member, batch, NOW)
    if undone <= store.recordings.latest(workspace):
        store.recordings.retract(workspace, undone, recorded_by="U1", now=NOW)
    facts = store.activities.facts(workspace, member, TODAY - timedelta(days=400))

    added = store.tallies.on(workspace, rulebook, TODAY, known)

    counted = tallies(rulebook, facts, TODAY, known)
    assert {name: added.get(member, {}).get(name, Tally()) for name in counted} == counted
