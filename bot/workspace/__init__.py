"""A small Slack workspace on this machine: it speaks Slack's protocol, so the real bot lives in it.

`Workspace` holds a team with its people and channels; `WorkspaceServer` serves it to the bot (Web
API, Events API, Socket Mode) and to a browser. Both know nothing of scores or activities.
"""

from bot.workspace.actor import Actor, words_of
from bot.workspace.acts import Outcome
from bot.workspace.model import Bot, Channel, Command, Message, Shortcut, User, View
from bot.workspace.rates import Fault, refusal
from bot.workspace.server import Pace, WorkspaceServer
from bot.workspace.state import Workspace

__all__ = [
    "Actor",
    "Bot",
    "Channel",
    "Command",
    "Fault",
    "Message",
    "Outcome",
    "Pace",
    "Shortcut",
    "User",
    "View",
    "Workspace",
    "WorkspaceServer",
    "refusal",
    "words_of",
]
