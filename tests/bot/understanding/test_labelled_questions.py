"""How often labelled questions are understood: floors a little below what was measured.

What the files are, and how far each can be trusted, stands in tests/data/understanding/README.md.
"""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TypedDict
from zoneinfo import ZoneInfo

import pytest

from bot.understanding import understand

DATA = Path(__file__).parents[2] / "data" / "understanding"
NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Berlin")


class Labelled(TypedDict):
    text: str
    voice: str
    intent: list[str]
    subject: list[str]
    pillar: str | None
    period: list[list[str] | None]
    signal: list[str | None]


def read(name: str) -> list[Labelled]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def shares_right(rows: list[Labelled]) -> dict[str, float]:
    """Tell the share of rows understood rightly, by what was to be understood."""
    right: Counter[str] = Counter()
    for row in rows:
        question = understand(row["text"], now=NOW, zone=ZONE, bot_user="U0BOT")
        told = question.as_json()
        period = told["period"] and [told["period"]["from"], told["period"]["to"]]
        offered = {question.intent.value, *question.alternatives[:2]}
        right["intent"] += told["intent"] in row["intent"]
        right["three readings"] += not offered.isdisjoint(row["intent"])
        right["subject"] += told["subject"] in row["subject"]
        right["pillar"] += told["pillar"] == row["pillar"]
        right["period"] += period in row["period"]
        right["no false period"] += period is None or row["period"] != [None]
        right["signal"] += told["signal"] in row["signal"]
    return {name: count / len(rows) for name, count in right.items()}


FLOORS = {
    "held_out.jsonl": {
        "intent": 0.90,
        "three readings": 0.96,
        "subject": 0.94,
        "pillar": 0.98,
        "period": 0.96,
        "no false period": 0.98,
        "signal": 0.96,
    },
    "fresh.jsonl": {
        "intent": 0.49,
        "three readings": 0.64,
        "subject": 0.91,
        "pillar": 0.98,
        "period": 0.95,
        "no false period": 0.98,
        "signal": 0.92,
    },
}


@pytest.mark.parametrize("name", FLOORS)
def test_labelled_questions_are_understood_as_often_as_was_measured(name: str) -> None:
    shares = shares_right(read(name))
    below = {what: shares[what] for what, floor in FLOORS[name].items() if shares[what] < floor}
    assert below == {}


def test_the_held_out_questions_are_many_and_varied() -> None:
    rows = read("held_out.jsonl")
    assert len(rows) >= 250
    assert len({row["voice"] for row in rows}) >= 12
    assert len({row["intent"][0] for row in rows}) == 14
