"""Of figures that their source revises the largest stands; what once stood is never rewritten."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.activity import Activity, Source
from bot.errors import NotFound
from bot.storage import Store
from bot.storage.disputes import Claim
from bot.storage.recordings import Batch, Recorded
from bot.storage.tables import Member
from scoring.model import Fact, Kind

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
DAY = date(2026, 11, 2)
KIND = Kind.IMPRESSION_RECEIVED
REFS = (1, 2)


def figures(*quantities: int) -> list[Activity]:
    """Tell of the first thing, the second, and so on; 0 tells nothing."""
    refs = enumerate(quantities, start=1)
    return [Activity(KIND, DAY, ref=ref, quantity=amount) for ref, amount in refs if amount]


def record(store: Store, member: Member, activities: Sequence[Activity]) -> Recorded:
    batch = Batch(
        source=Source.POST_ANALYTICS,
        title="Post analytics",
        recorded_by="U1",
        as_of=NOW.date(),
        activities=activities,
        covers=frozenset({KIND}),
        keeps_maximum=True,
    )
    return store.recordings.record(member.workspace_id, member.member_id, batch, NOW)


def undo(store: Store, member: Member, recording: int) -> int:
    return store.recordings.retract(member.workspace_id, recording, recorded_by="U1", now=NOW)


def key(member: Member) -> tuple[int, int]:
    return member.workspace_id, member.member_id


def facts(store: Store, member: Member) -> tuple[Fact, ...]:
    return store.activities.facts(member.workspace_id, member.member_id, DAY - timedelta(days=1))


def standing(store: Store, member: Member) -> list[int]:
    return sorted(fact.quantity for fact in facts(store, member) if fact.known_until is None)


def test_a_larger_figure_takes_the_place_of_a_smaller_one(store: Store, member: Member) -> None:
    record(store, member, figures(10, 7))

    assert record(store, member, figures(15, 7)) == Recorded(taken=1, known=1)

    assert sorted((f.quantity, f.known_from, f.known_until) for f in facts(store, member)) == [
        (7, 1, None),
        (10, 1, 2),
        (15, 2, None),
    ]


def test_of_a_revised_figure_only_the_rise_is_new(store: Store, member: Member) -> None:
    record(store, member, figures(10, 7))
    record(store, member, figures(15, 7))

    new = [store.activities.came_in(*key(member), since) for since in (0, 1, 2)]

    assert new == [{KIND: 22}, {KIND: 5}, {}]


def test_a_smaller_or_an_equal_figure_is_known(store: Store, member: Member) -> None:
    record(store, member, figures(10, 7))
    before = facts(store, member)

    assert record(store, member, figures(9, 7)) == Recorded(taken=0, known=2)

    assert facts(store, member) == before
    assert store.recordings.latest(member.workspace_id) == 1


def test_of_two_figures_in_one_file_the_larger_is_taken(store: Store, member: Member) -> None:
    record(store, member, [*figures(10), *figures(12), *figures(11)])

    assert standing(store, member) == [12]


def test_undoing_a_revision_lets_the_figure_before_it_stand_again(
    store: Store, member: Member
) -> None:
    record(store, member, figures(10, 7))
    record(store, member, figures(15))
    third = record(store, member, figures(20, 9))

    assert undo(store, member, third.recording) == 2
    assert standing(store, member) == [7, 15]

    undo(store, member, 1)
    assert standing(store, member) == [15]

    with pytest.raises(NotFound, match="There is no import 4 to undo"):
        undo(store, member, 4)


def test_what_is_brought_back_is_no_import_of_its_own(store: Store, member: Member) -> None:
    record(store, member, figures(10))
    undo(store, member, record(store, member, figures(15)).recording)

    assert standing(store, member) == [10]
    assert store.personal.imports(member.workspace_id, member.member_id, 5) == []


def test_a_manager_s_correction_outlasts_every_revision(store: Store, member: Member) -> None:
    record(store, member, figures(10))
    revision = record(store, member, figures(15))
    dispute = store.disputes.bring(*key(member), Claim(KIND, DAY, -15), NOW)
    store.disputes.decide(member.workspace_id, dispute.number, accepted=True, by="UBOSS", now=NOW)

    undo(store, member, revision.recording)
    record(store, member, figures(20))

    assert standing(store, member) == []


def test_what_another_source_s_file_replaced_is_not_brought_back(
    store: Store, member: Member
) -> None:
    record(store, member, figures(10))
    revision = record(store, member, figures(15))
    replaced = {(KIND, Source.POST_ANALYTICS): (DAY, DAY)}
    store.overlaps.replace(*key(member), replaced, recorded_by="U1", now=NOW)

    undo(store, member, revision.recording)

    assert standing(store, member) == []


steps = st.lists(
    st.one_of(
        st.tuples(*[st.integers(0, 4)] * len(REFS)),  # a file of figures
        st.integers(0, 5),  # the undoing of one of those brought in
    ),
    max_size=10,
)


@given(steps=steps)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_largest_figure_that_is_not_undone_stands(
    store: Store, steps: list[tuple[int, ...] | int]
) -> None:
    workspace = store.workspaces.ensure(uuid4().hex, "Acme", "UTC", NOW)
    member = store.members.ensure(
        workspace.workspace_id or 0, slack_id="U1", name="Ana", email=None, zone="UTC", now=NOW
    )
    told: dict[int, dict[int, int]] = {}

    def largest(ref: int) -> int:
        return max((each.get(ref, 0) for each in told.values()), default=0)

    for step in steps:
        if isinstance(step, int):
            if step < len(told):
                recording = list(told)[step]
                undo(store, member, recording)
                del told[recording]
        else:
            larger = {ref: n for ref, n in zip(REFS, step, strict=True) if n > largest(ref)}
            done = record(store, member, figures(*step))
            assert done.taken == len(larger)
            told |= {done.recording: larger} if larger else {}

        assert standing(store, member) == sorted(filter(None, map(largest, REFS)))
