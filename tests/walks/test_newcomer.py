"""A newcomer brings the own export, reads the score, and asks why it changed; all over HTTP."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.engines import on_every_engine
from tests.processes import ssi
from tests.walks.conftest import ANA, Someone

DATA = Path(__file__).parents[1] / "data" / "linkedin"
LINK = "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7"


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def sample(year: str) -> bytes:
    files = sorted((DATA / year).rglob("*.*"))
    return zipped(
        {str(f.relative_to(DATA / year)): f.read_bytes() for f in files if f.suffix != ".json"}
    )


def comments(*days: tuple[str, int]) -> bytes:
    """Make a Comments.csv with so many comments on each day."""
    rows = [
        f'{day} 10:{minute:02}:00,{LINK}{minute},"Well, ""said"""'
        for day, count in days
        for minute in range(count)
    ]
    return zipped({"Comments.csv": "\n".join(("Date,Link,Message", *rows)).encode()})


def tenths(text: str) -> int:
    """Read points such as "−0.8" in tenths."""
    return round(float(text.replace("−", "-")) * 10)


def bullets(answer: str) -> list[int]:
    """Read the points of an answer's lines, in tenths: pillars that stood still have none."""
    lines = [line for line in answer.splitlines() if line.startswith("•")]
    found = (re.match(r"• \D*?([+−][\d.]+|0\.0)", line) for line in lines)
    return [tenths(match[1]) for match in found if match]


def change(answer: str) -> int:
    moved = re.search(
        r"at ([\d.]+)(?: of 25)?(?: on [^,]+)?, (?:down|up) [\d.]+ .*?\(([\d.]+)\)", answer
    )
    assert moved or ", unchanged" in answer, answer
    return tenths(moved[1]) - tenths(moved[2]) if moved else 0


def explain(ana: Someone, first: str, last: str) -> dict[str, Any]:
    """Run `ssi explain --json` on the stage's database."""
    command = ("explain", ANA, "--from", first, "--to", last)
    url = ana.stage.database_url
    found: dict[str, Any] = ssi(*command, database_url=url, now="2026-06-30T12:00Z")
    return found


@on_every_engine
def test_a_hand_computed_change(ana: Someone) -> None:
    """Ten comments left the 90-day window on 28 June, five came in on 28 June.

    By the rules 2026-01 a comment is worth 8 / 40 = 0.2 points, an active day 3 / 20 = 0.15.
      23 June: the window is 26 March – 23 June and holds the 10 of 30 March: 2.00
      30 June: the window is 2 April – 30 June and holds the 5 of 28 June: 1.00, active days 0.15
    """
    ana.upload(comments(("2026-03-30", 10), ("2026-06-28", 5)), "export.zip")

    answer = explain(ana, "2026-06-23", "2026-06-30")

    assert answer["delta"] == -0.85
    assert {(c["signal"], c["cause"]): c["points"] for c in answer["causes"]} == {
        ("comments", "aged_out"): -2.0,
        ("comments", "new"): 1.0,
        ("days_active", "new"): 0.15,
    }
    said = ana.command("/ssi why")
    assert "You're at 1.2, down 0.8 since Tue 23 Jun (2)." in said
    assert "• Insights −1.0: 10 comments from 30 Mar left, 5 new ones came in" in said
    assert "• Find people +0.2: 1 new active day came in" in said
    assert "Nothing was known before 30 Jun" in said


@pytest.mark.parametrize("year", ["2021", "2025", "2026"])
def test_real_format_exports_come_in_and_every_why_adds_up(ana: Someone, year: str) -> None:
    report = ana.upload(sample(year), f"Basic_LinkedInDataExport_{year}.zip")
    assert "new" in report

    card = ana.command("/ssi me")
    assert "of 100" in card
    for period in ("", " last week", " since 1 june", " in april", " brand this year"):
        said = ana.command(f"/ssi why{period}")
        assert sum(bullets(said)) == change(said), said


@on_every_engine
def test_importing_twice_changes_nothing(ana: Someone) -> None:
    ana.upload(sample("2026"), "export.zip")
    before = ana.command("/ssi me")

    again = ana.upload(sample("2026"), "export.zip")

    assert "Nothing new" in again
    assert ana.command("/ssi me") == before


def test_a_file_that_is_no_export_gets_a_clear_sentence(ana: Someone) -> None:
    said = ana.upload(b"PK\x03\x04 but no more", "export.zip")

    assert "Please download the export from LinkedIn once more." in said


def test_the_same_question_in_a_dm_a_mention_and_its_thread(ana: Someone) -> None:
    ana.upload(comments(("2026-03-30", 10), ("2026-06-28", 5)), "export.zip")
    expected = "You're at 1.2, down 0.8 since Tue 23 Jun (2)."

    assert expected in ana.ask("why did my score drop?")
    assert expected in ana.ask("@openssi why did my score drop?", "C00NORTH1")
    asked = ana.actor.messages(ana.stage.workspace.channels["C00NORTH1"])[0]
    assert expected in ana.ask("@openssi y did it drop", "C00NORTH1", thread_ts=asked.ts)


def test_an_answer_about_a_person_is_for_that_person_alone(ana: Someone, ben: Someone) -> None:
    ana.upload(comments(("2026-06-28", 5)), "export.zip")
    ana.ask("@openssi what is my score?", "C00NORTH1")

    assert ben.seen() == []


def test_who_has_no_data_reads_how_to_begin(ana: Someone) -> None:
    said = ana.command("/ssi me")

    assert "LinkedIn" in said
    assert "0.0" not in said
