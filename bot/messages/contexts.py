"""What each template gets: one frozen dataclass a message, filled by the answer of the same name.

All points here are *shown* points: integers in tenths, made to add up to what is shown. Days are
calendar dates. Names of signals, kinds, pillars and units are looked up by the templates.
"""

from dataclasses import dataclass
from datetime import date

from scoring.model import CauseKind, Evidence, Pillar


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the workspace; ``slack_id`` is absent for who is known by name alone."""

    name: str
    slack_id: str | None = None


@dataclass(frozen=True, slots=True)
class PillarLine:
    """A pillar as shown: its points, change, and coverage (points that can be seen, of 250)."""

    pillar: Pillar
    points: int
    change: int
    seen: int


@dataclass(frozen=True, slots=True)
class LeavingLine:
    """What leaves the window: signal, points lost by it (negative), its activities and days."""

    signal: str
    points: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ActionLine:
    """Something to do: so many units of a signal's activity bring so many points."""

    signal: str
    units: int
    points: int


@dataclass(frozen=True, slots=True)
class Missing:
    """An import that would show more of a pillar: the signals that it would make visible."""

    pillar: Pillar
    signals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Me:
    """`/ssi me`: a member's score today, its change, what leaves soon, and what can be seen.

    ``person`` is absent when the reader looks at the own score.
    """

    person: Person | None
    day: date
    since: date
    points: int
    change: int
    rulebook: str
    pillars: tuple[PillarLine, ...]
    leaving_days: int
    leaving: tuple[LeavingLine, ...]
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class NoData:
    """A member of whom nothing is known yet: how to begin."""

    person: Person | None


@dataclass(frozen=True, slots=True)
class ActivityCause:
    """What one signal's activity did: what came in and what aged out, or a late correction.

    ``cause`` is new when points came in, aged out when they left, corrected for late data. For
    rates ``before`` and ``after`` are (value, of), as in "12 of 30 answered → 13 of 52".
    """

    pillar: Pillar
    signal: str
    cause: CauseKind
    points: int
    evidence: tuple[Evidence, ...]
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class RuleCause:
    """What one changed rule did to a score.

    ``what`` is the setting: target, cap, window, minimum, measure, kinds, or added, or retired.

    ``old`` and ``new`` are the setting's values as text, ``unit`` is the signal's; ``reason`` is
    the rulebook's own sentence for a retired signal.
    """

    pillar: Pillar
    signal: str
    points: int
    what: str
    old: str
    new: str
    unit: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RulesLine:
    """All that changed rules did, in one line of the answer."""

    old: str
    new: str
    on: date
    points: int
    causes: tuple[RuleCause, ...]


@dataclass(frozen=True, slots=True)
class SharedCause:
    """How many of a team's scores moved the same way, and by how much in the middle (tenths)."""

    moved: int
    of: int
    median: int
    fell: bool
    by_rules: bool


@dataclass(frozen=True, slots=True)
class WayBack:
    """The cheapest actions that bring a score back, and how far they lead."""

    goal: int
    reached: int
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Why a score changed between the end of one day and the end of another.

    ``lines`` are the largest activity causes (four with the rules), ``rest`` is everything else;
    with ``rules`` they add up to ``change``. ``still`` names the pillars that did not move.
    ``rebased_on`` is set when nothing was known on the first day: both days are then scored with
    what is known now, and it tells since when. ``pillar`` narrows the question.
    ``period_chosen`` is false where the asker named no days and the bot took these.
    """

    person: Person | None
    pillar: Pillar | None
    first: date
    last: date
    before: int
    after: int
    rulebook: str
    rules: RulesLine | None
    lines: tuple[ActivityCause, ...]
    rest: int
    still: tuple[Pillar, ...]
    shared: SharedCause | None
    way_back: WayBack | None
    rebased_on: date | None
    period_chosen: bool

    @property
    def change(self) -> int:
        """The change in tenths."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Next:
    """*What next?*: the actions worth most, and the signals that are full."""

    person: Person | None
    points: int
    actions: tuple[ActionLine, ...]
    full: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A member in a manager's report; scores are absent for who has no data."""

    person: Person
    points: int | None
    change: int | None
    weakest: Pillar | None
    needs_help: str | None
    """Why a look would help: fell, silent or no_data."""


@dataclass(frozen=True, slots=True)
class TeamReport:
    """`/ssi team` for the team's manager; ``average`` is absent under the minimum size."""

    team: str
    day: date
    since: date
    rows: tuple[TeamRow, ...]
    average: int | None
    average_change: int | None
    shared: SharedCause | None


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A row of the leaderboard; ties share a rank."""

    rank: int
    person: Person
    points: int
    change: int


@dataclass(frozen=True, slots=True)
class Tip:
    """One tip: which signal it helps; its text is the templates'."""

    pillar: Pillar
    signal: str


@dataclass(frozen=True, slots=True)
class Digest:
    """The weekly post in a team's channel: the top, the most improved, the team, one tip."""

    team: str
    first: date
    last: date
    rows: tuple[BoardRow, ...]
    members: int
    improved: tuple[BoardRow, ...]
    average: int | None
    average_change: int | None
    minimum: int
    shared: SharedCause | None
    tip: Tip | None
    rules: RulesLine | None = None
    """The rules that changed within the week; their points are shown to nobody here."""
    late_for: date | None = None
    """The day that it was due on, when it is posted late."""


@dataclass(frozen=True, slots=True)
class MyRow:
    """A member's own place on the board, shown to the member alone.

    ``rank`` is absent for who is ``hidden`` from boards, points for who has no data yet.
    """

    team: str
    day: date
    rank: int | None
    of: int
    points: int | None
    change: int | None
    hidden: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The leaderboard when somebody asks: the top and the asker's own row."""

    team: str
    day: date
    since: date
    rows: tuple[BoardRow, ...]
    members: int
    mine: BoardRow | None


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A signal of the rulebook in plain words; cap in tenths, target as text with its unit."""

    pillar: Pillar
    signal: str
    target: str
    unit: str
    cap: int
    window: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Rules:
    """`/ssi rules`: the rulebook in force."""

    version: str
    effective: date
    rows: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """`/ssi outlook`: what leaves the window on which day, if nothing new comes in."""

    person: Person | None
    day: date
    points: int
    days: tuple[tuple[date, tuple[LeavingLine, ...]], ...]
    points_then: int
    until: date


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file of an import: rows read, taken, already known, refused.

    ``refused`` gives the first refused rows as (row, reason), ``rows_refused`` counts all of them.
    """

    name: str
    recognised: str
    read: int
    taken: int
    known: int
    rows_refused: int
    refused: tuple[tuple[int, str], ...]
    problem: str | None


@dataclass(frozen=True, slots=True)
class Imported:
    """The report of an import, and the score it led to (absent when nothing was taken)."""

    person: Person | None
    title: str
    files: tuple[FileLine, ...]
    ignored: tuple[str, ...]
    points: int | None
    points_before: int | None

    @property
    def taken(self) -> int:
        """Rows taken over all files."""
        return sum(line.taken for line in self.files)

    @property
    def known(self) -> int:
        """Rows that were already known."""
        return sum(line.known for line in self.files)


@dataclass(frozen=True, slots=True)
class Privacy:
    """`/ssi privacy`: what is stored of the asker, who sees it, and whether boards show them."""

    activities: int
    first: date | None
    last: date | None
    teams: tuple[str, ...]
    managers: tuple[str, ...]
    on_board: bool


@dataclass(frozen=True, slots=True)
class Help:
    """`/ssi help`: what to type; managers and teams without set-up get a line of their own."""

    is_manager: bool
    has_team: bool


@dataclass(frozen=True, slots=True)
class Setup:
    """The modal of `/ssi setup`, filled with what the team has already."""

    channel_id: str
    name: str
    managers: tuple[str, ...]
    weekday: int
    minute: int
    zone: str
    zones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TeamReady:
    """The post in a channel whose team has just been set up, with the button to join."""

    team: str
    managers: tuple[str, ...]
    weekday: int
    minute: int
    zone: str
    by: str


@dataclass(frozen=True, slots=True)
class Joined:
    """What somebody who joins a team reads: what is stored, who sees what, how to leave."""

    team: str
    managers: tuple[str, ...]
    again: bool


@dataclass(frozen=True, slots=True)
class Left:
    """What somebody who leaves a team reads."""

    team: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """The likeliest readings of a text, offered as buttons; values are intents."""

    text: str
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """A friendly sentence for what the bot does not do."""


@dataclass(frozen=True, slots=True)
class NotYet:
    """A question that has no answer yet: its intent, and the nearest command."""

    intent: str
    command: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence that says what is wrong and the way out; ``incident`` names an unknown error."""

    sentence: str
    incident: str | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """The App Home: the score card, or how to begin; and the teams that the reader manages."""

    me: Me | NoData
    teams: tuple[str, ...]
    managed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeliveryFailed:
    """A note to who set up a team whose digest could not be posted."""

    team: str
    channel_id: str
    error: str


Context = (
    Me
    | NoData
    | Why
    | Next
    | TeamReport
    | Digest
    | MyRow
    | Board
    | Rules
    | Outlook
    | Imported
    | Privacy
    | Help
    | Setup
    | TeamReady
    | Joined
    | Left
    | Unsure
    | OutOfScope
    | NotYet
    | Problem
    | Home
    | DeliveryFailed
)
"""Every message and view there is; the class name in snake case names its template."""
