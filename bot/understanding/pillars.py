"""Finds the pillar a text names or plainly paraphrases; a signal alone does not set one."""

from bot.understanding.phrases import Phrases
from scoring.model import Pillar

_PART = "pillar|component|column|bar|dimension|addend|subscore"

_PIECE = "piece|bit|side|portion"

_FINDING = "find|finding|found|locate|identify|identifying"

_SCORES = "|".join(str(points) for points in range(26))

_NOT_PILLARS = Phrases({True: ("brand new", "relationship manager|managers")})

_NAMES = Phrases(
    {
        Pillar.BRAND: (
            "brand|branding",
            "thought leadership|leader",
            "my|our|the|your presence",
            f"first|1st {_PART}",
            "pillar 1|one",
        ),
        Pillar.PEOPLE: (
            f"{_FINDING} -? the? -? right|new|good|write? -? people|folks|prospects|persons",
            f"search|prospecting|finding {_PIECE}",
            "prospect - finding",
            "column|finding of people",
            "right people|persons",
            "people - finding",
            "searching pillar|score|points|part|component",
            "people pillar|score|points|point|part|section|component|side|number|trend|history",
            "people category|thing|bit|one|leg",
            "is|was people minus|plus",
            "people finding|search",
            "find people|prospects",
            "in|on|for|my|the|why|of|by|brand|insights|relationships people ^",
            "^ people ^",
            "why people",
            "^ people is|went|fell|dropped|down|up|low|stuck",
            "prospecting pillar|score|points|part",
            f"second|2nd {_PART}",
            "pillar 2|two",
        ),
        Pillar.INSIGHTS: (
            "insights|insight",
            "in sites|sights",
            "engage|engaging|engagement pillar|score|points|part|section|component",
            f"engage|engaging|engagement {_PIECE}",
            "engaging with",
            f"third|3rd {_PART}",
            "pillar 3|three",
        ),
        Pillar.RELATIONSHIPS: (
            "relationship|relationships|relationsip",
            "rel|relshp|relshps is|are|dipped|dropped|fell|down|up|score|points|@number|^",
            "relations",
            "rel|relational pillar|side|part",
            "relation ships|pillar|part|portion|score",
            f"relation|networking {_PIECE}",
            f"fourth|4th|last {_PART}",
            "pillar 4|four",
        ),
    }
)


_TURNS = Phrases(
    {
        Pillar.PEOPLE: (
            "people raised|rose|gained|lost one|two|three|four|five|six",
            "that|^ people is|was at",
            "^ people how|today|now|minus|plus|gone",
            "^ people has gone|fallen|dropped|risen",
            "search|searching|finding of people|persons",
        ),
        Pillar.RELATIONSHIPS: (
            f"rel {_SCORES}",
            "relation points|point",
        ),
    }
)
"""Turns of phrase in ordinary words, which are no target for mending typos."""


def find_pillar(words: str) -> Pillar | None:
    """Find the pillar named first in the words; None where none is."""
    words = _NOT_PILLARS.without(words)
    return _NAMES.first(words) or _TURNS.first(words)


_COMMON = frozenset({"relation", "networking", "piece", "portion", "column", "prospect", "ships"})
PILLAR_NAMES = _NAMES.vocabulary() - _COMMON
"""The words of the phrases, for mending typos, without those that ordinary words lie near to."""
