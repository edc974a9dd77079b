"""Measures how well and how fast questions are understood, and writes docs/understanding.md.

Run ``uv run python tests/bench/understanding.py``. What a model made of voices it had not heard is
read from training/left_out.jsonl, which ``training/intent_model.py`` writes.
"""

import json
import sys
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from statistics import mean, quantiles
from time import perf_counter
from zoneinfo import ZoneInfo

from bot.understanding import Intent, understand
from bot.understanding.intents import Scorer
from bot.understanding.model import score_by_model, shipped_model
from bot.understanding.rules import score_by_rules
from bot.understanding.spelling import mend
from bot.understanding.text import read_message

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data" / "understanding"
LEFT_OUT = ROOT / "training" / "left_out.jsonl"
PAGE = ROOT / "docs" / "understanding.md"
PROSE = Path(__file__).with_name("understanding.template.md")
NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Berlin")
LEARNERS = (
    "account-manager-lyon", "brazilian-sdr", "dutch-account-exec", "japanese-account-manager",
    "quebec-csm", "sales-manager-munich", "vienna-works-council",
)  # fmt: skip
"""Voices that did not grow up with English."""

LONG, TERSE = 160, 5
BANDS = 10
HOSTILE = (
    "<@U123456>", "why ", "1 to ", "end of ", "i was 5 ", "if i ", "why. ", "почему ", "\ufdfa",
    "<", ":a", "9", "everyone dropped ", "what did it cost me ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What was made of one labelled sentence: readings likeliest first, and what was right."""

    text: str
    voice: str
    accepted: list[str]
    readings: list[str]
    confidence: float
    right: dict[str, bool]

    @property
    def hit(self) -> bool:
        """Whether the likeliest reading is accepted."""
        return self.readings[0] in self.accepted


def read(path: Path, scorer: Scorer) -> list[Told]:
    """Understand a file of labelled sentences."""
    return [_told(json.loads(line), path.stem, scorer) for line in _lines(path)]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _told(row: dict, voice: str, scorer: Scorer) -> Told:
    question = understand(row["text"], now=NOW, zone=ZONE, bot_user="U0BOT", scorer=scorer)
    told = question.as_json()
    period = told["period"] and [told["period"]["from"], told["period"]["to"]]
    right = {
        "subject": told["subject"] in row["subject"],
        "pillar": told["pillar"] == row["pillar"],
        "signal": told["signal"] in row["signal"],
        "period": period in row["period"],
        "no false period": period is None or row["period"] != [None],
    }
    readings = [question.intent.value, *question.alternatives[:2]]
    return Told(row["text"], voice, row["intent"], readings, question.confidence, right)


@cache
def voices(scorer: Scorer) -> list[Told]:
    """Understand the sentences of all voices."""
    return [
        told for path in sorted((DATA / "voices").glob("*.jsonl")) for told in read(path, scorer)
    ]


@cache
def left_out() -> list[Told]:
    """Tell what models made of the voices that they had not heard."""
    rows = {(row["voice"], row["text"]): row for row in map(json.loads, _lines(LEFT_OUT))}
    told = []
    for by_rules in voices(score_by_rules):
        row = rows[by_rules.voice, by_rules.text]
        heard = (row["readings"], row["confidence"], by_rules.right)
        told.append(Told(by_rules.text, by_rules.voice, by_rules.accepted, *heard))
    return told


def share(rows: Iterable[Told], test: Callable[[Told], bool] = lambda told: told.hit) -> str:
    """Tell the share of rows that pass a test, in percent."""
    return percent(mean(test(told) for told in rows))


def percent(part: float) -> str:
    """Tell a share in percent, with one digit."""
    return f"{100 * part:.1f} %"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write a table; the first column is text, the others are numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def overall() -> str:
    """Tell what is understood of unheard voices and of fresh.jsonl, by rules and with the model."""
    fresh = [read(DATA / "fresh.jsonl", scorer) for scorer in (score_by_rules, score_by_model)]
    columns = [voices(score_by_rules), left_out(), *fresh]
    tests: dict[str, Callable[[Told], bool]] = {
        "intent": lambda told: told.hit,
        "one of three readings": lambda told: not {*told.readings}.isdisjoint(told.accepted),
        **{name: lambda told, name=name: told.right[name] for name in columns[0][0].right},
    }
    rows = [[name, *(share(rows, test) for rows in columns)] for name, test in tests.items()]
    wanted = Intent.WHY_CHANGE.value
    recall = [share(told for told in rows if told.accepted[0] == wanted) for rows in columns]
    rows.insert(2, ["recall of `why_change`", *recall])
    head = (
        "share right",
        "voices, rules",
        "voices, with the model",
        "fresh, rules",
        "fresh, model",
    )
    return table(head, rows)


def by_group(name: str, group: Callable[[Told], Iterable[str]]) -> str:
    """Tell the share of right intents by group, for the rules and for unheard voices."""
    groups: defaultdict[str, list[tuple[Told, Told]]] = defaultdict(list)
    for rules, model in zip(voices(score_by_rules), left_out(), strict=True):
        for label in group(rules):
            groups[label].append((rules, model))
    rows = [
        [label, len(pairs), share(rules for rules, _ in pairs), share(model for _, model in pairs)]
        for label, pairs in sorted(groups.items())
    ]
    return table((name, "sentences", "rules", "with the model"), rows)


def kinds(told: Told) -> Iterator[str]:
    """Tell of which kinds a text is."""
    plain = read_message(told.text, "U0BOT").text
    if mend(plain) != plain:
        yield "with typos that were mended"
    if len(told.text) > LONG:
        yield f"over {LONG} characters"
    if len(plain.split()) <= TERSE:
        yield f"{TERSE} words at most"
    yield "by learners of English" if told.voice in LEARNERS else "by people who grew up with it"


def confusions() -> str:
    """Tell what each intent was taken for when its voice was unheard; accepted readings count."""
    taken = Counter(
        (told.accepted[0], told.accepted[0] if told.hit else told.readings[0])
        for told in left_out()
    )
    rows = [
        [f"`{asked}`", *(taken[asked.value, read.value] or "" for read in Intent)]
        for asked in Intent
    ]
    return table(["asked ↓ taken for →", *(f"`{intent}`" for intent in Intent)], rows)


def bands(rows: Sequence[Told]) -> list[tuple[list[float], list[bool]]]:
    """Sort rows by confidence into bands: the confidences, and what was right."""
    sorted_in: list[tuple[list[float], list[bool]]] = [([], []) for _ in range(BANDS)]
    for told in rows:
        confidences, hits = sorted_in[min(int(told.confidence * BANDS), BANDS - 1)]
        confidences.append(told.confidence)
        hits.append(told.hit)
    return sorted_in


def calibration_error(rows: Sequence[Told]) -> float:
    """Tell the expected calibration error, 0 to 1: the mean gap of confidence and being right."""
    gaps = (len(hits) * abs(mean(sure) - mean(hits)) for sure, hits in bands(rows) if hits)
    return sum(gaps) / len(rows)


def reliability() -> str:
    """Tell how often unheard voices were understood, by confidence."""
    rows = [
        [
            f"{at / BANDS:.1f}–{(at + 1) / BANDS:.1f}",
            len(hits),
            f"{mean(sure):.2f}",
            f"{mean(hits):.2f}",
            "█" * round(20 * mean(hits)),
        ]
        for at, (sure, hits) in enumerate(bands(left_out()))
        if hits
    ]
    return table(("confidence", "sentences", "mean confidence", "right", "diagram"), rows)


def timed(text: str, scorer: Scorer) -> float:
    """Tell how long understanding a text takes, in milliseconds."""
    start = perf_counter()
    understand(text, now=NOW, zone=ZONE, bot_user="U0BOT", scorer=scorer)
    return 1000 * (perf_counter() - start)


def speed() -> str:
    """Tell latencies, and what the model adds to start-up and memory."""
    shipped_model.cache_clear()
    tracemalloc.start()
    shipped_model()
    memory = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    shipped_model.cache_clear()
    start = perf_counter()
    shipped_model()
    added = {score_by_rules: (0, 0.0), score_by_model: (1000 * (perf_counter() - start), memory)}
    rows = []
    for scorer, name in ((score_by_rules, "rules"), (score_by_model, "rules and model")):
        took = [timed(told.text, scorer) for told in voices(score_by_rules)]
        cuts = quantiles(took, n=20)
        worst = max(min(timed((p * 40_000)[:40_000], scorer) for _ in range(2)) for p in HOSTILE)
        loading, kept = added[scorer]
        times = (f"{ms:.1f} ms" for ms in (cuts[9], cuts[18], worst))
        rows.append([name, *times, f"{loading:.0f} ms", f"{kept:.1f} MB"])
    head = ("variant", "p50", "p95", "worst of 40,000 characters", "start-up, more", "memory, more")
    return table(head, rows)


def main() -> None:
    """Write the page."""
    page = PROSE.read_text(encoding="utf-8").format(
        sentences=len(left_out()),
        overall=overall(),
        intents=by_group("intent", lambda told: [f"`{told.accepted[0]}`"]),
        kinds=by_group("kind of text", kinds),
        voices=by_group("voice", lambda told: [told.voice]),
        confusions=confusions(),
        reliability=reliability(),
        error=percent(calibration_error(left_out())),
        fresh_error=percent(calibration_error(read(DATA / "fresh.jsonl", score_by_model))),
        speed=speed(),
    )
    PAGE.write_text(page, encoding="utf-8")
    sys.stdout.write(page)


if __name__ == "__main__":
    main()
