"""All hostile files: the small ones are stored, those that are large or packed are made.

``python -m tests.bot.intake.hostile_files FOLDER`` writes the made ones into a folder.
"""

import sys
from pathlib import Path

from tests.bot.intake import hostile_archives, hostile_spreadsheets, hostile_tables
from tests.bot.intake.planted import Made

FOLDER = Path(__file__).parents[2] / "data" / "hostile"

STORED = {path.parent.name: path for path in FOLDER.glob("*/*")}
MAKERS = {
    **hostile_archives.hostile,
    **hostile_tables.hostile,
    **hostile_spreadsheets.hostile,
}


def hostile_file(case: str) -> Made:
    """Give the file of a case: the name under which it is sent, and its content."""
    if case in STORED:
        return STORED[case].name, STORED[case].read_bytes()
    return MAKERS[case]()


if __name__ == "__main__":
    for case, maker in MAKERS.items():
        name, content = maker()
        folder = Path(sys.argv[1]) / case
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
