"""Finds the pillar a text names or plainly paraphrases; a signal alone does not set one."""

from bot.understanding.phrases import Phrases
from scoring.model import Pillar

_NAMES = Phrases(
    {
        Pillar.BRAND: (
            "brand|branding",
            "my|our|the|your presence",
            "first|1st pillar",
            "pillar 1|one",
        ),
        Pillar.PEOPLE: (
            "find|finding|found|locate|identify|identifying the? right|new? people|folks|prospects",
            "right people",
            "people pillar|score|points|part|section|component|side|number|trend|history|category",
            "people finding|search",
            "find people|prospects",
            "in|on|for|my|the|why|of|by|brand|insights|relationships people ^",
            "^ people ^",
            "why people",
            "^ people is|went|fell|dropped|down|up|low|stuck",
            "prospecting pillar|score|points|part",
            "second|2nd pillar",
            "pillar 2|two",
        ),
        Pillar.INSIGHTS: (
            "insights|insight",
            "engage|engaging|engagement pillar|score|points|part|section|component|side",
            "engaging with",
            "third|3rd pillar",
            "pillar 3|three",
        ),
        Pillar.RELATIONSHIPS: (
            "relationship|relationships",
            "relations",
            "fourth|4th|last pillar",
            "pillar 4|four",
        ),
    }
)


def find_pillar(words: str) -> Pillar | None:
    """Find the pillar named first in the words; None where none is."""
    return _NAMES.first(words)


PILLAR_NAMES = _NAMES.vocabulary()
"""The words of the phrases, for mending typos."""
