"""From single numbers to a reading: what cannot be is refused, and what may be wrong is asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal, TypeAlias

from bot.errors import BadInput
from scoring.model import PILLAR_POINTS, Pillar
from scoring.reported import Figures, ReportedReading, Whose

What: TypeAlias = Pillar | Literal["total", "rank"]
"""What a number is: a pillar's points, the total, or a rank ("top N %")."""

INDEX_BEGAN: Final = date(2014, 1, 1)
"""LinkedIn showed nobody an index before this year."""

PILLAR_NAMES: Final[Mapping[Pillar, str]] = {
    Pillar.BRAND: "Brand",
    Pillar.PEOPLE: "Find people",
    Pillar.INSIGHTS: "Insights",
    Pillar.RELATIONSHIPS: "Relationships",
}
_FULL: Final = PILLAR_POINTS * len(Pillar)
_LOWEST_RANK: Final = 100
_ROUNDING: Final = 100
"""The gauge is rounded to whole points, and may differ by one from what the pillars add up to."""


class Doubtful(BadInput):
    """What was given can be so, but is likely a mistake; its sentence asks."""


@dataclass(frozen=True, slots=True)
class Given:
    """One number: whose it is, what it is, and its value as shown."""

    whose: Whose
    what: What
    value: Decimal

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        name = PILLAR_NAMES[self.what] if isinstance(self.what, Pillar) else self.what
        return name if self.whose is Whose.OWN else f"{self.whose} {name}"


def reading_of(day: date, given: Iterable[Given], today: date) -> ReportedReading:
    """Make a reading of single numbers.

    Raises:
        BadInput: a number is given twice or cannot be, or the total does not fit the pillars.
    """
    _check_day(day, today)
    figures: dict[Whose, dict[What, int]] = {}
    for number in given:
        of_one = figures.setdefault(number.whose, {})
        value = _checked(number)
        if of_one.setdefault(number.what, value) != value:
            raise BadInput(f"You gave two numbers for {number.name}. Which one does LinkedIn show?")
    if not figures:
        raise BadInput("There is no number in it. Give at least one that LinkedIn shows.")
    return ReportedReading(day, {whose: _figures(whose, of) for whose, of in figures.items()})


def require_certain(reading: ReportedReading) -> None:
    """Let a reading pass that holds no zero.

    Raises:
        Doubtful: it does; the sentence asks whether that is really so.
    """
    zeros = [
        name if whose is Whose.OWN else f"the {whose}'s {name}"
        for whose, figures in reading.figures.items()
        for name in _zeros(figures)
    ]
    if zeros:
        raise Doubtful(
            f"Does LinkedIn really show 0 for {_listed(zeros)}? A page that has not loaded shows "
            "0, too. What it does not show is best left out."
        )


def _check_day(day: date, today: date) -> None:
    if day > today:
        raise BadInput(f"{day} is still to come. Give what LinkedIn shows today.")
    if day < INDEX_BEGAN:
        raise BadInput(f"LinkedIn had no such index on {day}. Is the year right?")


def _checked(given: Given) -> int:
    """Give a number in hundredths of a point, or a rank as it is, if it can be one."""
    if given.what == "rank":
        if not 1 <= given.value <= _LOWEST_RANK or given.value % 1:
            raise BadInput(
                f"{_opening(given.name)} {given.value} cannot be: ranks go from “top 1 %” to "
                "“top 100 %”. What does LinkedIn show?"
            )
        return int(given.value)
    most = _FULL if given.what == "total" else PILLAR_POINTS
    if not 0 <= given.value * 100 <= most:
        raise BadInput(
            f"{_opening(given.name)} {given.value} cannot be: it goes from 0 to {most // 100}. "
            "What does LinkedIn show?"
        )
    return int((given.value * 100).quantize(Decimal(1), ROUND_HALF_UP))


def _figures(whose: Whose, numbers: Mapping[What, int]) -> Figures:
    """Put one's numbers together; the total must fit the pillars that are given."""
    pillars = {pillar: numbers[pillar] for pillar in Pillar if pillar in numbers}
    total = numbers.get("total")
    if total is not None:
        _check_total(whose, total, pillars)
    return Figures(overall=total, pillars=pillars, rank=numbers.get("rank"))


def _check_total(whose: Whose, total: int, pillars: Mapping[Pillar, int]) -> None:
    least = sum(pillars.values())
    most = least + PILLAR_POINTS * (len(Pillar) - len(pillars))
    if least - _ROUNDING <= total <= most + _ROUNDING:
        return
    whom = "The" if whose is Whose.OWN else f"The {whose}'s"
    sums = (
        f"add up to {_written(least)}"
        if len(pillars) == len(Pillar)
        else f"leave a total of {_written(least)} to {_written(most)}"
    )
    raise BadInput(
        f"{whom} pillars {sums}, but the total is {_written(total)}. "
        "Which of these numbers does LinkedIn show differently?"
    )


def _zeros(figures: Figures) -> Iterator[str]:
    for pillar, points in figures.pillars.items():
        if points == 0:
            yield PILLAR_NAMES[pillar]
    if figures.overall == 0:
        yield "total"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _opening(text: str) -> str:
    return text[:1].upper() + text[1:]


def _written(points: int) -> str:
    """Write hundredths of a point as people read them: "52.6"."""
    return f"{points / 100:.2f}".rstrip("0").rstrip(".")
