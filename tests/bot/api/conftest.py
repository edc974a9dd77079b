"""A crew whose data a program sends and reads."""

from collections.abc import Callable

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from bot.answers.asker import Asker
from bot.answers.upkeep.tokens import make_token
from bot.api import api
from bot.storage import Store
from tests.bot.answers.crew import NOW, Crew, new_crew

Call = Callable[..., TestResponse]


@pytest.fixture
def crew(store: Store) -> Crew:
    return new_crew(store)


@pytest.fixture
def web(crew: Crew) -> Flask:
    web = Flask("test", static_folder=None)
    web.register_blueprint(api(crew.store, lambda: NOW))
    return web


@pytest.fixture
def call(crew: Crew, web: Flask) -> Call:
    """Call with a token that may do both; Ana is a member."""
    crew.join("ana")
    admin = Asker("UBOSS", "Ben", None, "UTC", is_admin=True)
    token = make_token(crew.desk, admin, name="CRM", may="both").token
    headers = {"Authorization": f"Bearer {token}"}

    def call(method: str, path: str, body: object = None, **more: object) -> TestResponse:
        sent = more or {"json": body}
        return web.test_client().open(f"/v1{path}", method=method, headers=headers, **sent)

    return call
