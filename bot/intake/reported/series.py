"""Reading files in which people keep what LinkedIn showed them, day after day.

Two forms are known. One has a row a day and English columns (``date,overall,brand,…``). The other
is written by a tracker that stores what the page shows: it has a row a number, ``;`` between its
cells and Portuguese labels (``data_referencia;secao;campo;…``).
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path, PurePath
from typing import BinaryIO, Final

from bot.errors import BadInput
from bot.intake.identity import plain
from bot.intake.model import RowError
from bot.intake.reported.checks import Given, What, reading_of, require_certain
from bot.intake.reported.pasted import read_pasted
from scoring.model import Pillar
from scoring.reported import ReportedReading, Whose

Label = tuple[Whose, What]
Row = Mapping[str, str]

_LARGEST: Final = 2**20
"""Ten years of days are a third of a mebibyte."""

_COLUMNS: Final[dict[str, Label]] = {
    "overall": (Whose.OWN, "total"),
    "brand": (Whose.OWN, Pillar.BRAND),
    "people": (Whose.OWN, Pillar.PEOPLE),
    "insights": (Whose.OWN, Pillar.INSIGHTS),
    "relationships": (Whose.OWN, Pillar.RELATIONSHIPS),
    "industry_rank_pct": (Whose.INDUSTRY, "rank"),
    "network_rank_pct": (Whose.NETWORK, "rank"),
    "industry_avg": (Whose.INDUSTRY, "total"),
    "network_avg": (Whose.NETWORK, "total"),
    "ind_brand": (Whose.INDUSTRY, Pillar.BRAND),
    "ind_people": (Whose.INDUSTRY, Pillar.PEOPLE),
    "ind_insights": (Whose.INDUSTRY, Pillar.INSIGHTS),
    "ind_rel": (Whose.INDUSTRY, Pillar.RELATIONSHIPS),
    "net_brand": (Whose.NETWORK, Pillar.BRAND),
    "net_people": (Whose.NETWORK, Pillar.PEOPLE),
    "net_insights": (Whose.NETWORK, Pillar.INSIGHTS),
    "net_rel": (Whose.NETWORK, Pillar.RELATIONSHIPS),
}
_LABELLED: Final = frozenset({"data_referencia", "secao", "campo", "valor_numerico"})
_SECTIONS: Final = {
    "os quatro componentes da sua pontuacao": Whose.OWN,
    "pessoas no seu setor": Whose.INDUSTRY,
    "pessoas na sua rede": Whose.NETWORK,
}
_PILLARS: Final = {
    "estabelecer sua marca profissional": Pillar.BRAND,
    "localizar as pessoas certas": Pillar.PEOPLE,
    "interagir oferecendo insights": Pillar.INSIGHTS,
    "criar relacionamentos": Pillar.RELATIONSHIPS,
}
_FIELDS: Final[dict[str, Label]] = {
    "social selling index atual": (Whose.OWN, "total"),
    "classificacao ssi do setor": (Whose.INDUSTRY, "rank"),
    "classificacao ssi da rede": (Whose.NETWORK, "rank"),
    "ssi medio do setor": (Whose.INDUSTRY, "total"),
    "ssi medio da rede": (Whose.NETWORK, "total"),
}
_NUMBER: Final = re.compile(r"-?\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Series:
    """What such a file gave: readings, oldest first, and why days were refused."""

    readings: tuple[ReportedReading, ...]
    refused: tuple[RowError, ...]


@dataclass(frozen=True, slots=True)
class _Day:
    """What a file says of one day: its first row, as a spreadsheet numbers it, and the numbers."""

    row: int
    day: str
    cells: tuple[tuple[Label, str], ...]


def read_series(source: Path | BinaryIO, name: str, today: date) -> Series | None:
    """Read a file of reported scores; None when it is something else.

    Days that cannot be, and days with zeros, which such files hold where reading failed, are
    refused one by one. A JSON file is one reading of today.

    Raises:
        BadInput: a JSON file cannot be read or cannot be; the sentence says why.
    """
    kind = PurePath(name.lower()).suffix
    text = _text(source) if kind in {".csv", ".json"} else None
    if text is None:
        return None
    if kind == ".json":
        reading = read_pasted(text, today)
        require_certain(reading)
        return Series((reading,), ())
    try:
        days = _days(text.splitlines())
    except csv.Error:
        return None
    return None if days is None else _series(days, today)


def _days(lines: Sequence[str]) -> list[_Day] | None:
    """Read what a table says of each day; None when its columns are not ours."""
    delimiter = ";" if lines and ";" in lines[0] else ","
    rows = csv.DictReader(lines, delimiter=delimiter, restval="", restkey="")
    columns = frozenset(rows.fieldnames or ())
    if columns >= _LABELLED:
        return list(_labelled(rows))
    if "date" in columns and columns & _COLUMNS.keys():
        return list(_tidy(rows))
    return None


def _text(source: Path | BinaryIO) -> str | None:
    """Give a small UTF-8 file's text; a stream is left where it was."""
    if isinstance(source, Path):
        with source.open("rb") as stream:
            return _text(stream)
    content = source.read(_LARGEST + 1)
    source.seek(0)
    try:
        return content.decode("utf-8-sig") if len(content) <= _LARGEST else None
    except UnicodeDecodeError:
        return None


def _tidy(rows: Iterator[Row]) -> Iterator[_Day]:
    for number, row in enumerate(rows, start=2):
        cells = ((label, row[column]) for column, label in _COLUMNS.items() if column in row)
        yield _Day(number, row["date"], tuple(cells))


def _labelled(rows: Iterator[Row]) -> Iterator[_Day]:
    days: dict[str, _Day] = {}
    for number, row in enumerate(rows, start=2):
        label = _label(plain(row["secao"]), plain(row["campo"]))
        if label:
            so_far = days.get(row["data_referencia"], _Day(number, row["data_referencia"], ()))
            cells = (*so_far.cells, (label, row["valor_numerico"]))
            days[so_far.day] = _Day(so_far.row, so_far.day, cells)
    yield from days.values()


def _label(section: str, name: str) -> Label | None:
    if section in _SECTIONS and name in _PILLARS:
        return _SECTIONS[section], _PILLARS[name]
    return _FIELDS.get(name)


def _series(days: Sequence[_Day], today: date) -> Series:
    readings: list[ReportedReading] = []
    refused: list[RowError] = []
    for each in days:
        try:
            readings.append(_reading(each, today))
        except BadInput as error:
            refused.append(RowError(each.row, str(error)))
    return Series(tuple(sorted(readings, key=lambda reading: reading.day)), tuple(refused))


def _reading(each: _Day, today: date) -> ReportedReading:
    try:
        day = date.fromisoformat(each.day.strip())
    except ValueError:
        raise BadInput("Its date is not written like “2026-05-19”.") from None
    given = [Given(*label, _value(cell)) for label, cell in each.cells if cell.strip()]
    reading = reading_of(day, given, today)
    require_certain(reading)
    return reading


def _value(cell: str) -> Decimal:
    if not _NUMBER.fullmatch(cell.strip()):
        raise BadInput("One of its cells is no number.")
    return Decimal(cell.strip().replace(",", "."))
