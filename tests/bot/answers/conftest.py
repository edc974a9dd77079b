"""A crew, for tests of answers."""

import pytest

from bot.storage import Store
from tests.bot.answers.crew import Crew, new_crew


@pytest.fixture
def crew(store: Store) -> Crew:
    return new_crew(store)
