"""Reads the labelled questions that the model learns from; ``fresh.jsonl`` is never among them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.understanding.phrases import plain_words
from bot.understanding.question import Intent
from bot.understanding.spelling import mend
from bot.understanding.text import read_message

DATA = Path(__file__).parents[1] / "tests" / "data" / "understanding"
BESIDE = (
    DATA / "development.jsonl",
    DATA / "held_out.jsonl",
    Path(__file__).with_name("canonical.jsonl"),
)
"""Sentences of the rules' own author, and the plainest questions: no measure of anything."""

BOT_USER = "U0BOT"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence as plain words, who wrote it, and the readings accepted, the likeliest first."""

    text: str
    words: str
    voice: str
    accepted: tuple[Intent, ...]

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
    return [labelled for path in BESIDE for labelled in _read(path, path.stem)]


def _read(path: Path, voice: str) -> Iterator[Labelled]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = plain_words(mend(read_message(row["text"], BOT_USER).text))
        yield Labelled(row["text"], words, voice, tuple(Intent(name) for name in row["intent"]))
