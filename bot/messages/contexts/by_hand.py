"""What people log by hand, and what they say is missing or wrong: forms, answers, decisions."""

from dataclasses import dataclass
from datetime import date

from bot.messages.contexts.parts import Person
from scoring.model import Kind


@dataclass(frozen=True, slots=True)
class LogForm:
    """The modal that logs something done: which kinds there are, with the day and link to begin."""

    kinds: tuple[Kind, ...]
    day: date
    link: str
    today: date


@dataclass(frozen=True, slots=True)
class LogDoubt:
    """Asks whether something is to be logged; ``value`` is what the button logs then."""

    logged: tuple[tuple[Kind, int], ...]
    day: date
    value: str
    today: date


@dataclass(frozen=True, slots=True)
class Logged:
    """What was logged, and the score before and after (tenths), absent where nothing was known.

    ``recording`` is absent where all of it was logged before; the undo is good for an hour. With
    ``in_channel`` it was done with a LinkedIn post that was shared in a team's channel.
    """

    logged: tuple[tuple[Kind, int], ...]
    day: date
    recording: int | None
    points_before: int | None
    points: int | None
    today: date
    in_channel: bool = False


@dataclass(frozen=True, slots=True)
class PostShared:
    """Asks a team's channel who commented on a LinkedIn post that ``by`` shared, or shared it, too.

    ``ref`` names the post by its hash.
    """

    by: str
    ref: int


@dataclass(frozen=True, slots=True)
class DisputeForm:
    """The modal that says what is missing or wrong, of which day."""

    kinds: tuple[Kind, ...]
    day: date
    today: date


@dataclass(frozen=True, slots=True)
class Disputed:
    """What a member says: so much of a kind is missing on a day, or with a minus too much."""

    number: int
    person: Person
    kind: Kind
    day: date
    quantity: int


@dataclass(frozen=True, slots=True)
class DisputeRaised:
    """What a member reads whose dispute is open.

    ``deciders`` are Slack ids of those who were asked, none where an admin decides; ``unreached``
    are those of them whom Slack would not tell.
    """

    what: Disputed
    deciders: tuple[str, ...]
    today: date
    unreached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DisputeAsked:
    """A manager is asked to decide; the member's note is in this message and nowhere else."""

    what: Disputed
    note: str
    today: date


@dataclass(frozen=True, slots=True)
class DisputeDecided:
    """How a dispute was decided, and by whom; for the member where ``is_own``.

    ``again`` is set where it had been decided before. ``points`` are the member's now.
    """

    what: Disputed
    accepted: bool
    by: str
    is_own: bool
    again: bool
    points: int | None
    today: date


@dataclass(frozen=True, slots=True)
class Disputes:
    """`/ssi disputes`: what the reader may decide, and the reader's own that are open."""

    to_decide: tuple[Disputed, ...]
    own: tuple[Disputed, ...]
    today: date


ByHand = (
    LogForm
    | LogDoubt
    | Logged
    | PostShared
    | DisputeForm
    | DisputeRaised
    | DisputeAsked
    | DisputeDecided
    | Disputes
)
