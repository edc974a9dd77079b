"""An admin brings a team's file; columns and seats are matched once; strange files are told."""

import json
from pathlib import Path

import pytest

from bot.cli.stage import Stage
from bot.messages.actions import IMPORT_START, MATCH_COLUMNS, MATCH_DRIFT, MATCH_SEATS, UNDO_IMPORT
from bot.workspace import Message, words_of
from tests.walks.conftest import ANA, BEN, CLEO, Someone, has_button
from tests.walks.test_home import home_of
from tests.walks.test_home_admin import make_admin

DATA = Path(__file__).parents[1] / "data" / "intake"
CRM = (
    (DATA / "csv" / "crm_columns.csv").read_bytes().replace(b"ada@example.org", b"ana@example.com")
)
STRANGE = (DATA / "sales_navigator" / "renamed_column.csv").read_bytes()
ACTIVITIES = b"""member,kind,occurred_at,quantity
ANA@example.com,comment_made,2026-06-28,5
seat-77,comment_made,2026-06-28,3
"""


@pytest.fixture
def admin(ben: Someone, ana: Someone, cleo: Someone, stage: Stage) -> Someone:
    make_admin(stage, BEN)
    for member in (ana, cleo):
        member.command("/ssi log 1 comment on 20 june")
    return ben


def told(stage: Stage, slack_id: str) -> int:
    """Count how much is stored of somebody, the logged comment apart."""
    member = stage.store.members.by_slack_id(1, slack_id)
    return stage.store.activities.extent(1, member.member_id)[0] - 1 if member else 0


def say(someone: Someone, preview: Message, action_id: str, **values: dict[str, object]) -> Message:
    """Open a form from a preview, fill it in, and give the preview that follows."""
    assert someone.actor.click(preview, action_id).ok
    form = someone.actor.modal()
    assert form
    sent = someone.actor.submit(form, {name: {name: value} for name, value in values.items()})
    assert sent.errors == {}
    someone.stage.server.wait_for(lambda: someone.now(preview) != preview, timeout=10)
    return someone.now(preview)


def test_an_admin_says_whose_seats_are_and_imports_for_all(
    admin: Someone, ana: Someone, stage: Stage
) -> None:
    refused = words_of(ana.send(ACTIVITIES, "crm.csv"))
    assert "brought in by the admins" in refused

    preview = admin.send(ACTIVITIES, "crm.csv")
    said = words_of(preview)
    assert "Ana Ruiz" in said
    assert "1 entry new, +1.1" in said
    assert "Left out, as I do not know who they are" in said
    assert "seat-77" in said
    assert "of 100" not in said, "nobody's score is shown"

    known = say(admin, preview, MATCH_SEATS, match_seat_0=CLEO)
    assert "seat-77" not in words_of(known)
    assert "• 8 comments, all new" in words_of(known)
    assert (told(stage, ANA), told(stage, CLEO)) == (0, 0)

    report = admin.import_(known)
    assert "2 entries new, 2 members." in words_of(report).replace("*", "")
    assert (told(stage, ANA), told(stage, CLEO)) == (1, 1)
    assert stage.store.members.by_slack_id(1, BEN) is None, "who imports for others is no member"

    again = admin.send(ACTIVITIES, "later.csv")
    assert not has_button(again, MATCH_SEATS), "it is remembered"
    assert "known already" in words_of(again)

    assert "not yours" in words_of(ana.click(ana.command_answer("/ssi data"), "undo_import_1"))
    undone = words_of(admin.click(report, UNDO_IMPORT))
    assert "crm.csv: 2 entries taken back." in undone


def test_columns_are_matched_once_and_the_preview_follows(admin: Someone, stage: Stage) -> None:
    asked = admin.send(CRM, "deals.csv")
    assert "Tell me once which is which" in words_of(asked)
    assert not has_button(asked, IMPORT_START)

    preview = say(admin, asked, MATCH_COLUMNS, match_dates="DD.MM.YYYY")

    assert "Ana Ruiz" in words_of(preview)
    assert "noor@example.org" in words_of(preview)
    assert has_button(preview, IMPORT_START)
    assert has_button(admin.send(CRM, "more.csv"), IMPORT_START), "nobody is asked again"


def test_a_strange_file_is_told_to_admins_with_its_structure(
    admin: Someone, ana: Someone, stage: Stage
) -> None:
    assert "All files could be read." in admin.command("/ssi imports")
    refused = ana.send(STRANGE, "analytics_ana.csv")
    assert "Missing: seatId. Unknown: seatHolderId, region." in words_of(refused)
    assert not has_button(refused, IMPORT_START)

    stage.bot.ticker.tick()
    stage.bot.ticker.tick()
    (dm,) = admin.actor.messages()[-1:]
    assert "A file could not be read: Sales Navigator analytics" in words_of(dm)
    assert "1 kind of file could not be read in 7 days" in words_of(home_of(admin))
    assert "Only admins of this workspace" in ana.command("/ssi imports")

    listed = admin.command_answer("/ssi imports")
    assert "seatHolderId and region" in words_of(listed)
    admin.click(listed, "structure_1")
    sent = admin.stage.workspace.files.get("F000000002")
    assert sent
    assert json.loads(sent.content or b"")["unknown"] == ["seatHolderId", "region"]
    assert b"900001" not in (sent.content or b""), "no content"

    assert admin.actor.click(dm, f"{MATCH_DRIFT}_1").ok
    form = admin.actor.modal()
    assert form
    values = {"match_field_3": {"match_field_3": "3"}}
    answer = admin.answer(lambda: admin.actor.submit(form, values))
    assert "are read from now on" in words_of(answer)
    assert has_button(admin.send(STRANGE, "analytics.csv"), MATCH_SEATS), "it is read now"
