"""Examples of every context: as many rows as asked for, and names as people may well type them."""

from collections.abc import Callable

import pytest

from bot.messages import contexts as c
from tests.bot.messages.examples.agent import AGENT
from tests.bot.messages.examples.by_hand import BY_HAND
from tests.bot.messages.examples.data import DATA
from tests.bot.messages.examples.deliveries import DELIVERIES
from tests.bot.messages.examples.games import GAMES
from tests.bot.messages.examples.home import HOME
from tests.bot.messages.examples.imports import IMPORTS
from tests.bot.messages.examples.managing import MANAGING
from tests.bot.messages.examples.outcomes import OUTCOMES
from tests.bot.messages.examples.plans import PLANS
from tests.bot.messages.examples.rules import RULES
from tests.bot.messages.examples.scores import SCORES
from tests.bot.messages.examples.talk import TALK
from tests.bot.messages.examples.teams import TEAMS
from tests.bot.messages.examples.weekly import WEEKLY

Example = Callable[[type[c.Context], int], c.Context]
MAKERS = {
    **SCORES, **PLANS, **TEAMS, **MANAGING, **RULES, **DATA, **BY_HAND, **TALK, **GAMES, **WEEKLY,
    **HOME, **AGENT, **IMPORTS, **OUTCOMES, **DELIVERIES,
}  # fmt: skip


@pytest.fixture
def example() -> Example:
    """Make a context with so many of everything that there can be many of."""
    return lambda context, rows: MAKERS[context](rows)
