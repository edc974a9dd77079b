"""Real-format exports of three generations give exactly what stands beside them."""

import json
from collections import defaultdict

import pytest

from bot.intake import Extract
from scoring.model import Kind
from tests.bot.intake.reading import SAMPLES, read_files, sample

YEARS = ("2021", "2025", "2026")


def told(extract: Extract) -> dict[str, object]:
    days = defaultdict(list)
    for activity in extract.activities:
        days[activity.kind.label].append(activity.day)
    kinds = {
        kind: {"count": len(found), "first": str(min(found)), "last": str(max(found))}
        for kind, found in sorted(days.items())
    }
    standings = {kind.label: count for kind, count in extract.standings.items()}
    parts = {"rows": extract.rows_read, "kinds": kinds, "standings": standings}
    return {name: part for name, part in parts.items() if part}


@pytest.mark.parametrize("year", YEARS)
def test_an_export_gives_what_is_expected_of_it(year: str) -> None:
    expected = json.loads((SAMPLES / year / "expected.json").read_text())

    export = read_files(sample(year))

    assert {extract.file: told(extract) for extract in export.extracts} == expected
    assert [extract.problem for extract in export.extracts if extract.problem] == []
    assert [extract.refused for extract in export.extracts if extract.rows_refused] == []


def test_files_that_feed_no_signal_are_named() -> None:
    export = read_files(sample("2026"))

    assert export.ignored == ("LearningCoachMessages.csv", "guide_messages.csv")


def test_an_export_in_a_folder_repacked_on_a_mac_gives_the_same() -> None:
    folder = "Complete_LinkedInDataExport_06-30-2026/"
    files = sample("2026")
    nested = {folder + name: content for name, content in files.items()}
    nested |= {"__MACOSX/" + folder + "._Comments_17529409.csv": b"\x00\x05\x16\x07"}
    nested |= {folder + ".DS_Store": b"\x00"}

    plain, repacked = read_files(files), read_files(nested)

    assert [e.activities for e in repacked.extracts] == [e.activities for e in plain.extracts]
    assert [e.file for e in repacked.extracts] == [folder + e.file for e in plain.extracts]
    assert repacked.ignored == tuple(folder + name for name in plain.ignored)


def test_a_whole_export_shows_the_acceptance_rate_too() -> None:
    files = sample("2026")

    assert Kind.INVITATION_ACCEPTED in read_files(files).covers
    del files["Connections.csv"]
    assert Kind.INVITATION_ACCEPTED not in read_files(files).covers


def test_the_fuller_of_two_files_tells_of_a_section() -> None:
    two = {"Skills.csv": "Name\nCranes\n", "Skills (1).csv": "Name\nCranes\nShips\n"}

    assert read_files(two).standings == {Kind.PROFILE_SKILLS: 2}
    assert read_files(sample("2026")).standings[Kind.PROFILE_SUMMARY] == 1


@pytest.mark.parametrize("year", YEARS)
def test_line_ends_and_marks_of_windows_change_nothing(year: str) -> None:
    files = sample(year)
    windows = {
        name: b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n") for name, content in files.items()
    }

    assert read_files(windows) == read_files(files)


@pytest.mark.parametrize("year", YEARS)
def test_every_activity_of_a_file_can_be_told_from_the_others(year: str) -> None:
    for extract in read_files(sample(year)).extracts:
        keys = {(a.kind, a.day, a.ref) for a in extract.activities}
        assert len(keys) == len(extract.activities)
