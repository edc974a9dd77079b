"""Makes the page "How your score works" from the shipped rulebooks: its tables and its examples.

Run ``uv run python docs/rulebook_page.py`` after a rulebook was added. Every number on the page is
the scorer's own; a test tells when the page is not what this makes.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from bot.messages.words import Words, load_words
from scoring.explain import View, explain
from scoring.model import Amount, CauseKind, Fact, Kind, Measure, Pillar
from scoring.revision import Revision, revisions
from scoring.rulebook import Rulebook, Signal, shipped
from scoring.score import points
from scoring.window import expires_on

PAGE = Path(__file__).with_name("how-your-score-works.md")
PROSE = Path(__file__).with_name("how-your-score-works.template.md")

TITLES = {
    Pillar.BRAND: "Brand: establish your professional brand",
    Pillar.PEOPLE: "Find people: find the right people",
    Pillar.INSIGHTS: "Insights: engage with insights",
    Pillar.RELATIONSHIPS: "Relationships: build relationships",
}
HEAD = (
    "| signal | what counts | for full points | within | most | why |",
    "|---|---|---|---|---:|---|",
)


def page(rulebooks: tuple[Rulebook, ...], words: Words) -> str:
    """Write the whole page: the newest rules in full, and what each rulebook changed."""
    newest = rulebooks[-1]
    changed = [
        section
        for old, new in zip(rulebooks[-2::-1], rulebooks[:0:-1], strict=True)
        for section in _changed(old, new, words)
    ]
    prose = PROSE.read_text("utf-8")
    return prose.format_map(
        _signal_example(newest)
        | _rate_example(newest)
        | _change_example(newest)
        | {
            "version": newest.version,
            "effective": _day(newest.effective),
            "pillars": describe(newest, words),
            "changes": "\n".join(changed).strip(),
        }
    )


def describe(rulebook: Rulebook, words: Words) -> str:
    """Write a rulebook as one table a pillar."""
    lines: list[str] = []
    for pillar in Pillar:
        rows = (_row(signal, words) for signal in rulebook.signals if signal.pillar is pillar)
        lines += [f"### {TITLES[pillar]}", "", *HEAD, *rows, ""]
    return "\n".join(lines).strip()


def _row(signal: Signal, words: Words) -> str:
    cells = (
        f"**{words.signal(signal.name).name}**",
        _what_counts(signal, words),
        _target(signal, words),
        f"{signal.window} days" if signal.window else "as it stands",
        _points(signal.cap),
        signal.reason,
    )
    return f"| {' | '.join(cells)} |"


def _what_counts(signal: Signal, words: Words) -> str:
    kinds = [words.kinds[kind] for kind in sorted(signal.kinds)]
    many = ", ".join(kind.many for kind in kinds)
    match signal.measure:
        case Measure.COUNT:
            return f"each {' or '.join(kind.one for kind in kinds)}"
        case Measure.DISTINCT:
            return f"{many}, each person once"
        case Measure.DAYS_ACTIVE:
            return f"each day with at least one of: {many}"
        case Measure.RATE:
            of = ", ".join(words.kinds[kind].many for kind in sorted(signal.of))
            return f"{many} out of all {of}; until there are {signal.minimum}, out of that many"
        case Measure.STATE:
            return f"each of these that is filled in: {', '.join(kind.one for kind in kinds)}"


def _target(signal: Signal, words: Words) -> str:
    unit = words.signal(signal.name).unit or signal.unit
    if signal.measure is Measure.RATE:
        return f"{_number(signal.target * 100)} % {unit}"
    return f"{_number(signal.target)} {unit}"


def _changed(old: Rulebook, new: Rulebook, words: Words) -> Iterator[str]:
    """Tell what one rulebook changed, signal by signal."""
    yield from ("", f"### On {_day(new.effective)}: from {old.version} to {new.version}", "")
    reasons = {retired.signal: retired.reason for retired in new.retired}
    for revision in revisions(old, new):
        yield f"- {_revision(revision, reasons, words)}"


def _revision(revision: Revision, reasons: dict[str, str], words: Words) -> str:
    before, after = revision.before, revision.after
    if before and after:
        parts = ", ".join(_setting(before, after, name, words) for name in revision.changed)
        return f"**{_name(after, words)}**: {parts}."
    if after:
        return f"**{_name(after, words)}** are new: up to {_points(after.cap)} points."
    if before:
        why = reasons.get(before.name, "")
        told = f"**{_name(before, words)}** are no longer scored; they earned up to"
        return f"{told} {_points(before.cap)} points. {why}".strip()
    raise ValueError("a revision is of a signal that one rulebook has at least")


def _setting(before: Signal, after: Signal, name: str, words: Words) -> str:
    match name:
        case "cap":
            return f"up to {_points(after.cap)} points instead of {_points(before.cap)}"
        case "target":
            told = f"{_target(after, words)} instead of {_number(before.target)}"
            return f"{told} for the full {_points(after.cap)} points"
        case "window":
            return f"{after.window} days instead of {before.window}"
        case "kinds":
            gone = [words.kinds[kind].many for kind in sorted(before.kinds - after.kinds)]
            come = [words.kinds[kind].many for kind in sorted(after.kinds - before.kinds)]
            parts = (f"{', '.join(gone)} no longer count", f"{', '.join(come)} count now")
            return " and ".join(
                part for part, kinds in zip(parts, (gone, come), strict=True) if kinds
            )
        case _:
            return f"another {name}"


def _name(signal: Signal, words: Words) -> str:
    name = words.signal(signal.name).name
    return name[0].upper() + name[1:]


def _signal_example(rulebook: Rulebook) -> dict[str, str]:
    """Work out what comments earn, and when one written on the first of a month leaves."""
    comments = _signal(rulebook, "comments")
    written = rulebook.effective.replace(day=1)
    target = int(comments.target)
    return {
        "comments_target": str(target),
        "comments_window": str(comments.window),
        "comments_cap": _points(comments.cap),
        "comments_each": _points(comments.cap / comments.target),
        "comments_some": str(target * 3 // 5),
        "comments_earned": _points(points(comments, Amount(target * 3 // 5))),
        "comments_more": str(target + 1),
        "comment_day": _day(written),
        "comment_last": _day(expires_on(comments.window or 0, written) - timedelta(days=1)),
    }


def _rate_example(rulebook: Rulebook) -> dict[str, str]:
    """Work out what replies earn: of some messages, of more, and of one."""
    rate = _signal(rulebook, "reply_rate")
    lucky = Amount(1, 1)
    return {
        "rate_target": _number(rate.target * 100),
        "rate_cap": _points(rate.cap),
        "rate_minimum": str(rate.minimum),
        "rate_first": _points(points(rate, Amount(6, 30))),
        "rate_then": _points(points(rate, Amount(6, 50))),
        "rate_lucky": _points(points(rate, lucky)),
    }


def _change_example(rulebook: Rulebook) -> dict[str, str]:
    """Explain a week in which six comments left the window and two came in."""
    comments = _signal(rulebook, "comments")
    last = rulebook.effective + timedelta(days=12)
    first = last - timedelta(days=7)
    oldest = first - timedelta(days=(comments.window or 0) - 1)
    days = {oldest: 6, first: 24, last: 2}
    facts = [Fact(Kind.COMMENT_MADE, day, many, None, 1) for day, many in days.items()]
    change = explain(facts, View(rulebook, first, 1), View(rulebook, last, 1), frozenset(Kind))
    parts = {c.cause: c.points for c in change.causes if c.signal == comments.name}
    return {
        "change_first": _day(first),
        "change_last": _day(last),
        "change_before": _points(points(comments, Amount(30))),
        "change_after": _points(points(comments, Amount(26))),
        "change_total": _signed(sum(parts.values())),
        "change_aged": _signed(parts[CauseKind.AGED_OUT]),
        "change_new": _signed(parts[CauseKind.NEW]),
        "change_oldest": _day(oldest),
    }


def _signal(rulebook: Rulebook, name: str) -> Signal:
    return next(signal for signal in rulebook.signals if signal.name == name)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _points(hundredths: Fraction | int) -> str:
    return _number(Fraction(hundredths, 100))


def _signed(hundredths: int) -> str:
    return f"{'−' if hundredths < 0 else '+'}{_points(abs(hundredths))}"


def _number(value: Fraction) -> str:
    return f"{float(value):.4g}"


if __name__ == "__main__":
    PAGE.write_text(page(shipped(), load_words("en")), "utf-8")
