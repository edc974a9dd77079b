"""Hostile files: each is refused or taken in part, quickly, in a sentence, and tells nothing."""

import io
import json
import logging
import time
from dataclasses import dataclass, field

import pytest

from bot.errors import BadInput
from bot.intake import ColumnMapping, Export, Extract, NeedsMapping, read
from tests.bot.intake.hostile_files import MAKERS, STORED, hostile_file
from tests.bot.intake.planted import PLANTED, Made
from tests.bot.intake.reading import TODAY

SECONDS = 1.5
"""Of the processor, for each megabyte begun; a second is promised, and a test may not be shaky."""


@dataclass(frozen=True)
class Refused:
    """Nothing of what was sent was read, for this reason."""

    sentence: str


@dataclass(frozen=True)
class Aside:
    """Each file in it was set aside as a whole, for this reason."""

    sentence: str


@dataclass(frozen=True)
class Taken:
    """So many activities were taken, and these rows refused."""

    activities: int
    refused: dict[int, str] = field(default_factory=dict)


NO_NAMES = "This file has no row of column names. Expected: "
STRANGE = "The columns of this file are not those we know. "
FORMS = "Most rows of this file hold values written in a way we do not know, so nothing of it was"
NOT_UTF8 = "This file is not written in UTF-8. Please send the file as LinkedIn made it"
TOO_MUCH = "export.zip would unpack to far more than a LinkedIn export holds, so it was not opened."
CUT = "export.zip is cut short or damaged. Please download the export from LinkedIn once more."
DAMAGED_INSIDE = "This file is damaged inside the ZIP. Please download the export once more."
NOTHING = "holds nothing that feeds the score. Expected is the ZIP of LinkedIn's data export"
LARGE = "This spreadsheet is far larger than any that LinkedIn makes, so it was not opened."
ENTITIES = "This spreadsheet defines entities, which LinkedIn's never do, so it was not opened."
DAMAGED = "This spreadsheet is damaged. Please download it from LinkedIn once more."
ANOTHER = "Content.xlsx is a spreadsheet, but not one of LinkedIn's post analytics in English."
NO_DATE = "Its date is not written like “2026-02-09 01:21:47”."
NO_AMERICAN_DATE = "Its date is not written like “1/29/2026”."
NO_DAY = "Its date does not exist in the calendar."
NUL = "It holds characters that no text has (NUL); the file may be damaged."
LONG = "It is far too long; a closing quotation mark may be missing."
NO_FIGURE = "Its figure in “Impressions” is not a whole number."

EXPECTED: dict[str, Refused | Aside | Taken] = {
    # Names, and what a file is
    "archive_that_is_text": Refused("export.zip is not a ZIP file, although its name says so."),
    "empty": Refused("Comments.csv is empty. Please send the file as LinkedIn made it."),
    "encrypted_spreadsheet": Refused("Content.xlsx is password-protected, or of an old Excel."),
    "json_named_csv": Aside(NO_NAMES),
    "page_named_csv": Aside(NO_NAMES),
    "pdf_named_anything": Refused(f"export.csv {NOTHING}"),
    "pdf_named_csv": Aside(NOT_UTF8),
    "picture": Refused("export.png is neither a ZIP nor a CSV or Excel file."),
    "spreadsheet_that_is_text": Refused("Content.xlsx is not an Excel file, although its name"),
    # Encodings
    "cut_in_a_character": Aside(NOT_UTF8),
    "latin1": Aside(NOT_UTF8),
    "line_ends_of_an_old_mac": Taken(2),
    "nul_in_a_row": Taken(1, {3: NUL}),
    "utf16_with_mark": Aside(NOT_UTF8),
    "utf16_without_mark": Aside(NOT_UTF8),
    "utf32": Aside(NOT_UTF8),
    "utf8_broken_late": Aside(NOT_UTF8),
    "utf8_with_mark": Taken(1),
    # Columns
    "blank_lines": Aside(NO_NAMES),
    "columns_shifted": Taken(
        2,
        {
            3: "It has 4 cells instead of 3; a comma or quotation mark may be out of place.",
            4: "It has 2 cells instead of 3; it may have been cut.",
        },
    ),
    "columns_swapped": Aside(FORMS),
    "delimiter_semicolon": Aside(NO_NAMES),
    "delimiter_tab": Aside(NO_NAMES),
    "header_in_german": Aside(NO_NAMES),
    "header_missing": Aside(NO_NAMES),
    "header_only": Taken(0),
    "header_twice": Aside(f"{STRANGE}Twice: Date."),
    "header_unknown": Aside(f"{STRANGE}Unknown: Mood."),
    # Rows
    "activities_out_of_bounds": Taken(
        7,
        {
            3: "Its quantity is not from 1 to 1,000.",
            4: "Its quantity is not a whole number.",
            5: "Its quantity is not a whole number.",
            6: "Its kind is not one we know.",
            7: "It does not say whose it is.",
            8: NO_DAY,
        },
    ),
    "cut_in_a_row": Taken(2, {4: "It has 2 cells instead of 3; it may have been cut."}),
    "dates_beyond_time": Taken(
        0,
        {
            2: NO_DAY,
            3: "Its date is in the future.",
            4: "Its date is before 5 May 2003, the day LinkedIn opened.",
            5: NO_DAY,
        },
    ),
    "dates_in_wrong_forms_among_good": Taken(
        8, {**dict.fromkeys(range(10, 15), NO_DATE), 15: NO_DAY}
    ),
    "dates_in_wrong_forms_only": Aside(FORMS),
    "digits_of_another_script": Taken(2, {2: NO_DATE}),
    "formula_cells": Taken(4, dict.fromkeys((3, 4, 5), NO_DATE)),
    "invitations_sideways": Taken(
        1,
        {
            2: "Its direction is neither OUTGOING nor INCOMING.",
            3: "Its date is not written like “1/29/26, 2:37 PM”.",
        },
    ),
    "names_that_trick_the_eye": Taken(2, {2: NUL}),
    "quotes_within": Taken(2),
    # Large CSV files
    "csv_huge_cell": Taken(2, dict.fromkeys((3, 4), LONG)),
    "csv_huge_line": Aside(NO_NAMES),
    "csv_of_brackets": Taken(1),
    "csv_of_commas": Taken(1, dict.fromkeys((3, 4), LONG)),
    "csv_of_dates_without_end": Taken(2, {2: NO_DATE}),
    "csv_of_escapes": Taken(0, {2: LONG}),
    "csv_of_figures_without_end": Taken(6, {2: "One of its figures is not a whole number."}),
    "csv_of_titles_without_end": Taken(1),
    "csv_of_very_many_columns": Refused(f"leads.csv {NOTHING}"),
    "csv_quote_never_closed": Taken(18_528, {3: LONG}),
    # ZIP files
    "zip_cut_short": Refused(CUT),
    "zip_damaged_inside": Aside(DAMAGED_INSIDE),
    "zip_dense": Refused(TOO_MUCH),
    "zip_locked": Refused("export.zip is password-protected. Unzip it on your computer and send"),
    "zip_named_csv": Taken(1),
    "zip_of_a_symbolic_link": Aside(NO_NAMES),
    "zip_of_absolute_paths": Taken(2),
    "zip_of_an_article_whose_tags_never_end": Aside(
        "This article's file does not say when it was published."
    ),
    "zip_of_another_company": Refused(f"export.zip {NOTHING}"),
    "zip_of_many_files": Refused(TOO_MUCH),
    "zip_of_names_that_trick_the_eye": Taken(1),
    "zip_of_nothing": Refused(f"export.zip {NOTHING}"),
    "zip_of_overlapping_files": Refused(TOO_MUCH),
    "zip_of_two_files_of_one_name": Taken(2),
    "zip_of_zips": Refused("export.zip holds another ZIP. Please unzip it once and send the ZIP"),
    "zip_packed_in_a_rare_way": Aside(DAMAGED_INSIDE),
    "zip_that_climbs_out": Taken(1),
    "zip_whose_size_lies": Aside(DAMAGED_INSIDE),
    "zip_without_its_end": Refused(CUT),
    # Spreadsheets
    "xlsx_billion_laughs": Refused(ENTITIES),
    "xlsx_columns_far_right": Taken(4),
    "xlsx_cut_short": Refused("Content.xlsx is cut short or damaged."),
    "xlsx_deeply_nested": Taken(4),
    "xlsx_entity_among_relations": Refused(ENTITIES),
    "xlsx_entity_in_utf16": Refused(ENTITIES),
    "xlsx_external_entity": Refused(ENTITIES),
    "xlsx_merged_all_over": Taken(4),
    "xlsx_of_a_day_beyond_time": Taken(4, {4: NO_AMERICAN_DATE}),
    "xlsx_of_a_number_that_cannot_be_read": Refused(DAMAGED),
    "xlsx_of_another_kind": Refused(ANOTHER),
    "xlsx_of_formulas_as_texts": Aside(FORMS),
    "xlsx_of_formulas_with_values": Taken(2, {2: NO_AMERICAN_DATE}),
    "xlsx_of_formulas_without_values": Aside(FORMS),
    "xlsx_of_more_cells_than_a_year_has": Refused(LARGE),
    "xlsx_of_no_xml": Refused(DAMAGED),
    "xlsx_of_numbers_that_are_none": Taken(10, dict.fromkeys((2, 3, 4), NO_FIGURE)),
    "xlsx_of_strings_that_are_missing": Refused(DAMAGED),
    "xlsx_of_very_many_cells": Refused("Content.xlsx would unpack to far more than"),
    "xlsx_of_wild_extent": Taken(4),
    "xlsx_of_wrong_content_types": Refused(DAMAGED),
    "xlsx_row_beyond_counting": Refused(LARGE),
    "xlsx_row_far_below": Refused(LARGE),
    "xlsx_whose_sheet_is_elsewhere": Refused(ANOTHER),
    "xlsx_with_columns_shifted": Aside(FORMS),
    "xlsx_with_columns_twice": Aside(f"{STRANGE}Twice: Impressions."),
    "xlsx_without_column_names": Aside(NO_NAMES),
}


def outcome(made: Made, *mappings: ColumnMapping) -> Export | str:
    """Read a file; where its columns must be matched, somebody agrees to what is suggested."""
    name, content = made
    try:
        return read(io.BytesIO(content), name, salt=b"salt", today=TODAY, mappings=mappings)
    except NeedsMapping as question:
        return outcome(made, question.unmapped.mapped(question.unmapped.suggestions))
    except BadInput as refusal:
        return str(refusal)


def sayings(result: Export | str) -> list[str]:
    """Give all that people, admins and bug reports are told of a file."""
    if isinstance(result, str):
        return [result]
    drifts = [each.drift.structure() for each in result.extracts if each.drift]
    return [repr(result), json.dumps(drifts, ensure_ascii=False)]


def told(result: Export | str) -> Refused | Aside | Taken:
    if isinstance(result, str):
        return Refused(result)
    problems = {extract.problem for extract in result.extracts if extract.problem}
    if problems:
        (problem,) = problems
        assert all(is_empty(extract) for extract in result.extracts), "nothing of it comes in"
        return Aside(problem)
    rows = {error.row: error.reason for extract in result.extracts for error in extract.refused}
    assert len(rows) == sum(extract.rows_refused for extract in result.extracts)
    return Taken(sum(len(extract.activities) for extract in result.extracts), rows)


def is_empty(extract: Extract) -> bool:
    return not (extract.activities or extract.standings or extract.covers)


def test_each_file_has_an_expectation_and_they_are_many() -> None:
    assert STORED.keys() | MAKERS.keys() == EXPECTED.keys()
    assert not STORED.keys() & MAKERS.keys()
    assert len(EXPECTED) >= 80


@pytest.mark.parametrize("case", sorted(EXPECTED))
def test_a_hostile_file_is_refused_or_taken_in_part(
    case: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    made, expected = hostile_file(case), EXPECTED[case]
    begun = time.thread_time()

    result = outcome(made)

    assert time.thread_time() - begun < SECONDS * (1 + len(made[1]) / 1e6)
    found = told(result)
    if isinstance(expected, Taken):
        assert found == expected
    else:
        assert isinstance(found, type(expected))
        assert found.sentence.startswith(expected.sentence)
    assert [
        text for text in (*sayings(result), caplog.text, *capfd.readouterr()) if PLANTED in text
    ] == []
