"""Reading the JSON that LinkedIn's own page loads, as people paste it.

Its root may lie under ``data``; groups and any of their figures may be missing. What the object
holds besides the scores is left alone.
"""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

from bot.errors import BadInput
from bot.intake.reported.checks import Given, What, reading_of
from scoring.model import Pillar
from scoring.reported import GROUPS, ReportedReading, Whose

Json: TypeAlias = "bool | int | Decimal | str | list[Json] | dict[str, Json] | None"

_PILLARS: Final = {
    "PROFESSIONAL_BRAND": Pillar.BRAND,
    "FIND_RIGHT_PEOPLE": Pillar.PEOPLE,
    "INSIGHT_ENGAGEMENT": Pillar.INSIGHTS,
    "STRONG_RELATIONSHIP": Pillar.RELATIONSHIPS,
}
_GROUPS: Final = {group.name: group for group in GROUPS}
_CURLY: Final = str.maketrans("“”„‟", '""""')
_DEEPEST: Final = 5


def is_pasted(text: str) -> bool:
    """Tell whether a text holds LinkedIn's JSON of an index, whatever else it holds."""
    return "memberScore" in text and "{" in text


def read_pasted(text: str, day: date) -> ReportedReading:
    """Read pasted JSON; curly quotation marks and marks of code around it do no harm.

    Raises:
        BadInput: it is cut, or not what LinkedIn's page loads, or a number in it cannot be.
    """
    start, end = text.find("{"), text.rfind("}") + 1
    try:
        root: Json = json.loads(text[start:end].translate(_CURLY), parse_float=Decimal)
    except (ValueError, RecursionError):
        raise BadInput(
            "This JSON is cut or damaged. Paste all of it, from the first { to the last }, "
            "or type the four numbers: `/ssi linkedin 21 6.4 10.25 15`."
        ) from None
    scores = _scores(root)
    if scores is None:
        raise BadInput(
            "This JSON holds no “memberScore”, so it is not the one of your index. "
            "Type the four numbers instead: `/ssi linkedin 21 6.4 10.25 15`."
        )
    return reading_of(day, _given(scores), day)


def _scores(root: Json) -> dict[str, Json] | None:
    """Find the object that holds the scores: the root, or what lies under ``data``."""
    for _ in range(_DEEPEST):
        if not isinstance(root, dict):
            return None
        if isinstance(root.get("memberScore"), dict):
            return root
        root = root.get("data")
    return None


def _given(scores: dict[str, Json]) -> Iterator[Given]:
    yield from _points(Whose.OWN, scores["memberScore"])
    for group in _objects(scores.get("groupScore")):
        whose = _GROUPS.get(str(group.get("groupType")))
        if whose:
            yield from _points(whose, group.get("score"))
            yield from _numbered(whose, "rank", group.get("rank"))


def _points(whose: Whose, score: Json) -> Iterator[Given]:
    """Read a total and its pillars, as far as they are there."""
    if isinstance(score, dict):
        yield from _numbered(whose, "total", score.get("overall"))
        for part in _objects(score.get("subScores")):
            pillar = _PILLARS.get(str(part.get("pillar")))
            if pillar:
                yield from _numbered(whose, pillar, part.get("score"))


def _numbered(whose: Whose, what: What, value: Json) -> Iterator[Given]:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        yield Given(whose, what, Decimal(value))


def _objects(value: Json) -> Iterator[dict[str, Json]]:
    for item in value if isinstance(value, list) else []:
        if isinstance(item, dict):
            yield item
