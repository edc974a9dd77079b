"""Every message and view there is; the class name in snake case names its template."""

from bot.messages.contexts.agent import AboutAgent
from bot.messages.contexts.api import AboutApi
from bot.messages.contexts.around import Imported, Privacy, Problem
from bot.messages.contexts.by_hand import ByHand
from bot.messages.contexts.comparison import Compare, Trend
from bot.messages.contexts.data import Data, Forgotten, Undone
from bot.messages.contexts.deliveries import Deliveries
from bot.messages.contexts.explanation import Details, HeadsUp, ShiftNote, Warned
from bot.messages.contexts.games import GamesSwitched, Progress, TeamProgress, Tips
from bot.messages.contexts.home import AtHome
from bot.messages.contexts.importing import AboutImports
from bot.messages.contexts.managing import Managing
from bot.messages.contexts.outcomes import TeamOutcomes
from bot.messages.contexts.planning import AboutPlans
from bot.messages.contexts.quarantine import AboutQuarantine
from bot.messages.contexts.reported import AboutReported
from bot.messages.contexts.rulebooks import AboutRules
from bot.messages.contexts.score import Me, Next, NoData, Outlook, PastScore, Why
from bot.messages.contexts.talk import Talk
from bot.messages.contexts.team import AboutTeams
from bot.messages.contexts.weekly import Weekly

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
    | AboutImports
    | AboutQuarantine
    | TeamOutcomes
    | AboutApi
    | Deliveries
)
