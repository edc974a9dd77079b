"""Numbers met while reading, in twelve bytes each, so that a file of a million rows can be read."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

_LEAST: Final = -(2**63)
# A shelf this long is sought through as quickly as it is added to.
_SHELF_LENGTH: Final = 1_000


class Places:
    """Gives each number of eight bytes its place in the order in which they are first met."""

    def __init__(self) -> None:
        """Begin with none."""
        self._met = 0
        # Shelf by shelf, sorted: the numbers, and beside each its place.
        self._starts = [_LEAST]
        self._shelves = [(array("q"), array("I"))]

    def place(self, number: int) -> int:
        """Give a number's place; that of one not met before is the next."""
        shelf = bisect_right(self._starts, number) - 1
        numbers, places = self._shelves[shelf]
        at = bisect_left(numbers, number)
        if at < len(numbers) and numbers[at] == number:
            return places[at]
        numbers.insert(at, number)
        places.insert(at, self._met)
        self._met += 1
        if len(numbers) > _SHELF_LENGTH:
            self._split(shelf)
        return self._met - 1

    def _split(self, shelf: int) -> None:
        numbers, places = self._shelves[shelf]
        half = len(numbers) // 2
        self._starts.insert(shelf + 1, numbers[half])
        self._shelves[shelf : shelf + 1] = [
            (numbers[:half], places[:half]),
            (numbers[half:], places[half:]),
        ]

    def __len__(self) -> int:
        return self._met

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Give the numbers, sorted, each with its place."""
        for numbers, places in self._shelves:
            yield from zip(numbers, places, strict=True)
