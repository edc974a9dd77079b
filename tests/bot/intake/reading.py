"""How these tests make exports and read them."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bot.intake import ColumnMapping, Export, Extract, read

SAMPLES = Path(__file__).parents[2] / "data" / "linkedin"
TODAY = date(2026, 6, 30)
Content = str | bytes


def zipped(files: Mapping[str, Content]) -> io.BytesIO:
    """Pack files into a ZIP."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    made.seek(0)
    return made


def read_files(
    files: Mapping[str, Content], *mappings: ColumnMapping, owner: str | None = None
) -> Export:
    """Read files as a ZIP."""
    return read(
        zipped(files), "export.zip", salt=b"salt", today=TODAY, owner=owner, mappings=mappings
    )


def read_one(name: str, content: Content, *, owner: str | None = None) -> Extract:
    """Read one CSV file by itself."""
    stream = io.BytesIO(content.encode() if isinstance(content, str) else content)
    (extract,) = read(stream, name, salt=b"salt", today=TODAY, owner=owner).extracts
    return extract


def sample(year: str) -> dict[str, bytes]:
    """Load the files of a year's sample by their paths."""
    folder = SAMPLES / year
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".csv", ".html")
    }
