"""Who accepted an invitation is found from files that come one by one, in whatever order."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.data.importing import import_file
from bot.answers.desk import Desk
from bot.storage import Store
from scoring.model import Kind
from scoring.rulebook import shipped

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)

CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"


def connected(*people: tuple[str, str]) -> tuple[str, str]:
    rows = (f"{name},Berg,,,,,{day}\n" for name, day in people)
    return "Connections.csv", CONNECTIONS + "".join(rows)


def invited(*people: tuple[str, str]) -> tuple[str, str]:
    rows = (f'Ada Quill,{name} Berg,"{day}, 2:37 PM",,OUTGOING,,\n' for name, day in people)
    return "Invitations.csv", INVITATIONS + "".join(rows)


# LinkedIn lists an invitation only while it is recent or open, and all connections at all times.
UPLOADS = (
    connected(("Olav", "08 Feb 2020")),
    invited(("Noor", "2/1/26"), ("Olav", "2/1/26")),
    connected(("Olav", "08 Feb 2020"), ("Noor", "08 Feb 2026")),
    invited(("Jens", "2/20/26"), ("Mia", "2/20/26")),
    connected(("Olav", "08 Feb 2020"), ("Noor", "08 Feb 2026"), ("Jens", "01 Mar 2026")),
)


@given(
    uploads=st.permutations(UPLOADS).flatmap(
        lambda order: st.just(order) | st.sampled_from(order).map(lambda again: [*order, again])
    )
)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each has a workspace of its own
)
def test_acceptances_are_the_same_in_whatever_order_the_files_come(
    store: Store, uploads: Sequence[tuple[str, str]]
) -> None:
    workspace = store.workspaces.ensure(uuid4().hex, "Acme", "UTC", NOW)
    member = store.members.ensure(
        workspace.workspace_id, slack_id="U1", name="Ada Quill", email=None, zone="UTC", now=NOW
    )
    desk = Desk(store, shipped(), workspace, NOW)

    for name, content in uploads:
        import_file(desk, member, BytesIO(content.encode()), name, by="U1")

    key = (workspace.workspace_id, member.member_id)
    accepted = store.activities.standing(*key, Kind.INVITATION_ACCEPTED)
    assert {each.day for each in accepted} == {date(2026, 2, 8), date(2026, 3, 1)}
    assert len(accepted) == 2
    assert len(store.activities.standing(*key, Kind.INVITATION_SENT)) == 4
    assert Kind.INVITATION_ACCEPTED in store.activities.observed(key[0])[key[1]]
