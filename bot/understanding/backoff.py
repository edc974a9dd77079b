"""What a text is likely to ask when no phrase settles it, by the classes of words it holds.

People put things in ways nobody foresees, but most questions still hold a word for the thing asked
about and one for what is asked of it. Each combination names the classes that must all occur and
those that must not; its weight is smaller than a phrase's.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.understanding.question import Intent
from bot.understanding.word_classes import WORD_CLASSES


@dataclass(frozen=True, slots=True)
class Combination:
    """Classes of words that speak for an intent together."""

    intent: Intent
    weight: float
    together: tuple[str, ...]
    without: tuple[str, ...] = ()


COMBINATIONS = (
    Combination(Intent.WHY_CHANGE, 1.6, ("fall",), ("future", "others", "who", "calc")),
    Combination(Intent.WHY_CHANGE, 1.2, ("rise",), ("future", "others", "who", "calc", "how")),
    Combination(Intent.WHY_CHANGE, 1.2, ("stay",), ("future", "others", "calc")),
    Combination(Intent.WHY_CHANGE, 1.0, ("shift",), ("future", "others", "calc", "if")),
    Combination(Intent.WHY_CHANGE, 1.6, ("fall", "score"), ("future", "others", "who", "calc")),
    Combination(Intent.WHY_CHANGE, 1.2, ("rise", "score"), ("future", "others", "who", "how")),
    Combination(Intent.WHY_CHANGE, 1.8, ("why", "domain"), ("low", "privacy words")),
    Combination(Intent.WHY_CHANGE, 1.6, ("strange",), ("data",)),
    Combination(Intent.WHY_CHANGE, 1.2, ("past verb", "time"), ("who", "data", "team", "others")),
    Combination(Intent.WHY_CHANGE, 1.2, ("negation", "effect")),
    Combination(Intent.SCORE, 1.0, ("score", "mine"), ("fall", "rise", "why", "future", "calc")),
    Combination(Intent.SCORE, 0.8, ("score",), ("fall", "rise", "why", "future", "calc", "others")),
    Combination(Intent.SCORE, 0.8, ("score", "now"), ("fall", "why", "future")),
    Combination(Intent.SCORE, 0.8, ("score", "show"), ("past verb", "time", "data", "rank")),
    Combination(Intent.TREND, 1.6, ("past verb", "score"), ("fall", "why", "who", "rank")),
    Combination(Intent.TREND, 1.8, ("ever",), ("others", "calc")),
    Combination(Intent.TREND, 1.4, ("score", "time"), ("fall", "rise", "why", "who", "team")),
    Combination(Intent.TREND, 1.6, ("trend",), ("why",)),
    Combination(Intent.TREND, 1.2, ("show", "time"), ("data", "team", "act")),
    Combination(Intent.LEADERBOARD, 1.8, ("who", "best")),
    Combination(Intent.LEADERBOARD, 1.2, ("who", "rise"), ("fall",)),
    Combination(Intent.LEADERBOARD, 1.6, ("rank",), ("score",)),
    Combination(Intent.LEADERBOARD, 0.8, ("rank",)),
    Combination(Intent.COMPARE, 1.4, ("compare",), ("why",)),
    Combination(Intent.COMPARE, 1.4, ("level", "number"), ("get", "why")),
    Combination(Intent.COMPARE, 1.2, ("others", "best"), ("who",)),
    Combination(Intent.IMPROVE, 1.6, ("how", "raise"), ("others",)),
    Combination(Intent.IMPROVE, 1.6, ("advice",)),
    Combination(Intent.IMPROVE, 1.6, ("low",), ("others", "fall")),
    Combination(Intent.IMPROVE, 1.6, ("best", "act"), ("who",)),
    Combination(Intent.IMPROVE, 1.0, ("want", "raise")),
    Combination(Intent.RULES, 1.6, ("calc",)),
    Combination(Intent.RULES, 1.4, ("how", "mechanics")),
    Combination(Intent.RULES, 1.2, ("mechanics", "domain"), ("future", "if")),
    Combination(Intent.WHATIF, 2.2, ("future", "score"), ("calc",)),
    Combination(Intent.WHATIF, 2.0, ("if",), ("others",)),
    Combination(Intent.WHATIF, 1.6, ("future", "number")),
    Combination(Intent.WHATIF, 1.8, ("future", "fall")),
    Combination(Intent.WHATIF, 1.2, ("future", "act")),
    Combination(Intent.WHATIF, 1.4, ("gain", "act")),
    Combination(Intent.WHATIF, 1.6, ("expiry",)),
    Combination(Intent.DATA, 1.6, ("data",)),
    Combination(Intent.DATA, 1.4, ("how many", "act"), ("future", "score", "get")),
    Combination(Intent.DATA, 1.4, ("show", "act"), ("score",)),
    Combination(Intent.DATA, 1.4, ("act", "amend")),
    Combination(Intent.DATA, 1.2, ("data", "amend")),
    Combination(Intent.DATA, 1.0, ("negation", "present")),
    Combination(Intent.PRIVACY, 1.8, ("private",)),
    Combination(Intent.PRIVACY, 1.4, ("viewer", "viewing"), ("rank",)),
    Combination(Intent.PRIVACY, 1.6, ("privacy words",)),
    Combination(Intent.PRIVACY, 1.8, ("amend", "all mine")),
    Combination(Intent.TEAM_REPORT, 1.6, ("team",), ("fall", "why", "rank", "compare", "others")),
    Combination(Intent.TEAM_REPORT, 1.0, ("team", "doing"), ("why",)),
    Combination(Intent.COHORT, 2.2, ("others", "fall"), ("who", "why")),
    Combination(Intent.COHORT, 1.6, ("others", "shared")),
    Combination(Intent.COHORT, 1.6, ("alone",)),
    Combination(Intent.HELP, 1.6, ("bot words",)),
    Combination(Intent.OUT_OF_SCOPE, 2.2, (), ("domain", "bot words")),
    Combination(Intent.OUT_OF_SCOPE, 1.6, ("outside",)),
)


def score_by_combinations(words: str) -> Mapping[Intent, float]:
    """Score intents by the classes of words that occur in plain words."""
    present = {word if not word[0].isdigit() else "@number" for word in words.split()}
    here = {name for name, members in WORD_CLASSES.items() if not members.isdisjoint(present)}
    scores: dict[Intent, float] = {}
    for case in COMBINATIONS:
        if here.issuperset(case.together) and here.isdisjoint(case.without):
            scores[case.intent] = scores.get(case.intent, 0.0) + case.weight
    return scores
