"""The Jinja2 environment of one language: its templates, and the filters that they may use."""

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache, partial
from itertools import groupby

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context as Scope
from markupsafe import Markup

from bot.messages import actions, dates, mrkdwn
from bot.messages.contexts import NoData, Person
from bot.messages.evidence import Moved, gather
from bot.messages.guides import load_guides
from bot.messages.message import Json
from bot.messages.presses import Press, Reading
from bot.messages.problems import in_language
from bot.messages.sparks import spark
from bot.messages.tips import load_tips
from bot.messages.verdict import drivers, verdict
from bot.messages.words import Noun, Words, load_words
from scoring.model import Pillar

BAR_LENGTH = 10
MOST_OPTIONS = 100


@cache
def environment(language: str) -> Environment:
    """Make the environment of a language; its templates are compiled once.

    A language is a folder of the templates; what all of them share lies above it.

    Raises:
        FileNotFoundError: there is no such language.
    """
    words = load_words(language)
    tips = load_tips(language)
    guides = load_guides(language)
    made = Environment(
        loader=ChoiceLoader([PackageLoader("templates", language), PackageLoader("templates", "")]),
        autoescape=True,
        finalize=mrkdwn.escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {
        "words": words,
        "ids": actions,
        "press": _press,
        "reading_of": Reading,
        "gather": partial(gather, words=words),
        "verdict": verdict,
        "drivers": drivers,
    }
    made.filters |= {
        "channel": mrkdwn.channel,
        "clean": mrkdwn.clean,
        "clip": mrkdwn.clip,
        "mention": mrkdwn.mention,
        "mrkdwn": mrkdwn.to_mrkdwn,
        "name": mrkdwn.name,
        "plain": mrkdwn.to_plain,
        "sentence": mrkdwn.sentence,
        "someone": mrkdwn.someone,
        "unmarked": mrkdwn.unmarked,
        "line": _line,
        "lines": _lines,
        "opening": _opening,
        "said": partial(in_language, language=language),
        "stop": _stop,
        "pillar": words.pillars.__getitem__,
        "bar": _bar,
        "spark": spark,
        "tip": lambda tip: tips[tip].text,
        "guide": guides.__getitem__,
        "by_region": _by_region,
    }
    made.filters |= _numbers(words)
    made.filters |= _days(words)
    made.tests |= {"user": mrkdwn.is_user, "no_data": lambda value: isinstance(value, NoData)}
    return made


def _by_region(zones: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Group time zones as "Europe/Berlin" by what is before the slash, in parts that Slack takes.

    A region with more than 100 zones is told by the first letters of its parts: "America A–H".
    """
    groups: list[tuple[str, list[str]]] = []
    for region, members in groupby(zones, key=lambda zone: zone.partition("/")[0]):
        named = list(members)
        starts = range(0, len(named), MOST_OPTIONS)
        parts = [named[start : start + MOST_OPTIONS] for start in starts]
        for part in parts:
            letters = f" {_initial(part[0])}–{_initial(part[-1])}" if len(parts) > 1 else ""
            groups.append((f"{region}{letters}", part))
    return groups


def _initial(zone: str) -> str:
    return zone.rpartition("/")[2][0]


def _numbers(words: Words) -> dict[str, Callable[..., str]]:
    """Give the filters that write numbers; points come as integers in tenths."""

    def grouped(number: int) -> str:
        return f"{number:,}".replace(",", words.thousands)

    def points(tenths: int) -> str:
        sign = "−" if tenths < 0 else ""
        return f"{sign}{abs(tenths) // 10}{words.decimal}{abs(tenths) % 10}"

    def brief(tenths: int) -> str:
        return points(tenths).removesuffix(f"{words.decimal}0")

    def signed(tenths: int) -> str:
        return f"+{points(tenths)}" if tenths > 0 else points(tenths)

    def hundredths(number: int) -> str:
        """Write points that come in hundredths, as LinkedIn's own do, without closing zeros."""
        sign = "−" if number < 0 else ""
        written = f"{sign}{abs(number) // 100}{words.decimal}{abs(number) % 100:02}"
        return written.rstrip("0").removesuffix(words.decimal)

    def count(number: int, noun: Noun) -> str:
        return f"{grouped(abs(number))} {noun.of(number)}"

    return {
        "grouped": grouped,
        "points": points,
        "brief": brief,
        "signed": signed,
        "hundredths": hundredths,
        "count": count,
    }


def _days(words: Words) -> dict[str, Callable[..., str]]:
    """Give the filters that say days, as seen from the ``today`` of the rendering."""

    @pass_context
    def day(scope: Scope, when: date) -> str:
        return dates.day(when, scope["today"], words.dates)

    @pass_context
    def weekday(scope: Scope, when: date) -> str:
        return dates.weekday(when, scope["today"], words.dates)

    @pass_context
    def span(scope: Scope, moved: Moved) -> str:
        return dates.span(moved.first, moved.last, scope["today"], words.dates)

    @pass_context
    def until(scope: Scope, first: date, last: date) -> str:
        return dates.span(first, last, scope["today"], words.dates)

    def instant(when: datetime) -> Markup:
        return dates.instant(when, words.dates)

    def clock(minute: int) -> str:
        return f"{minute // 60:02}:{minute % 60:02}"

    return {
        "day": day,
        "weekday": weekday,
        "span": span,
        "until": until,
        "instant": instant,
        "clock": clock,
    }


def _press(
    person: Person | None,
    first: date | None = None,
    last: date | None = None,
    pillar: Pillar | None = None,
    signal: str | None = None,
) -> str:
    """Write what a button about somebody tells when it is pressed."""
    return Press(person.slack_id if person else None, first, last, pillar, signal).encode()


def _bar(points: int, whole: int) -> str:
    filled = min(BAR_LENGTH, max(0, round(points * BAR_LENGTH / whole)))
    return "▰" * filled + "▱" * (BAR_LENGTH - filled)


def _opening(text: str) -> str:
    """Begin a sentence: its first letter is a capital, the others stay."""
    return text[:1].upper() + text[1:]


def _stop(text: str) -> str:
    """End a sentence with a full stop, which may be that of an abbreviation."""
    return text if text.endswith(".") else f"{text}."


def _line(value: Json) -> Markup:
    """Print a JSON value on one line."""
    return Markup(json.dumps(value, ensure_ascii=False) + "\n")  # noqa: S704 - JSON, no mark-up


def _lines(printed: str) -> list[Json]:
    """Read what macros printed, one JSON value a line."""
    return [json.loads(line) for line in printed.split("\n") if line.strip()]
