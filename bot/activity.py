"""An activity on its way from an importer or a log to the store, and the hashes that name it."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

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

    @property
    def label(self) -> str:
        """The source's name in JSON, such as ``linkedin_export``."""
        return self.name.lower()


BY_HAND = (Source.MANUAL_LOG, Source.CORRECTION)
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
