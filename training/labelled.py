"""Reads the labelled questions that the models learn from, and those that they never do."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.understanding.model import KINDS
from bot.understanding.phrases import plain_words
from bot.understanding.question import Intent, SubjectKind
from bot.understanding.spelling import mend
from bot.understanding.text import PERSON, read_message

HERE = Path(__file__).parent
DATA = HERE.parent / "tests" / "data" / "understanding"
BESIDE = (
    DATA / "development.jsonl",
    DATA / "held_out.jsonl",
    HERE / "canonical.jsonl",
    HERE / "phrasings.jsonl",
)
"""Sentences of the rules' authors, and plain ones: no measure of anything."""

BOT_USER = "U0BOT"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, plain and as words, who wrote it, and the readings accepted, the likeliest first.

    ``subject`` is None where a person is mentioned or none was labelled: nothing to learn.
    """

    text: str
    plain: str
    words: str
    voice: str
    author: str
    accepted: tuple[Intent, ...]
    subject: SubjectKind | None

    @property
    def intent(self) -> Intent:
        """The likeliest reading."""
        return self.accepted[0]


def read_voices() -> list[Labelled]:
    """Read the sentences of all voices, each of which is held out in turn."""
    paths = sorted((DATA / "voices").glob("*.jsonl"))
    return [labelled for path in paths for labelled in _read(path, path.stem)]


def read_beside() -> list[Labelled]:
    """Read the further sentences that every model learns from."""
    return [labelled for path in BESIDE for labelled in _read(path, "")]


def _read(path: Path, author: str) -> Iterator[Labelled]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        plain = mend(read_message(row["text"], BOT_USER).text)
        words = plain_words(plain)
        kinds = [kind for kind in KINDS if kind.value in row.get("subject", ())[:1]]
        yield Labelled(
            text=row["text"],
            plain=plain,
            words=words,
            voice=row.get("name", path.stem),
            author=author,
            accepted=tuple(Intent(name) for name in row["intent"]),
            subject=kinds[0] if kinds and PERSON not in words else None,
        )
