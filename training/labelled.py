"""Reads the labelled questions that the models learn from, and those that they never do."""

import json
from dataclasses import dataclass
from pathlib import Path

from bot.understanding.model import KINDS
from bot.understanding.phrases import plain_words
from bot.understanding.question import Intent, SubjectKind
from bot.understanding.spelling import mend
from bot.understanding.text import PERSON, read_message

HERE = Path(__file__).parent
DATA = HERE.parent / "tests" / "data" / "understanding"
BESIDE = {
    DATA / "development.jsonl": 1,
    DATA / "held_out.jsonl": 1,
    HERE / "canonical.jsonl": 5,
    HERE / "phrasings.jsonl": 1,
}
"""Sentences of the rules' authors, and plain ones: no measure of anything.

The plainest count several times: thousands of unusual sentences must not drown "show my data".
"""

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
    return [labelled for path, times in BESIDE.items() for labelled in _read(path, "") * times]


def _read(path: Path, author: str) -> list[Labelled]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [_labelled(row, row.get("name", path.stem), author) for row in rows]


def _labelled(row: dict, voice: str, author: str) -> Labelled:
    plain = mend(read_message(row["text"], BOT_USER).text)
    words = plain_words(plain)
    kinds = [kind for kind in KINDS if kind.value in row.get("subject", ())[:1]]
    return Labelled(
        text=row["text"],
        plain=plain,
        words=words,
        voice=voice,
        author=author,
        accepted=tuple(Intent(name) for name in row["intent"]),
        subject=kinds[0] if kinds and PERSON not in words else None,
    )
