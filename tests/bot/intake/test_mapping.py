"""Matching columns: a person answers once, and files of that make are read from then on."""

import io
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.intake import ColumnMapping, Extract, NeedsMapping, Unmapped, read
from bot.intake.date_forms import written_form
from bot.intake.dates import LINKEDIN_OPENED, read_moment
from bot.intake.linkedin.registry import IMPORTERS, identify
from bot.intake.mapping import Field, fingerprint_of, suggest, unmapped
from tests.bot.intake.reading import TODAY, read_files, sample

REPORT = "Mitarbeiterin,Suchen,Leads gespeichert\nada@example.org,12,3\n"
JUNE = (date(2026, 6, 1), date(2026, 6, 30))
SAMPLE = sample("2026")
WHOSE = ("Profile.csv", "Invitations.csv", "Positions.csv")
"""The files that tell whose an export is."""


def read_text(text: str, name: str, *mappings: ColumnMapping) -> tuple[Extract, ...]:
    stream = io.BytesIO(text.encode())
    return read(stream, name, salt=b"salt", today=TODAY, mappings=mappings).extracts


def question(text: str, name: str, *mappings: ColumnMapping) -> Unmapped:
    with pytest.raises(NeedsMapping) as caught:
        read_text(text, name, *mappings)
    return caught.value.unmapped


def renamed(name: str) -> tuple[bytes, str]:
    """Give a file of the sample's with its last required column renamed, and that column."""
    importer = identify(name)
    assert importer
    column = importer.columns.required[-1]
    content = SAMPLE[name].decode().replace(column, f"{column} neu", 1)
    return content.encode(), column


def matched(drifted: Extract, column: str) -> ColumnMapping:
    """Match the renamed column, and all others as suggested."""
    assert drifted.drift
    assert drifted.drift.unmapped
    suggestions = drifted.drift.unmapped.suggestions
    return drifted.drift.unmapped.mapped({**suggestions, column: f"{column} neu"})


RENAMABLE = [
    name
    for name in SAMPLE
    if (importer := identify(name)) and len(importer.columns.required) > 1 and importer in IMPORTERS
]


@pytest.mark.parametrize("name", RENAMABLE)
def test_a_column_renamed_by_linkedin_is_read_once_a_person_has_matched_it(name: str) -> None:
    content, column = renamed(name)
    files = {each: SAMPLE[each] for each in (*WHOSE, name)}
    expected = {each.file: each for each in read_files(files).extracts}[name]
    drifted = {each.file: each for each in read_files(files | {name: content}).extracts}[name]

    assert drifted.activities == ()
    assert drifted.drift
    assert (drifted.drift.unknown, drifted.drift.missing) == ((f"{column} neu",), (column,))
    mapping = matched(drifted, column)
    again = {each.file: each for each in read_files(files | {name: content}, mapping).extracts}
    assert again[name] == expected


def test_a_mapping_is_for_files_of_the_same_columns_only() -> None:
    content, column = renamed("Comments_17529409.csv")
    (drifted,) = read_text(content.decode(), "Comments.csv")
    mapping = matched(drifted, column)

    (other,) = read_text(content.decode().replace("Message", "Text", 1), "Comments.csv", mapping)

    assert other.problem
    assert not read_text(content.decode(), "Comments.csv", mapping)[0].problem


def test_a_report_without_days_asks_for_them_each_time() -> None:
    asked = question(REPORT, "usage_report.csv")
    mapping = asked.mapped({"person": "Mitarbeiterin", "search_made": "Suchen"})

    again = question(REPORT, "usage_report.csv", mapping)
    (extract,) = read_text(REPORT, "usage_report.csv", again.mapped(again.suggestions, period=JUNE))

    assert again.suggestions == mapping.columns
    assert [(each.day, each.quantity) for each in extract.activities] == [(JUNE[1], 12)]
    assert extract.period == JUNE


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"search_made": "Suchen"}, "Please choose a column for: person."),
        ({"person": "Mitarbeiterin"}, "Please choose a column for at least one thing"),
        ({"person": "Name", "search_made": "Suchen"}, "The file has no such column: Name."),
        ({"person": "Suchen", "search_made": "Suchen"}, "One column was chosen twice."),
    ],
)
def test_an_answer_that_cannot_be_used_says_why(columns: Mapping[str, str], sentence: str) -> None:
    with pytest.raises(BadInput, match=f"^{sentence}"):
        question(REPORT, "usage_report.csv").mapped(columns)


def test_how_dates_are_written_must_name_day_month_and_year() -> None:
    asked = question(REPORT, "usage_report.csv")
    columns = {"person": "Mitarbeiterin", "search_made": "Suchen"}

    with pytest.raises(BadInput, match=r"like this: DD\.MM\.YYYY"):
        asked.mapped(columns, dates="MM/YYYY")


def test_an_address_is_suggested_before_a_name() -> None:
    fields = (Field("person", required=True, words=("e-mail", "name")),)

    assert suggest(["Name", "E-Mail"], fields) == {"person": "E-Mail"}


@given(st.lists(st.sampled_from(["Date", "When", "Kind", "kind ", "Who", "who's", ""])))
def test_each_column_is_suggested_once_and_is_there(header: list[str]) -> None:
    fields = [Field("date"), Field("kind"), Field("who", words=("whos",)), Field("when")]

    asked = unmapped("Any", header, fields)

    assert set(asked.suggestions.values()) <= set(asked.headers)
    assert len(set(asked.suggestions.values())) == len(asked.suggestions)


@given(st.permutations(["Activity date", "KIND", "who", ""]))
def test_a_fingerprint_does_not_see_order_case_or_spaces(header: list[str]) -> None:
    assert fingerprint_of(header) == fingerprint_of(["activity_date ", "Kind", "Who"])
    assert fingerprint_of([*header, "more"]) != fingerprint_of(header)


@given(
    st.dates(min_value=LINKEDIN_OPENED, max_value=TODAY),
    st.sampled_from(["DD.MM.YYYY", "D/M/YYYY", "YYYY-MM-DD", "MM/DD/YY", "YYYYMMDD"]),
)
def test_a_date_is_read_as_a_person_says_it_is_written(day: date, told: str) -> None:
    parts = {
        "YYYY": f"{day:%Y}",
        "YY": f"{day:%y}",
        "MM": f"{day:%m}",
        "DD": f"{day:%d}",
        "D": str(day.day),
        "M": str(day.month),
    }
    text = told
    for part, value in parts.items():
        text = text.replace(part, value)

    assert read_moment(text, (written_form(told),), TODAY).date() == day
