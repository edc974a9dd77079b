"""Files of a whole team: each row counts for whom it names, once, however the file is made."""

import io
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.activity import Activity, Source
from bot.errors import BadInput
from bot.intake import ColumnMapping, Export, Extract, identify, read
from bot.intake.formats import FORMATS
from bot.intake.linkedin.registry import IMPORTERS
from bot.intake.mapping import fingerprint_of
from bot.intake.sales_navigator.analytics import KINDS
from scoring.model import Kind
from tests.bot.intake.reading import TODAY

SEATS = "activityId,activityType,createdAt,seatId,memberIdentityKey\n"
USAGE = "Who,Searches,Leads\n"
ROWS = st.lists(
    st.tuples(
        st.integers(1, 9), st.sampled_from(sorted(KINDS)), st.integers(1, 28), st.integers(1, 3)
    ),
    unique_by=lambda row: row[0],
)


def read_text(text: str, name: str = "file.csv", *mappings: ColumnMapping) -> Export:
    stream = io.BytesIO(text.encode())
    return read(stream, name, salt=b"salt", today=TODAY, mappings=mappings)


def by_subject(extracts: Sequence[Extract]) -> dict[str | None, set[Activity]]:
    return {extract.subject: set(extract.activities) for extract in extracts}


def usage(rows: str, first: int = 1, last: int = 28) -> Sequence[Extract]:
    columns = {"person": "Who", "search_made": "Searches", "lead_saved": "Leads"}
    mapping = ColumnMapping(
        "Sales Navigator usage",
        fingerprint_of(USAGE.split(",")),
        columns,
        period=(date(2026, 6, first), date(2026, 6, last)),
    )
    return read_text(USAGE + rows, "usage.csv", mapping).extracts


@settings(max_examples=25, deadline=None)
@given(ROWS)
def test_the_order_of_rows_does_not_matter(rows: list[tuple[int, str, int, int]]) -> None:
    lines = [f"a{n},{kind},06-{day:02}-2026 10:00:00,{who},l{n}\n" for n, kind, day, who in rows]
    orders = (lines, sorted(lines, key=lambda line: line[::-1]))

    there, back = (read_text(SEATS + "".join(order)).extracts for order in orders)

    assert by_subject(there) == by_subject(back)
    assert sum(len(extract.activities) for extract in there) == len(rows)


def test_who_is_not_in_the_file_is_not_in_what_it_gives() -> None:
    (extract,) = read_text(SEATS).extracts

    assert (extract.subject, extract.covers, extract.activities) == (None, frozenset(), ())


def test_a_seat_that_is_in_the_file_shows_every_kind() -> None:
    (extract,) = read_text(SEATS + "a1,SAVED_LEAD,06-01-2026 10:00:00,7,x\n").extracts

    assert extract.covers == set(KINDS.values())
    assert extract.source is Source.SALES_NAVIGATOR


def test_a_total_that_was_revised_is_the_same_activity() -> None:
    (before,), (after,) = usage("ada@example.org,10,\n"), usage("ada@example.org,12,\n")

    assert before.keeps_maximum
    assert [(each.ref, each.day) for each in before.activities] == [
        (each.ref, each.day) for each in after.activities
    ]
    assert [each.quantity for each in after.activities] == [12]


def test_totals_of_other_days_people_or_kinds_are_others() -> None:
    found = [
        *usage("ada@example.org,10,10\n")[0].activities,
        *usage("ada@example.org,10,10\n", last=27)[0].activities,
        *usage("noor@example.org,10,10\n")[0].activities,
    ]

    assert len({each.ref for each in found}) == len(found) == 6


@pytest.mark.parametrize("row", ["ada,,\n", "ada,-,n/a\n", "ada,0,0\n"])
def test_a_seat_in_which_nothing_was_done_is_unknown(row: str) -> None:
    (extract,) = usage(row)

    assert (extract.covers, extract.activities, extract.rows_refused) == (frozenset(), (), 0)


def test_a_figure_that_is_missing_is_not_zero_but_a_zero_is() -> None:
    first, second = usage("ada,7,\nnoor,7,0\n")

    assert first.covers == {Kind.SEARCH_MADE}
    assert second.covers == {Kind.SEARCH_MADE, Kind.LEAD_SAVED}


@pytest.mark.parametrize(
    ("first", "last", "refused"), [(1, 30, 0), (1, 1, 0), (2, 1, 1), (29, 1, 1)]
)
def test_a_range_must_begin_before_it_ends(first: int, last: int, refused: int) -> None:
    assert usage("ada,7,7\n", first, last)[0].rows_refused == refused


@pytest.mark.parametrize("kind", [kind for kind in Kind if not kind.is_state])
def test_every_kind_of_deed_can_come_in_a_table(kind: Kind) -> None:
    row = f"ada@example.org,{kind.label},2026-06-01\n"
    (extract,) = read_text("member,kind,occurred_at\n" + row).extracts

    assert [each.kind for each in extract.activities] == [kind]
    assert extract.covers == {kind}


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-06-01", 1),
        ("2026-06-01T23:59:59", 1),
        ("2026-06-01T23:59:59.123Z", 1),
        ("2026-06-01T23:59:59-01:00", 2),
        ("2026-06-02 00:30+0200", 1),
    ],
)
def test_a_moment_is_read_in_its_zone(written: str, day: int) -> None:
    (extract,) = read_text(f"member,kind,occurred_at\nada,lead_saved,{written}\n").extracts

    assert [each.day for each in extract.activities] == [date(2026, 6, day)]


def test_equal_rows_without_an_id_count_each_and_those_with_one_once() -> None:
    head = "member,kind,occurred_at,external_id\n"
    (without,) = read_text(head + "ada,lead_saved,2026-06-01,\n" * 2).extracts
    (named,) = read_text(head + "ada,lead_saved,2026-06-01,7\n" * 2).extracts

    assert (len(set(without.activities)), len(named.activities)) == (2, 1)


def test_a_team_file_under_the_name_of_an_export_file_is_still_known_by_its_columns() -> None:
    assert read_text(SEATS, "messages.csv").format == "sales_navigator"


def test_names_of_formats_and_files_are_unique() -> None:
    assert len({each.name for each in FORMATS}) == len(FORMATS)
    assert len({each.name for each in IMPORTERS}) == len(IMPORTERS)
    assert identify("anything.csv", SEATS.strip().split(",")) is None


@pytest.mark.parametrize("header", ["order,customer,price", "name,phone", "a,b,c", ""])
def test_other_tables_are_refused_without_a_question(header: str) -> None:
    with pytest.raises(BadInput, match=r"^orders\.csv (holds nothing|is empty)") as caught:
        read_text(header, "orders.csv")

    assert type(caught.value) is BadInput
