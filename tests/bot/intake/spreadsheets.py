"""How these tests make spreadsheets: as LinkedIn does, and as it never would."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from openpyxl import Workbook

Table = Iterable[Iterable[object]]

TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
</Types>"""
BOOK = """<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="ENGAGEMENT" sheetId="1" r:id="rId1"/></sheets></workbook>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="worksheets/sheet1.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
</Relationships>"""
SHEET = """<?xml version="1.0" encoding="UTF-8"?>{doctype}
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<dimension ref="{extent}"/><sheetData>{rows}</sheetData>{after}</worksheet>"""


def spreadsheet(sheets: Mapping[str, Table]) -> io.BytesIO:
    """Make a spreadsheet of tables by the names of their sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    made = io.BytesIO()
    book.save(made)
    made.seek(0)
    return made


def engagement(
    rows: str, *, doctype: str = "", extent: str = "A1", after: str = "", **parts: str
) -> io.BytesIO:
    """Make a spreadsheet of one sheet, ENGAGEMENT, whose rows are written as XML.

    The extent that it claims to have is, as in LinkedIn's, that of a single cell. ``parts`` take
    the place of others of the file: ``types``, ``book``, ``relations``.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", parts.get("types", TYPES))
        archive.writestr("xl/workbook.xml", parts.get("book", BOOK))
        archive.writestr("xl/_rels/workbook.xml.rels", parts.get("relations", RELATIONS))
        sheet = SHEET.format(doctype=doctype, extent=extent, rows=rows, after=after)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    made.seek(0)
    return made


def xml_row(number: int, *cells: str) -> str:
    """Write a row of texts as a sheet's XML has them."""
    texts = "".join(
        f'<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for column, text in zip("ABCDEFG", cells, strict=False)
    )
    return f'<row r="{number}">{texts}</row>'
