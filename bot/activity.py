"""An activity on its way from an importer or a log to the store, and the hashes that name it."""

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from operator import eq
from typing import ClassVar, overload

from scoring.model import Kind


class Source(IntEnum):
    """Where activities come from; the numbers are stored and never change."""

    LINKEDIN_EXPORT = 1
    MANUAL_LOG = 2
    SALES_NAVIGATOR = 3
    POST_ANALYTICS = 4
    CSV = 5
    API = 6
    SLACK = 7
    CORRECTION = 8
    SALES_NAVIGATOR_USAGE = 9

    @property
    def label(self) -> str:
        """The source's name in JSON, such as ``linkedin_export``."""
        return self.name.lower()


LOGGED = (Source.MANUAL_LOG, Source.SLACK)
"""What members told or showed in Slack: it can be undone for an hour, until a file shows it."""

BY_HAND = (*LOGGED, Source.CORRECTION)
"""What people told, rather than a file: members what they did, managers what was missing."""


@dataclass(frozen=True, slots=True)
class Activity:
    """A dated fact about a member, ready to be stored.

    ``day`` is when it happened (UTC), ``ref`` an 8-byte hash of what the source calls it, so that
    the same thing is known again; ``counterpart`` a hash of the other person or thread.
    """

    kind: Kind
    day: date
    ref: int
    quantity: int = 1
    counterpart: int | None = None


def fingerprint(salt: bytes, *parts: str) -> int:
    """Hash words to a signed 8-byte integer that tells nothing without the workspace's salt."""
    text = "\x1f".join(parts).encode()
    digest = hashlib.blake2b(text, digest_size=8, key=salt).digest()
    return int.from_bytes(digest, signed=True)


Entry = tuple[int, int, int, int, int | None]
"""An activity in plain numbers: kind, day as a date's ordinal, ref, quantity, counterpart."""


_SPAN = 500
"""So many days are sorted at once."""


class PackedActivities(Sequence[Activity]):
    """Activities in thirty bytes each, where a tuple of them takes three hundred."""

    def __init__(self, activities: Iterable[Activity] = ()) -> None:
        """Hold these, and whatever is added."""
        self._kinds = array("B")
        self._days = array("i")
        self._refs = array("q")
        self._quantities = array("q")
        self._counterparts = array("q")
        self._has_counterparts = array("B")
        self.extend(activities)

    def extend(self, activities: Iterable[Activity]) -> None:
        """Add activities at the end."""
        for each in activities:
            self._kinds.append(each.kind)
            self._days.append(each.day.toordinal())
            self._refs.append(each.ref)
            self._quantities.append(each.quantity)
            self._counterparts.append(each.counterpart or 0)
            self._has_counterparts.append(each.counterpart is not None)

    def in_order(self) -> Iterator[Entry]:
        """Give them by kind, then day, then ref; never is there a sorted copy of all."""
        days, refs, with_other = self._days, self._refs, self._has_counterparts
        quantities, counterparts = self._quantities, self._counterparts
        spans: defaultdict[tuple[int, int], array[int]] = defaultdict(lambda: array("I"))
        for place, (kind, day) in enumerate(zip(self._kinds, days, strict=True)):
            spans[kind, day // _SPAN].append(place)
        for span in sorted(spans):
            places = sorted(spans[span], key=refs.__getitem__)
            places.sort(key=days.__getitem__)
            for place in places:
                other = counterparts[place] if with_other[place] else None
                yield span[0], days[place], refs[place], quantities[place], other

    def __len__(self) -> int:
        return len(self._refs)

    @overload
    def __getitem__(self, index: int) -> Activity: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Activity, ...]: ...

    def __getitem__(self, index: int | slice) -> Activity | tuple[Activity, ...]:
        """Give one activity, or several."""
        if isinstance(index, slice):
            return tuple(self[place] for place in range(*index.indices(len(self))))
        return Activity(
            Kind(self._kinds[index]),
            date.fromordinal(self._days[index]),
            self._refs[index],
            self._quantities[index],
            self._counterparts[index] if self._has_counterparts[index] else None,
        )

    def __eq__(self, other: object) -> bool:
        """Be equal to any sequence of the same activities."""
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__: ClassVar[None]  # type: ignore[assignment]  # what can be added to has no hash
