"""`ssi import`: an export comes in from a file, and the report says what became of it."""

from pathlib import Path

import pytest

from bot.workspace.seed.people import MAYA
from tests.bot.cli.conftest import Ssi


def lines(report: dict[str, object], key: str) -> dict[str, object]:
    files = report["files"]
    assert isinstance(files, list)
    return {line["file"]: line[key] for line in files if line[key]}


def test_an_export_comes_in_and_its_owner_has_a_score(ssi: Ssi, export: Path) -> None:
    report = ssi("import", str(export), "--member", "ada@example.com", "--json").json

    assert report["member"] == "ada@example.com"
    assert (report["score_before"], report["score"] > 0) == (None, True)
    assert lines(report, "taken")["Comments_17529409.csv"] == 2
    assert lines(report, "problem") == {}
    score = ssi("score", "ada@example.com", "--json").json["score"]
    assert score == pytest.approx(report["score"], abs=0.051)


def test_importing_twice_changes_nothing(ssi: Ssi, export: Path) -> None:
    arguments = ("import", str(export), "--member", "ada@example.com", "--json")
    first, again = ssi(*arguments).json, ssi(*arguments).json

    assert lines(again, "taken") == {}
    assert {line["file"]: line["known"] for line in again["files"]} == {
        line["file"]: line["taken"] + line["known"] for line in first["files"]
    }
    assert again["score"] == again["score_before"] == first["score"]


def test_the_report_reads_well(ssi: Ssi, export: Path) -> None:
    run = ssi("import", str(export), "--member", "ada@example.com")

    assert run.code == 0
    assert "export.zip → ada@example.com" in run.out
    assert "Not needed for a score: LearningCoachMessages.csv" in run.out
    assert "ada@example.com is at " in run.out


def test_refused_rows_are_named_and_the_rest_comes_in(ssi: Ssi, home: Path) -> None:
    file = home / "Comments.csv"
    file.write_text("Date,Link,Message\n2026-11-02 10:00:00,x,hi\n2031-01-01 10:00:00,y,hi\n")

    run = ssi("import", str(file), "--member", "ada@example.com")

    assert run.code == 0
    assert run.err == "Comments.csv, row 3: Its date is in the future.\n"


def test_a_file_that_cannot_be_read_is_a_problem(ssi: Ssi, home: Path) -> None:
    file = home / "Comments.csv"
    file.write_text("Colour,Size\nred,3\n")

    run = ssi("import", str(file), "--member", "ada@example.com")

    assert run.code == 1
    assert "Comments.csv" in run.err


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"", b"PK\x03\x04 broken off"])
def test_what_is_no_export_is_refused_in_a_sentence(ssi: Ssi, home: Path, content: bytes) -> None:
    file = home / "export.zip"
    file.write_bytes(content)

    assert "export.zip" in ssi("import", str(file), "--member", "ada@example.com").complaint


def test_a_file_that_is_not_there(ssi: Ssi, home: Path) -> None:
    said = ssi("import", str(home / "none.zip"), "--member", "ada@example.com").complaint

    assert said == f"There is no file {home / 'none.zip'}. Give the ZIP that LinkedIn sent you."


def test_a_name_that_is_nearly_right_gets_a_hint(ssi: Ssi, export: Path, team: str) -> None:
    said = ssi("import", str(export), "--member", "Maya Okafro").complaint

    assert said == "No member is called Maya Okafro. Did you mean Maya Okafor?"


def test_an_address_or_a_slack_id_makes_a_new_member(ssi: Ssi, export: Path, team: str) -> None:
    for who in ("ada@example.com", "U0ADA00001"):
        run = ssi("import", str(export), "--member", who)
        assert run.code == 0
        assert f"{who} is new here." in run.out

    assert ssi("score", "ada@example.com", "--json").json["score"] > 0


def test_whose_it_is_must_be_said(ssi: Ssi, export: Path) -> None:
    assert "tell me with --member" in ssi("import", str(export)).misuse


def test_a_teams_file_says_itself_whom_it_tells_of(ssi: Ssi, tmp_path: Path, team: str) -> None:
    file = tmp_path / "crm.csv"
    rows = (f"{MAYA.email},meeting_booked,2026-06-20", "555,vote_cast,2026-06-20")
    file.write_text("\n".join(("member,kind,occurred_at", *rows)), "utf-8")

    run = ssi("import", str(file))

    assert run.code == 1, "somebody is left out"
    assert "555 is nobody here" in run.err
    assert "New entries: 1." in run.out
