"""The tables. Instants are epoch seconds (UTC), days are epoch days, ids are small integers.

``workspace_id`` comes first in every key, so that workspaces can be spread over shards.
"""

from bot.storage.tables.activities import ActivityRow, Coverage, Recording
from bot.storage.tables.deliveries import Delivery, SeenEvent
from bot.storage.tables.people import Member, Team, TeamManager, TeamMember, Workspace
from bot.storage.tables.scores import ReportedScore, Snapshot, WorkspaceRulebook

__all__ = [
    "ActivityRow",
    "Coverage",
    "Delivery",
    "Member",
    "Recording",
    "ReportedScore",
    "SeenEvent",
    "Snapshot",
    "Team",
    "TeamManager",
    "TeamMember",
    "Workspace",
    "WorkspaceRulebook",
]
