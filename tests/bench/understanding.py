"""Prints how well and how fast questions are understood: ``python tests/bench/understanding.py``.

Latencies are in milliseconds; confidence is set against the share of right intents.
"""

import json
import sys
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean, quantiles
from time import perf_counter
from zoneinfo import ZoneInfo

from bot.understanding import Question, understand

DATA = Path(__file__).parents[1] / "data" / "understanding"
NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Berlin")
HOSTILE = (
    "<@U123456>", "why ", "1 to ", "end of ", "i was 5 ", "if i ", "why. ", "почему ", "\ufdfa",
    "<", ":a", "9", "everyone dropped ", "what did it cost me ",
)  # fmt: skip


def say(line: str) -> None:
    """Write a line to the terminal."""
    sys.stdout.write(f"{line}\n")


def timed(text: str) -> tuple[Question, float]:
    """Understand a text and tell how long that took."""
    start = perf_counter()
    question = understand(text, now=NOW, zone=ZONE, bot_user="U0BOT")
    return question, 1000 * (perf_counter() - start)


def report(path: Path) -> None:
    """Print the figures of one file of labelled questions."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    right: Counter[str] = Counter()
    by_intent: defaultdict[str, list[bool]] = defaultdict(list)
    bands: defaultdict[int, list[bool]] = defaultdict(list)
    mistaken: Counter[str] = Counter()
    took = []
    for row in rows:
        question, milliseconds = timed(row["text"])
        took.append(milliseconds)
        told = question.as_json()
        period = told["period"] and [told["period"]["from"], told["period"]["to"]]
        hit = told["intent"] in row["intent"]
        right["intent"] += hit
        offered = {question.intent, *question.alternatives[:2]}
        right["three readings"] += not offered.isdisjoint(row["intent"])
        right["subject"] += told["subject"] in row["subject"]
        right["pillar"] += told["pillar"] == row["pillar"]
        right["period"] += period in row["period"]
        right["signal"] += told["signal"] in row["signal"]
        right["false period"] += period is not None and row["period"] == [None]
        by_intent[row["intent"][0]].append(hit)
        bands[min(int(question.confidence * 5), 4)].append(hit)
        if not hit:
            mistaken[f"{row['intent'][0]} taken for {told['intent']}"] += 1
    say(f"\n{path.name}: {len(rows)} questions")
    for name, count in right.items():
        say(f"  {name:16}{count / len(rows):7.1%}")
    for name, hits in sorted(by_intent.items()):
        say(f"    {name:14}{mean(hits):7.1%} of {len(hits)}")
    for band, hits in sorted(bands.items()):
        share = f"{mean(hits):.0%} right of {len(hits)}"
        say(f"  confidence {band / 5:.1f}–{(band + 1) / 5:.1f}: {share}")
    say("  " + "; ".join(f"{what} {times}" for what, times in mistaken.most_common(8)))
    cuts = quantiles(took, n=20)
    say(f"  latency p50 {cuts[9]:.2f}, p95 {cuts[18]:.2f}, most {max(took):.2f} ms")


def main() -> None:
    """Print all figures."""
    start = perf_counter()
    timed("why did everyone's score drop since monday?")
    say(f"first question: {1000 * (perf_counter() - start):.0f} ms")
    for path in sorted(DATA.glob("*.jsonl")):
        report(path)
    say("\nhostile texts of 40,000 characters, the better of two, ms:")
    for piece in HOSTILE:
        text = (piece * 40_000)[:40_000]
        say(f"  {piece!r:26}{min(timed(text)[1] for _ in range(2)):6.1f}")


if __name__ == "__main__":
    main()
