"""What each template gets: one frozen dataclass a message, filled by the answer of the same name.

All points here are *shown* points: integers in tenths, made to add up to what is shown. Days are
calendar dates. Names of signals, kinds, pillars and units are looked up by the templates.
"""

from bot.messages.contexts.around import (
    FileLine,
    Greeting,
    Help,
    Home,
    Imported,
    OutOfScope,
    Privacy,
    Problem,
    Thanks,
    Unsure,
)
from bot.messages.contexts.comparison import (
    Compare,
    ComparedRow,
    GroupLine,
    Place,
    Trend,
    TrendPoint,
)
from bot.messages.contexts.data import (
    Data,
    Forgotten,
    ImportLine,
    KindLine,
    Undone,
)
from bot.messages.contexts.explanation import (
    DetailCause,
    Details,
    HeadsUp,
    ShiftNote,
    SignalDetail,
    Warned,
)
from bot.messages.contexts.parts import (
    ActionLine,
    LeavingLine,
    Missing,
    Person,
    PillarLine,
    RankMove,
    RuleCause,
    RulesLine,
    SharedCause,
    Shift,
    Told,
)
from bot.messages.contexts.planning import (
    Plan,
    StandStill,
    Step,
    Units,
    WhatIf,
)
from bot.messages.contexts.reported import (
    BothScores,
    Nudge,
    Reported,
    ReportedDoubt,
    ReportedForm,
)
from bot.messages.contexts.rulebooks import (
    ImpactRow,
    OwnImpact,
    RuleRow,
    Rules,
    RulesAhead,
    RulesDecided,
    RulesForYou,
    RulesNotice,
    RulesPreview,
    RulesUpload,
    SharedImpact,
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
    "BothScores",
    "Compare",
    "ComparedRow",
    "Context",
    "Data",
    "DeliveryFailed",
    "DetailCause",
    "Details",
    "Digest",
    "FileLine",
    "Forgotten",
    "Greeting",
    "GroupLine",
    "HeadsUp",
    "Help",
    "Home",
    "ImpactRow",
    "ImportLine",
    "Imported",
    "Joined",
    "KindLine",
    "LeavingLine",
    "Left",
    "Me",
    "Missing",
    "MyRow",
    "Next",
    "NoData",
    "Nudge",
    "OutOfScope",
    "Outlook",
    "OwnImpact",
    "Person",
    "PillarLine",
    "Place",
    "Plan",
    "Privacy",
    "Problem",
    "RankMove",
    "Reported",
    "ReportedDoubt",
    "ReportedForm",
    "RuleCause",
    "RuleRow",
    "Rules",
    "RulesAhead",
    "RulesDecided",
    "RulesForYou",
    "RulesLine",
    "RulesNotice",
    "RulesPreview",
    "RulesUpload",
    "Setup",
    "SharedCause",
    "SharedImpact",
    "Shift",
    "ShiftNote",
    "SignalDetail",
    "StandStill",
    "Step",
    "TeamReady",
    "TeamReport",
    "TeamRow",
    "Thanks",
    "Tip",
    "Told",
    "Trend",
    "TrendPoint",
    "Undone",
    "Units",
    "Unsure",
    "Warned",
    "WayBack",
    "WhatIf",
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
    | Thanks
    | Greeting
    | Problem
    | Home
    | DeliveryFailed
    | RulesNotice
    | RulesForYou
    | RulesUpload
    | RulesPreview
    | RulesDecided
    | Details
    | HeadsUp
    | Warned
    | ShiftNote
    | Reported
    | ReportedForm
    | ReportedDoubt
    | Nudge
    | Trend
    | Compare
    | Plan
    | WhatIf
    | StandStill
    | Data
    | Undone
    | Forgotten
)
"""Every message and view there is; the class name in snake case names its template."""
