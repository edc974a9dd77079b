"""Files of every format give exactly what stands beside them."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot.intake import ColumnMapping, Export, Extract, NeedsMapping, Unmapped, read

FOLDER = Path(__file__).parents[2] / "data" / "intake"
FILES = sorted(FOLDER.glob("*/*.csv"))
MAPPED = [path for path in FILES if path.with_suffix(".mapping.json").exists()]
TODAY = date(2026, 6, 30)


def given(path: Path, *mappings: ColumnMapping) -> Export:
    return read(path, path.name, salt=b"salt", today=TODAY, mappings=mappings)


def told(extract: Extract) -> dict[str, object]:
    """Tell an extract in JSON, without its hashes."""
    parts = {
        "subject": extract.subject,
        "recognised": extract.recognised,
        "source": extract.source.label,
        "rows": extract.rows_read,
        "covers": sorted(kind.label for kind in extract.covers),
        "activities": [
            f"{each.day} {each.quantity} {each.kind.label}{' with' * bool(each.counterpart)}"
            for each in extract.activities
        ],
        "refused": {str(error.row): error.reason for error in extract.refused},
        "period": [str(day) for day in extract.period or ()],
        "keeps_maximum": extract.keeps_maximum,
        "problem": extract.problem,
        "drift": extract.drift.structure() if extract.drift else None,
    }
    return {name: part for name, part in parts.items() if part}


def asked(unmapped: Unmapped) -> dict[str, object]:
    return {
        "format": unmapped.format,
        "headers": list(unmapped.headers),
        "required": [each.name for each in unmapped.fields if each.required],
        "suggestions": dict(unmapped.suggestions),
        "needs_period": unmapped.needs_period,
    }


def outcome(path: Path, *mappings: ColumnMapping) -> dict[str, object]:
    try:
        export = given(path, *mappings)
    except NeedsMapping as question:
        return {"asks": asked(question.unmapped)}
    return {"format": export.format, "extracts": [told(each) for each in export.extracts]}


def answered(path: Path) -> ColumnMapping:
    """Answer the question that a file ends in with what stands beside it."""
    answer = json.loads(path.with_suffix(".mapping.json").read_text())
    columns = answer["columns"] or {
        name: name for name in path.read_text().splitlines()[0].split(",")
    }
    period = tuple(map(date.fromisoformat, answer.get("period", ())))
    try:
        drift = given(path).extracts[0].drift
        unmapped = drift.unmapped if drift else None
    except NeedsMapping as question:
        unmapped = question.unmapped
    assert unmapped
    return unmapped.mapped(
        columns, dates=answer.get("dates", ""), period=(period[0], period[1]) if period else None
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_file_gives_what_stands_beside_it(path: Path) -> None:
    assert outcome(path) == json.loads(path.with_suffix(".expected.json").read_text())


@pytest.mark.parametrize("path", MAPPED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_file_whose_columns_were_matched_gives_what_stands_beside_it(path: Path) -> None:
    expected = json.loads(path.with_suffix(".mapped.json").read_text())

    assert outcome(path, answered(path)) == expected
