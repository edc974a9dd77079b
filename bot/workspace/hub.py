"""The parts of the server that share one workspace: its state, and its lines to the bot."""

from dataclasses import dataclass, field

from bot.workspace.events import Events
from bot.workspace.line import Line
from bot.workspace.responses import ResponseURLs
from bot.workspace.socket_mode import Sockets
from bot.workspace.state import Workspace


@dataclass(slots=True)
class Hub:
    """What the Web API, the page and the people share; ``base_url`` is known once it listens."""

    workspace: Workspace
    sockets: Sockets
    line: Line
    events: Events
    responses: ResponseURLs = field(init=False)
    base_url: str = ""

    def __post_init__(self) -> None:
        self.responses = ResponseURLs(self.workspace.timer)
