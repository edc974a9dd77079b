"""A file that differs from what is known is set aside, and how is told without its content."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.intake.drift import are_headers, is_header_like, shape
from tests.bot.intake.reading import read_files, read_one, zipped

PLANTED = "Zanzibar"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("29/01/2026", "99/99/9999"),
        ("1/29/26, 2:37 PM", "9/99/99, 9:99 AA"),
        ("ada.lovelace@example.org", "aaa.aaa@aaa.aaa"),
        ("  Ada   Quill ", "Aaa Aaaa"),
        ("Grüße 👋", "Aaaa ?"),
        ("7174829384729384", "999999999"),
        ("=HYPERLINK(1)", "=AAA(9)"),
    ],
)
def test_a_shape_tells_how_a_value_is_written(value: str, expected: str) -> None:
    assert shape(value) == expected


@given(st.text())
def test_a_shape_holds_nothing_of_the_value_and_is_short(value: str) -> None:
    found = shape(value)

    assert len(found) <= 40
    assert not {character for character in found if character.isalnum()} - set("aA9")
    assert shape(found) == found or found.endswith("…")


@pytest.mark.parametrize("cell", ["Date", "seatId", "InMails sent (total)", "Größe", "Kind of %"])
def test_names_of_columns_are_known(cell: str) -> None:
    assert is_header_like(cell)


@pytest.mark.parametrize(
    "cell", ["ada@example.org", "2026-06-01", "https://x.example", "", "x" * 41, "Room 1204", "=A"]
)
def test_what_may_be_data_is_no_name_of_a_column(cell: str) -> None:
    assert not is_header_like(cell)


def test_one_cell_or_equal_ones_are_no_row_of_names() -> None:
    assert are_headers(["Date", "Link", ""])
    assert not are_headers(["Date"])
    assert not are_headers(["Date", "date "])


def test_a_new_column_is_named_and_the_structure_told() -> None:
    rows = f'2026-01-01 10:00:00,https://www.linkedin.com/x,"{PLANTED} hello",3\n' * 2
    extract = read_one("Comments_17.csv", "Date,Link,Message,Likes\n" + rows)

    assert extract.drift
    assert extract.drift.structure() == {
        "recognised": "Comments",
        "file": "Comments.csv",
        "rows": 2,
        "columns": 4,
        "headers": ["Date", "Link", "Message", "Likes"],
        "shapes": [["9999-99-99 99:99:99"], ["aaa://aaa.aaa.aaa/a"], ["Aaaa aaa"], ["9"]],
        "unknown": ["Likes"],
        "missing": [],
        "forms": {},
    }


def test_only_the_file_that_differs_is_set_aside() -> None:
    files = {
        "Comments.csv": "Date,Link\n2026-01-01 10:00:00,x\n",
        "Votes.csv": "Date,Link,Poll\n2026-01-01 10:00:00,x,y\n",
    }
    comments, votes = read_files(files).extracts

    assert (len(comments.activities), comments.drift) == (1, None)
    assert (votes.activities, votes.covers) == ((), frozenset())
    assert votes.drift


@pytest.mark.parametrize(
    "written",
    ["13.01.2026 10:00", "13/01/2026", "Jan 13, 2026", "2026年1月13日", "1768298400"],
)
def test_dates_in_another_form_set_the_file_aside_with_their_shape(written: str) -> None:
    extract = read_one("Comments.csv", f'Date,Link\n"{written}",x\n"{written}",y\n')

    assert extract.activities == ()
    assert extract.drift
    assert extract.drift.forms == {"Date": (shape(written),)}
    assert shape(written) in (extract.problem or "")


@settings(max_examples=25, deadline=None)
@given(good=st.integers(0, 5), strange=st.integers(0, 5))
def test_a_file_is_set_aside_when_more_than_half_of_its_rows_are_strange(
    good: int, strange: int
) -> None:
    rows = "2026-01-01 10:00:00,x\n" * good + "13.01.2026,y\n" * strange
    extract = read_one("Comments.csv", "Date,Link\n" + rows)

    assert bool(extract.problem) == (strange > good)
    assert len(extract.activities) == (0 if extract.problem else good)


def test_what_is_only_impossible_or_cut_does_not_set_the_file_aside() -> None:
    extract = read_one("Comments.csv", "Date,Link\n2026-02-30 10:00:00,x\n2026-01-01\n")

    assert (extract.problem, extract.rows_refused) == (None, 2)


def test_a_file_of_which_every_row_was_refused_shows_nothing_rather_than_none() -> None:
    skills, comments = read_files(
        {
            "Comments.csv": "Date,Link,Message\n2026-01-01\n",
            "Skills.csv": "Name,\nCranes,Ships,Tides\n",
        }
    ).extracts

    assert (comments.covers, skills.covers, dict(skills.standings)) == (set(), set(), {})
    assert read_one("Comments.csv", "Date,Link\n").covers


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.text(max_size=8).map(lambda text: f"{PLANTED}{text}{PLANTED}"), min_size=4),
    st.sampled_from(["Comments.csv", f"{PLANTED}/Comments.csv", f"Comments.{PLANTED}.csv"]),
)
def test_no_content_is_in_the_structure(cells: list[str], name: str) -> None:
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in cells]
    content = "Date,Link,New\n" + "\n".join(f"{cell},{cell},{cell}" for cell in quoted)
    (extract,) = read_files({name: content}).extracts

    assert extract.drift
    assert PLANTED not in json.dumps(extract.drift.structure(), ensure_ascii=False)


def test_a_file_without_column_names_tells_no_first_row() -> None:
    extract = read_one("Connections.csv", f"{PLANTED},Quill,CEO,08 Feb 2026\n")

    assert extract.drift
    assert extract.drift.unmapped is None
    assert PLANTED not in json.dumps(extract.drift.structure()) + (extract.problem or "")


def test_damage_is_no_drift() -> None:
    broken = zipped({"Comments.csv": "Date,Link\n" + "x" * 99}).getvalue()
    extract = read_one("Comments.csv", b"\xff\xfe" + broken)

    assert extract.problem
    assert extract.drift is None
