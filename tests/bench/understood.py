"""What was made of labelled questions by the rules, the shipped models and those left out.

What a model made of voices and authors that it had not heard is read from training/left_out.jsonl,
which ``training/models.py`` writes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from statistics import mean
from zoneinfo import ZoneInfo

from bot.understanding import Intent, understand
from bot.understanding.intents import Scorer
from bot.understanding.model import is_fragment
from bot.understanding.phrases import plain_words
from bot.understanding.rules import score_by_rules
from bot.understanding.spelling import mend
from bot.understanding.subjects import subject_by_rules
from bot.understanding.text import PERSON, read_message

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data" / "understanding"
LEFT_OUT = ROOT / "training" / "left_out.jsonl"
VOICES = "voices/*.jsonl"
NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Berlin")
BOT_USER = "U0BOT"
BANDS = 10


@dataclass(frozen=True, slots=True)
class Told:
    """What was made of one labelled sentence: readings likeliest first, and what was right."""

    text: str
    voice: str
    learner: bool
    accepted: list[str]
    readings: list[str]
    confidence: float
    right: dict[str, bool]

    @property
    def hit(self) -> bool:
        """Whether the likeliest reading is accepted."""
        return self.readings[0] in self.accepted


def read(name: str, scorer: Scorer, *, by_rules: bool = False) -> list[Told]:
    """Understand labelled sentences of some files; ``by_rules`` takes the rules' subject, too."""
    return [
        _told(json.loads(line), scorer, by_rules=by_rules)
        for path in sorted(DATA.glob(name))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def _told(row: dict, scorer: Scorer, *, by_rules: bool) -> Told:
    text = row["text"]
    question = understand(text, now=NOW, zone=ZONE, bot_user=BOT_USER, scorer=scorer)
    told = question.as_json()
    period = told["period"] and [told["period"]["from"], told["period"]["to"]]
    message = read_message(text, BOT_USER)
    subject = told["subject"]
    if by_rules and PERSON not in message.text:
        subject = subject_by_rules(plain_words(mend(message.text))).value
    right = {
        "subject": subject in row["subject"],
        "pillar": told["pillar"] == row["pillar"],
        "signal": told["signal"] in row["signal"],
        "period": period in row["period"],
        "no false period": period is None or row["period"] != [None],
    }
    readings = [question.intent.value, *question.alternatives[:2]]
    return Told(
        text=text,
        voice=row.get("name", ""),
        learner=row.get("learner", False),
        accepted=row["intent"],
        readings=readings,
        confidence=question.confidence,
        right=right,
    )


@cache
def unheard(held_out: str, variant: str) -> list[Told]:
    """Tell what models made of sentences whose voice or author they had not heard.

    Args:
        held_out: ``voice`` or ``author``.
        variant: ``default`` or ``sentences``.
    """
    lines = LEFT_OUT.read_text(encoding="utf-8").splitlines()
    rows = {row["text"]: row for row in map(json.loads, lines)}
    labels = {
        row["text"]: row
        for path in DATA.glob(VOICES)
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    }
    told = []
    for by_rules in heard_by_rules():
        text = by_rules.text
        made = rows[text][f"unheard {held_out}"]
        right = dict(by_rules.right)
        readings, confidence, subject = made[variant]
        if _is_read_by_model(text):
            right["subject"] = subject in labels[text]["subject"]
        told.append(replace(by_rules, readings=readings, confidence=confidence, right=right))
    return told


def _is_read_by_model(text: str) -> bool:
    plain = read_message(text, BOT_USER).text
    return PERSON not in plain and not is_fragment(plain_words(mend(plain)))


def by_rules_alone(text: str) -> Mapping[Intent, float]:
    """Score the intents of a plain text by the rules and nothing else."""
    return score_by_rules(plain_words(text))


@cache
def heard_by_rules() -> list[Told]:
    """Understand the voices' sentences by the rules alone."""
    return read(VOICES, by_rules_alone, by_rules=True)


def why_recall(rows: Iterable[Told]) -> float:
    """Tell the share of questions why a score changed that were understood as such."""
    asked = [told for told in rows if told.accepted[0] == Intent.WHY_CHANGE.value]
    return mean(told.hit for told in asked)


def bands(rows: Sequence[Told]) -> Iterator[tuple[int, list[float], list[bool]]]:
    """Sort rows by confidence into bands: a band's number, its confidences, and what was right."""
    for band in range(BANDS):
        here = [told for told in rows if min(int(told.confidence * BANDS), BANDS - 1) == band]
        if here:
            yield band, [told.confidence for told in here], [told.hit for told in here]


def calibration_error(rows: Sequence[Told]) -> float:
    """Tell the expected calibration error, 0 to 1: the mean gap of confidence and being right."""
    gaps = (len(hits) * abs(mean(sure) - mean(hits)) for _, sure, hits in bands(rows))
    return sum(gaps) / len(rows)
