"""Words planted into files, and the search for them wherever they must not be."""

import csv
import io
from collections.abc import Collection, Iterable, Mapping
from itertools import product
from string import ascii_lowercase

NO_WORDS = frozenset({
    "Connected On", "Creation Date", "DATE", "Date", "Date/Time", "Direction", "Endorsement Date",
    "Endorsement Status", "Event Time", "FOLDER", "Finished On", "Followed On",
    "IS CONVERSATION DRAFT", "IS MESSAGE DRAFT", "Sent At", "Started On", "Status", "Time", "Type",
    "Visibility",
})  # fmt: skip
"""Columns that hold no words of anybody's: they are left alone, for a row to be read by."""


class Words:
    """Gives words that are nowhere else, and remembers them."""

    def __init__(self) -> None:
        """Begin with the first of them."""
        self._letters = product(ascii_lowercase, repeat=3)
        self._of: dict[str, str] = {}

    def of(self, text: str) -> str:
        """Give the word of a text: the same for the same text, as somebody's name is the same."""
        if text not in self._of:
            self._of[text] = f"Zqx{''.join(next(self._letters))}Q"
        return self._of[text]

    @property
    def all(self) -> tuple[str, ...]:
        """All words that were given."""
        return tuple(self._of.values())


def planted(content: bytes, words: Words, own: Collection[str]) -> bytes:
    """Plant a word into each text of a CSV file, but for what names its owner."""
    rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
    head = next((at for at, row in enumerate(rows) if len(row) > 1), 0)
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerows(rows[: head + 1])
    for row in rows[head + 1 :]:
        writer.writerow(
            cell
            if column in NO_WORDS or any(each in cell.casefold() for each in own)
            else f"{cell} {words.of(cell)}".lstrip()
            for column, cell in zip(rows[head], row, strict=False)
        )
    return made.getvalue().encode()


def found(words: Iterable[str], places: Mapping[str, bytes]) -> list[str]:
    """Name the words that are somewhere, in whatever case and in whatever width of letters."""
    folded = {place: text.lower() for place, text in places.items()}
    return [
        f"{word} in {place}"
        for word in words
        for place, text in folded.items()
        if any(word.lower().encode(width) in text for width in ("utf-8", "utf-16-le", "utf-16-be"))
    ]
