"""What each template gets: one frozen dataclass a message, filled by the answer of the same name.

All points here are *shown* points: integers in tenths, made to add up to what is shown. Days are
calendar dates. Names of signals, kinds, pillars and units are looked up by the templates.
"""

from bot.messages.contexts.agent import AboutAgent
from bot.messages.contexts.around import FileLine, Imported, Privacy, Problem
from bot.messages.contexts.by_hand import (
    ByHand,
    DisputeAsked,
    Disputed,
    DisputeDecided,
    DisputeForm,
    DisputeRaised,
    Disputes,
    LogDoubt,
    LogForm,
    Logged,
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
from bot.messages.contexts.games import (
    Badge,
    BadgeLine,
    GamesSwitched,
    GoalLine,
    Progress,
    StreakLine,
    TeamGoalLine,
    TeamProgress,
    TeamTip,
    TipLine,
    Tips,
)
from bot.messages.contexts.home import (
    AtHome,
    DigestPreview,
    Home,
    HowToImport,
    SettingsChanged,
    Waiting,
)
from bot.messages.contexts.managing import Managing, TeamReport, TeamRow
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
    Sight,
    Told,
)
from bot.messages.contexts.planning import (
    AboutPlans,
    EffortLine,
    Efforts,
    Leaving,
    OtherRules,
    Plan,
    StandStill,
    Step,
    Units,
    WhatIf,
)
from bot.messages.contexts.reported import (
    AboutReported,
    BothScores,
    Nudge,
    Reported,
    ReportedDoubt,
    ReportedForm,
)
from bot.messages.contexts.rulebooks import (
    AboutRules,
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
    PastScore,
    WayBack,
    Why,
)
from bot.messages.contexts.talk import (
    CommandHelp,
    DidYouMean,
    Echoed,
    Greeting,
    Help,
    OutOfScope,
    Talk,
    Thanks,
    Unsure,
)
from bot.messages.contexts.team import (
    AboutTeams,
    Board,
    BoardRow,
    DeliveryFailed,
    Digest,
    Joined,
    Left,
    MyRow,
    Setup,
    TeamReady,
)
from bot.messages.contexts.weekly import Weekly

__all__ = [
    "ActionLine",
    "ActivityCause",
    "Badge",
    "BadgeLine",
    "Board",
    "BoardRow",
    "BothScores",
    "CommandHelp",
    "Compare",
    "ComparedRow",
    "Context",
    "Data",
    "DeliveryFailed",
    "DetailCause",
    "Details",
    "DidYouMean",
    "Digest",
    "DigestPreview",
    "DisputeAsked",
    "DisputeDecided",
    "DisputeForm",
    "DisputeRaised",
    "Disputed",
    "Disputes",
    "Echoed",
    "EffortLine",
    "Efforts",
    "FileLine",
    "Forgotten",
    "GamesSwitched",
    "GoalLine",
    "Greeting",
    "GroupLine",
    "HeadsUp",
    "Help",
    "Home",
    "HowToImport",
    "ImpactRow",
    "ImportLine",
    "Imported",
    "Joined",
    "KindLine",
    "Leaving",
    "LeavingLine",
    "Left",
    "LogDoubt",
    "LogForm",
    "Logged",
    "Me",
    "Missing",
    "MyRow",
    "Next",
    "NoData",
    "Nudge",
    "OtherRules",
    "OutOfScope",
    "Outlook",
    "OwnImpact",
    "Person",
    "PillarLine",
    "Place",
    "Plan",
    "Privacy",
    "Problem",
    "Progress",
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
    "SettingsChanged",
    "Setup",
    "SharedCause",
    "SharedImpact",
    "Shift",
    "ShiftNote",
    "Sight",
    "SignalDetail",
    "StandStill",
    "Step",
    "StreakLine",
    "TeamGoalLine",
    "TeamProgress",
    "TeamReady",
    "TeamReport",
    "TeamRow",
    "TeamTip",
    "Thanks",
    "TipLine",
    "Tips",
    "Told",
    "Trend",
    "TrendPoint",
    "Undone",
    "Units",
    "Unsure",
    "Waiting",
    "Warned",
    "WayBack",
    "WhatIf",
    "Why",
]

Context = (
    Me
    | PastScore
    | NoData
    | Why
    | Next
    | Managing
    | AboutTeams
    | Weekly
    | AboutRules
    | Outlook
    | Imported
    | Privacy
    | Talk
    | Problem
    | AtHome
    | Details
    | HeadsUp
    | Warned
    | ShiftNote
    | AboutReported
    | Trend
    | Compare
    | AboutPlans
    | Data
    | Undone
    | Forgotten
    | Tips
    | Progress
    | TeamProgress
    | GamesSwitched
    | ByHand
    | AboutAgent
)
"""Every message and view there is; the class name in snake case names its template."""
