"""`ssi import` of files other than LinkedIn's export: a team's names its members itself."""

from pathlib import Path

import pytest

from tests.bot.cli.conftest import Ssi

OWN = "Date,Link\n2026-11-01 10:00:00,https://www.linkedin.com/feed/update/urn:li:activity:7\n"
TABLE = (
    "member,kind,occurred_at\nada@example.com,comment_made,2026-11-02\n"
    "ADA@example.com,lead_saved,2026-11-03\nnobody@example.com,lead_saved,2026-11-03\n"
)


@pytest.fixture
def table(ssi: Ssi, home: Path) -> Path:
    """A table of activities, in a workspace where one of the two whom it names is a member."""
    own, table = home / "Comments.csv", home / "crm.csv"
    own.write_text(OWN)
    table.write_text(TABLE)
    assert ssi("import", str(own), "--member", "ada@example.com").code == 0
    return table


def test_each_row_counts_for_whom_it_names_and_the_unmatched_are_listed(
    ssi: Ssi, table: Path
) -> None:
    run = ssi("import", str(table))

    assert run.code == 1
    assert "ada@example.com" in run.out
    assert "nobody@example.com is nobody here" in run.err
    assert "New entries: 2." in run.out


def test_a_table_of_somebodys_own_activities_comes_in(ssi: Ssi, table: Path) -> None:
    table.write_text(TABLE.replace("nobody", "ada"))
    report = ssi("import", str(table), "--json").json

    assert report["members"] == [
        {
            "member": "ada@example.com",
            "taken": 3,
            "known": 0,
            "change": report["members"][0]["change"],
        }
    ]
    assert ssi("import", str(table), "--json").json["members"][0]["taken"] == 0


def test_a_file_of_ones_own_needs_to_be_told_whose_it_is(ssi: Ssi, table: Path) -> None:
    run = ssi("import", str(table.with_name("Comments.csv")))

    assert (run.code, run.out) == (2, "")
    assert "--member" in run.err


def test_columns_that_nobody_has_matched_are_named_with_the_way_out(ssi: Ssi, table: Path) -> None:
    report = table.with_name("usage_report.csv")
    report.write_text("User,Searches,Leads saved\nada@example.com,3,4\n")

    assert "columns that somebody must match" in ssi("import", str(report)).complaint


def test_a_team_file_that_differs_is_set_aside_and_says_how(ssi: Ssi, table: Path) -> None:
    seats = table.with_name("seats.csv")
    seats.write_text("activityId,activityType,createdAt,seat\n1,SAVED_LEAD,11-02-2026 10:00:00,7\n")
    run = ssi("import", str(seats))

    assert run.code == 1
    assert "Missing: seatId. Unknown: seat." in run.err
