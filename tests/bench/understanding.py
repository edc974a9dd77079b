"""Measures how well and how fast questions are understood, and writes docs/understanding.md.

Run ``uv run --with-requirements training/requirements.txt python tests/bench/understanding.py``.
"""

import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import mean, quantiles
from time import process_time

from understood import (
    BANDS,
    BOT_USER,
    NOW,
    ROOT,
    ZONE,
    Told,
    bands,
    by_rules_alone,
    calibration_error,
    heard_by_rules,
    read,
    unheard,
    why_recall,
)

from bot.understanding import Intent, understand
from bot.understanding.intents import Scorer
from bot.understanding.model import score_by_model
from bot.understanding.sentences import score_by_sentences
from bot.understanding.spelling import mend
from bot.understanding.text import read_message

PAGE = ROOT / "docs" / "understanding.md"
PROSE = Path(__file__).with_name("understanding.template.md")
PROBE = Path(__file__).with_name("understanding_memory.py")
FILES = ("newcomers.jsonl", "regulars.jsonl", "guests.jsonl", "fresh.jsonl")
"""Sentences that no model learns from, each file by an author of its own."""

EXAMS = {"all": FILES} | {file.removesuffix(".jsonl"): (file,) for file in FILES}
SCORERS: dict[str, Scorer] = {
    "rules": by_rules_alone,
    "default": score_by_model,
    "sentences": score_by_sentences,
}
LONG, TERSE = 160, 5
HARDEST = 20
TIMED = 6
"""One of so many sentences is timed."""

HOSTILE = (
    "<@U123456>", "why ", "1 to ", "end of ", "i was 5 ", "if i ", "why. ", "почему ", "\ufdfa",
    "<", ":a", "9", "everyone dropped ", "what did it cost me ", "since i ", "relationshipz ",
    "11/12 ", "?", "monday ", "a? ", "before i ", "the week of ",
)  # fmt: skip
TARGETS = {
    "intent": "90 %",
    "one of three readings": "",
    "recall of `why_change`": "96 %",
    "subject": "96 %",
    "pillar": "99 %",
    "signal": "96 %",
    "period": "94 %",
    "no false period": "98 %",
}


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


def overall(columns: dict[str, list[Told]]) -> str:
    """Tell what is understood, a column for each way of measuring."""
    tests: dict[str, Callable[[Told], bool]] = {
        "intent": lambda told: told.hit,
        "one of three readings": lambda told: not {*told.readings}.isdisjoint(told.accepted),
    }
    for name in next(iter(columns.values()))[0].right:
        tests[name] = lambda told, name=name: told.right[name]
    lines = {name: [share(rows, test) for rows in columns.values()] for name, test in tests.items()}
    lines["recall of `why_change`"] = [percent(why_recall(rows)) for rows in columns.values()]
    rows = [[name, *lines[name], target] for name, target in TARGETS.items()]
    rows.append(
        [
            "calibration error",
            *(percent(calibration_error(rows)) for rows in columns.values()),
            "≤ 5 %",
        ]
    )
    return table(["share right", *columns, "target"], rows)


def by_group(name: str, group: Callable[[Told], Iterable[str]], hardest: int | None = None) -> str:
    """Tell the share of right intents by group: by rules, and by models left in the dark.

    Args:
        name: What a group is.
        group: Tells to which groups a sentence belongs.
        hardest: Only so many groups are told, those whose sentences are misread the most.
    """
    groups: defaultdict[str, list[tuple[Told, ...]]] = defaultdict(list)
    ways = (
        heard_by_rules(),
        unheard("voice", "default"),
        unheard("voice", "sentences"),
        unheard("author", "default"),
        unheard("author", "sentences"),
    )
    for told in zip(*ways, strict=True):
        for label in group(told[0]):
            groups[label].append(told)
    chosen = sorted(groups, key=lambda label: mean(told[-1].hit for told in groups[label]))
    rows = [
        [label, len(told), *(share(way) for way in zip(*told, strict=True))]
        for label, told in sorted(groups.items())
        if label in chosen[:hardest]
    ]
    head = (
        name, "sentences", "rules", "voice unheard", "with sentences",
        "author unheard", "with sentences",
    )  # fmt: skip
    return table(head, rows)


def kinds(told: Told) -> Iterator[str]:
    """Tell of which kinds a text is."""
    plain = read_message(told.text, BOT_USER).text
    if mend(plain) != plain:
        yield "with typos that were mended"
    if len(told.text) > LONG:
        yield f"over {LONG} characters"
    if len(plain.split()) <= TERSE:
        yield f"{TERSE} words at most"
    yield ("by people who are told to have learnt English later" if told.learner else "by others")


def confusions() -> str:
    """Tell what each intent was taken for when its author was unheard; accepted ones count."""
    taken = Counter(
        (told.accepted[0], told.accepted[0] if told.hit else told.readings[0])
        for told in unheard("author", "default")
    )
    rows = [
        [f"`{asked}`", *(taken[asked.value, read.value] or "" for read in Intent)]
        for asked in Intent
    ]
    return table(["asked ↓ taken for →", *(f"`{intent}`" for intent in Intent)], rows)


def reliability(variant: str) -> str:
    """Tell how often sentences of unheard authors were understood, by confidence."""
    rows = [
        [
            f"{band / BANDS:.1f}–{(band + 1) / BANDS:.1f}",
            len(hits),
            f"{mean(sure):.2f}",
            f"{mean(hits):.2f}",
            "█" * round(20 * mean(hits)),
        ]
        for band, sure, hits in bands(unheard("author", variant))
    ]
    return table(("confidence", "sentences", "mean confidence", "right", "diagram"), rows)


def timed(text: str, scorer: Scorer) -> float:
    """Tell how much of the processor's time understanding a text takes, in milliseconds."""
    start = process_time()
    understand(text, now=NOW, zone=ZONE, bot_user=BOT_USER, scorer=scorer)
    return 1000 * (process_time() - start)


def speed() -> str:
    """Tell latencies, and what each model adds to start-up and memory of a new process."""
    rows = []
    for name, scorer in SCORERS.items():
        took = [timed(told.text, scorer) for told in heard_by_rules()[::TIMED]]
        cuts = quantiles(took, n=20)
        worst = max(min(timed((p * 40_000)[:40_000], scorer) for _ in range(2)) for p in HOSTILE)
        command = [sys.executable, str(PROBE), name]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        cost = json.loads(subprocess.check_output(command, env=environment))
        times = (f"{ms:.1f} ms" for ms in (cuts[9], cuts[18], worst))
        rows.append([name, *times, f"{cost['ms']:.0f} ms", f"{cost['MB']:.1f} MB"])
    head = ("variant", "p50", "p95", "worst of 40,000 characters", "start-up, more", "memory, more")
    return table(head, rows)


def main() -> None:
    """Write the page."""
    voices = {
        "rules": heard_by_rules(),
        "voice unheard": unheard("voice", "default"),
        "with sentences": unheard("voice", "sentences"),
        "author unheard": unheard("author", "default"),
        "with sentences ": unheard("author", "sentences"),
    }
    exams = {
        f"{name}{variant}": [told for file in files for told in read(file, SCORERS[scorer])]
        for name, files in EXAMS.items()
        for variant, scorer in (("", "default"), (", with sentences", "sentences"))
    }
    page = PROSE.read_text(encoding="utf-8").format(
        sentences=len(heard_by_rules()),
        voices_table=overall(voices),
        exams_table=overall(exams),
        intents=by_group("intent", lambda told: [f"`{told.accepted[0]}`"]),
        kinds=by_group("kind of text", kinds),
        voices=by_group("voice", lambda told: [told.voice], hardest=HARDEST),
        confusions=confusions(),
        reliability=reliability("default"),
        reliability_of_sentences=reliability("sentences"),
        speed=speed(),
    )
    PAGE.write_text(page, encoding="utf-8")
    sys.stdout.write(page)


if __name__ == "__main__":
    main()
