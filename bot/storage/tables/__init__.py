"""The tables. Instants are epoch seconds (UTC), days are epoch days, ids are small integers.

``workspace_id`` comes first in every key, so that workspaces can be spread over shards.
"""

from bot.storage.tables.activities import ActivityRow, Coverage, Recording
from bot.storage.tables.api import ApiEntry, ApiMinute, ApiToken
from bot.storage.tables.cheers import Cheer
from bot.storage.tables.deliveries import Delivery, Pause, SeenEvent
from bot.storage.tables.disputes import Dispute
from bot.storage.tables.feedback import Feedback
from bot.storage.tables.goals import Goal, HolidayWeek, TeamGoal, TeamTipTold, TipTold
from bot.storage.tables.imports import Admin, ColumnMapping, FileImport, Quarantine, Seat
from bot.storage.tables.installations import Installation, OAuthState
from bot.storage.tables.links import OfferedPost
from bot.storage.tables.openness import Consent, Look
from bot.storage.tables.people import Member, Team, TeamManager, TeamMember, Workspace
from bot.storage.tables.scores import Effort, ReportedScore, Snapshot, WorkspaceRulebook
from bot.storage.tables.threads import ThreadQuestion

__all__ = [
    "ActivityRow",
    "Admin",
    "ApiEntry",
    "ApiMinute",
    "ApiToken",
    "Cheer",
    "ColumnMapping",
    "Consent",
    "Coverage",
    "Delivery",
    "Dispute",
    "Effort",
    "Feedback",
    "FileImport",
    "Goal",
    "HolidayWeek",
    "Installation",
    "Look",
    "Member",
    "OAuthState",
    "OfferedPost",
    "Pause",
    "Quarantine",
    "Recording",
    "ReportedScore",
    "Seat",
    "SeenEvent",
    "Snapshot",
    "Team",
    "TeamGoal",
    "TeamManager",
    "TeamMember",
    "TeamTipTold",
    "ThreadQuestion",
    "TipTold",
    "Workspace",
    "WorkspaceRulebook",
]
