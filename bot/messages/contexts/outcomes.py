"""What selling is for: outcomes, and what went with them in a manager's own team."""

from dataclasses import dataclass
from datetime import date

from scoring.model import Kind


@dataclass(frozen=True, slots=True)
class EventfulShare:
    """In so many of some weeks there was an outcome; shares are of 100, from ``low`` to ``high``.

    That is the interval in which the share lies with 95 %, as far as chance goes.
    """

    eventful: int
    weeks: int
    share: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """A signal, and how many of its busy and of its calm weeks had an outcome."""

    signal: str
    busy: EventfulShare
    calm: EventfulShare

    @property
    def with_more(self) -> bool:
        """Whether busy weeks had outcomes more often than calm ones."""
        return self.busy.eventful * self.calm.weeks > self.calm.eventful * self.busy.weeks


@dataclass(frozen=True, slots=True)
class TeamOutcomes:
    """`/ssi impact`: which signals went with outcomes in a team, where there is enough to tell.

    ``first`` is absent where no outcome is known. ``outcomes`` are counted by kind, where there are
    members enough to hide single ones; ``eventful`` are the weeks of members with one. ``least``
    are the members, weeks and eventful weeks that it takes, and ``enough`` is whether they are
    there: without them, ``clear`` and ``unclear`` are empty. The clear signals stand out, the most
    telling first; of the others nothing can be said.
    """

    team: str
    first: date | None
    last: date
    outcomes: tuple[tuple[Kind, int], ...]
    members: int
    weeks: int
    eventful: int
    least: tuple[int, int, int]
    enough: bool
    clear: tuple[OutcomeLine, ...] = ()
    unclear: tuple[OutcomeLine, ...] = ()
