"""Coverage at both ends of a change: like is compared with like, so that unseen is never a loss.

Between two days an import may begin to show a kind of activity, or be undone so that nothing shows
it any more. Neither is a gain or a loss of the member's own, and missing is not zero. So each kind
is looked at in one way at both ends:

- shown at both ends: the first day as it was known then, and the last as it is known now;
- shown only at the end: both days as they are known now;
- not shown at the end: on neither day.

A change then says nothing of what came into sight or went out of it; whoever tells the change
names it beside (``Sighting``).
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from scoring.model import Kind
from scoring.window import History


@dataclass(frozen=True, slots=True)
class Sighting:
    """The kinds that sources showed when a change's first day was told, and those they show now."""

    then: AbstractSet[Kind]
    now: AbstractSet[Kind]

    @property
    def gone(self) -> frozenset[Kind]:
        """What was shown then and is not now."""
        return frozenset(self.then - self.now)

    @property
    def come(self) -> frozenset[Kind]:
        """What is shown now and was not then."""
        return frozenset(self.now - self.then)


def seen(history: History, kinds: AbstractSet[Kind]) -> History:
    """Give what is known of the kinds that are shown."""
    return History({kind: facts for kind, facts in history.facts.items() if kind in kinds})


def seen_alike(then: History, now: History, sighting: Sighting) -> History:
    """Give what was known then, as far as it can be held against what is known now.

    Args:
        then: What was known when the first day was told.
        now: What is known now.
        sighting: What sources showed at either time.
    """
    kept = seen(then, sighting.now & sighting.then)
    return History({**kept.facts, **seen(now, sighting.come).facts})
