"""A CSV file is read by its column names, whatever its quoting, and refused row by row."""

import csv
import io
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intake.archive import Member
from bot.intake.model import BadFile, RowError
from bot.intake.table import Columns, Row, read_table
from tests.bot.intake.reading import read_one

COLUMNS = Columns(required=("Date", "Link"), optional=("Message",))


def read(content: str | bytes, columns: Columns = COLUMNS) -> list[Row | RowError]:
    data = content.encode() if isinstance(content, str) else content
    return list(read_table(Member("x.csv", len(data), lambda: (io.BytesIO(data), True)), columns))


def cells(content: str | bytes) -> list[tuple[int, str, str, str]]:
    rows = read(content)
    return [(r.number, r["Date"], r["Link"], r["Message"]) for r in rows if isinstance(r, Row)]


def problem(content: str | bytes, columns: Columns = COLUMNS) -> str:
    with pytest.raises(BadFile) as caught:
        read(content, columns)
    return str(caught.value)


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=30)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=12), st.booleans())
def test_both_ways_of_quoting_give_the_same_rows(
    rows: list[tuple[str, str]],
    backslash: bool,  # noqa: FBT001 -- hypothesis chooses it
) -> None:
    made = io.StringIO(newline="")
    escape = "\\" if backslash else None
    writer = csv.writer(
        made,
        doublequote=not backslash,
        escapechar=escape,
        quoting=csv.QUOTE_ALL if backslash else csv.QUOTE_MINIMAL,
        lineterminator="\n",
    )
    writer.writerow(["Date", "Link", "Message"])
    # LinkedIn writes a backslash before quotation marks only, so the text here has none itself.
    plain = [(a.replace("\\", "/").strip(), b.replace("\\", "/").strip()) for a, b in rows]
    writer.writerows(["2026", link, message] for link, message in plain)

    assert [(link, message) for _, _, link, message in cells(made.getvalue())] == plain


def test_a_lone_backslash_at_the_end_of_a_cell_is_text() -> None:
    content = 'Date,Link,Message\n1,a,"ends with \\"\n2,b,"says ""x"", and"\n'

    assert cells(content) == [(2, "1", "a", "ends with \\"), (3, "2", "b", 'says "x", and')]


def test_column_names_are_found_by_name_below_notes_and_in_any_order() -> None:
    content = 'Notes:\n"One, or\ntwo ""things""."\n\nlink,DATE\nb,1\n'

    assert cells(content) == [(5, "1", "b", "")]


def test_row_numbers_are_those_of_a_spreadsheet() -> None:
    content = 'Date,Link\n\n1,a\n"2","two\nlines"\n,\n3,c\n'

    assert [number for number, *_ in cells(content)] == [3, 4, 6]


def test_a_file_with_column_names_only_has_no_rows() -> None:
    assert read("Date,Link") == []


def test_commas_that_a_spreadsheet_adds_at_line_ends_do_no_harm() -> None:
    assert cells("Date,Link,,\n1,a,,\n") == [(2, "1", "a", "")]


def test_rows_too_short_or_too_long_are_refused_and_the_others_stand() -> None:
    rows = read("Date,Link\n1\n2,b\n3,c,d\n")

    assert [row for row in rows if isinstance(row, RowError)] == [
        RowError(2, "It has 1 cells instead of 2; it may have been cut."),
        RowError(4, "It has 3 cells instead of 2; a comma or quotation mark may be out of place."),
    ]
    assert [row["Link"] for row in rows if isinstance(row, Row)] == ["b"]


def test_a_row_with_nul_bytes_is_refused() -> None:
    first, second = read("Date,Link,Message\n1,a,x\n2,b,\0\n")

    assert isinstance(first, Row)
    assert second == RowError(
        3, "It holds characters that no text has (NUL); the file may be damaged."
    )


def test_a_huge_cell_is_refused_and_the_rows_around_it_stand() -> None:
    huge = "x" * (csv.field_size_limit() + 1)
    first, second, third = read(f'Date,Link,Message\n1,a,x\n2,b,"{huge}"\n3,c,x\n')

    assert isinstance(first, Row)
    assert isinstance(second, RowError)
    assert "far too long" in second.reason
    assert isinstance(third, Row)


def test_a_file_without_line_ends_is_read_in_bounded_pieces() -> None:
    content = b"Date,Link\n" + b"x" * 20_000_000

    tracemalloc.start()
    rows = read(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert rows
    assert all(isinstance(row, RowError) for row in rows)
    assert peak < len(content) / 2


def test_a_quotation_mark_left_open_costs_its_row_only_up_to_a_cells_length() -> None:
    rest = "".join(f"{n},link {n},{'word ' * 20}\n" for n in range(3_000))
    rows = read('Date,Link,Message\n1,a,x\n2,b,"left open\n' + rest)

    taken = [row for row in rows if isinstance(row, Row)]
    assert taken[0]["Date"] == "1"
    assert taken[-1]["Date"] == "2999"
    assert any(isinstance(row, RowError) and "far too long" in row.reason for row in rows)


@pytest.mark.parametrize("words", ["deja vu", "déjà vu"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_another_encoding_sets_the_file_aside(encoding: str, words: str) -> None:
    if (encoding, words) == ("cp1252", "deja vu"):
        words += " €"  # plain letters are the same in both
    content = f"Date,Link,Message\n1,a,{words}\n".encode(encoding)

    assert problem(content) == (
        "This file is not written in UTF-8. "
        "Please send the file as LinkedIn made it, without opening and saving it in between."
    )


def test_a_wrong_byte_far_inside_sets_the_whole_file_aside() -> None:
    good = b"2026-01-01 10:00:00,https://www.linkedin.com/feed/update/1,hi\n" * 5_000
    extract = read_one("Comments.csv", b"Date,Link,Message\n" + good + b"2026,\xe9,\n")

    assert extract.problem is not None
    assert extract.problem.startswith("This file is not written in UTF-8.")
    assert (extract.activities, extract.covers, extract.rows_read) == ((), frozenset(), 0)


@pytest.mark.parametrize(
    ("header", "differences"),
    [
        ("Date,Message", "Missing: Link."),
        ("Date,Link,Mood", "Unknown: Mood."),
        ("Date,URL", "Missing: Link. Unknown: URL."),
        ("Date,Link,date", "Twice: Date."),
    ],
)
def test_other_columns_set_the_file_aside_and_are_named(header: str, differences: str) -> None:
    assert problem(header + "\n1,a\n") == (
        f"The columns of this file are not those we know. {differences} "
        "Please send the file as LinkedIn made it, without opening and saving it in between."
    )


@pytest.mark.parametrize("content", ["", "\n\n", "1,a,b\n2,c,d\n"])
def test_a_file_without_column_names_says_which_are_expected(content: str) -> None:
    assert problem(content).startswith(
        "This file has no row of column names. Expected: Date, Link."
    )


def test_many_unknown_columns_are_named_shortly() -> None:
    told = problem("Date,Link," + ",".join(f"{n:02}{'x' * 99}" for n in range(30)))

    assert "and 24 more" in told
    assert len(told) < 600
