"""What each template gets: one frozen dataclass a message, filled by the answer of the same name.

All points here are *shown* points: integers in tenths, made to add up to what is shown. Days are
calendar dates. Names of signals, kinds, pillars and units are looked up by the templates.
"""

from bot.messages.contexts.around import (
    FileLine,
    Help,
    Home,
    Imported,
    NotYet,
    OutOfScope,
    Privacy,
    Problem,
    RuleRow,
    Rules,
    Unsure,
)
from bot.messages.contexts.parts import (
    ActionLine,
    LeavingLine,
    Missing,
    Person,
    PillarLine,
    RuleCause,
    RulesLine,
    SharedCause,
)
from bot.messages.contexts.score import (
    ActivityCause,
    Me,
    Next,
    NoData,
    Outlook,
    WayBack,
    Why,
)
from bot.messages.contexts.team import (
    Board,
    BoardRow,
    DeliveryFailed,
    Digest,
    Joined,
    Left,
    MyRow,
    Setup,
    TeamReady,
    TeamReport,
    TeamRow,
    Tip,
)

__all__ = [
    "ActionLine",
    "ActivityCause",
    "Board",
    "BoardRow",
    "Context",
    "DeliveryFailed",
    "Digest",
    "FileLine",
    "Help",
    "Home",
    "Imported",
    "Joined",
    "LeavingLine",
    "Left",
    "Me",
    "Missing",
    "MyRow",
    "Next",
    "NoData",
    "NotYet",
    "OutOfScope",
    "Outlook",
    "Person",
    "PillarLine",
    "Privacy",
    "Problem",
    "RuleCause",
    "RuleRow",
    "Rules",
    "RulesLine",
    "Setup",
    "SharedCause",
    "TeamReady",
    "TeamReport",
    "TeamRow",
    "Tip",
    "Unsure",
    "WayBack",
    "Why",
]

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
