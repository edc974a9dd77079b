"""Grants of installs: kept sealed, renewed with the key, forgotten when they hold no more."""

from datetime import timedelta

import pytest
from cryptography.fernet import Fernet

from bot.slack.departures import Departures
from bot.slack.grants import Grant
from bot.slack.installed import Installed
from bot.slack.seal import Seal
from bot.storage import Store
from bot.storage.tables import Workspace
from tests.bot.conftest import NOW

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()
GRANT = Grant("T1", "xoxb-secret", "UBOT", "BBOT")
AGAIN = Grant("T1", "xoxb-another", "UBOT", "BBOT")
SECOND = timedelta(seconds=1)


@pytest.fixture
def installed(store: Store, workspace: Workspace) -> Installed:
    made = Installed(store, Seal([NEW]))
    made.keep(workspace.workspace_id, GRANT, NOW)
    return made


def test_a_workspace_has_its_own_grant_and_no_other(installed: Installed) -> None:
    assert installed.of("T1") == GRANT
    assert installed.of("T2") is None


def test_who_installs_again_has_the_new_token(installed: Installed, workspace: Workspace) -> None:
    installed.keep(workspace.workspace_id, AGAIN, NOW)

    assert installed.of("T1") == AGAIN


def test_a_new_key_takes_over_what_an_older_one_sealed(store: Store, workspace: Workspace) -> None:
    Installed(store, Seal([OLD])).keep(workspace.workspace_id, GRANT, NOW)

    assert Installed(store, Seal([NEW])).of("T1") is None
    assert Installed(store, Seal([NEW, OLD])).of("T1") == GRANT
    assert Installed(store, Seal([NEW])).of("T1") == GRANT


@pytest.mark.parametrize(("later", "left"), [(SECOND, None), (-SECOND, GRANT)])
def test_what_slack_tells_late_of_an_earlier_install_leaves_a_new_one_alone(
    installed: Installed, later: timedelta, left: Grant | None
) -> None:
    told = {"type": "app_uninstalled"}

    Departures(installed).take(
        {"team_id": "T1", "event_time": int((NOW + later).timestamp()), "event": told}
    )

    assert installed.of("T1") == left


def test_a_persons_revoked_token_is_not_the_bots(installed: Installed) -> None:
    told = {"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}}

    Departures(installed).take({"team_id": "T1", "event_time": int(NOW.timestamp()), "event": told})

    assert installed.of("T1") == GRANT


def test_a_token_that_slack_refuses_is_forgotten_unless_there_is_a_newer(
    installed: Installed, workspace: Workspace
) -> None:
    installed.keep(workspace.workspace_id, AGAIN, NOW)

    installed.refused(GRANT)
    assert installed.of("T1") == AGAIN

    installed.refused(AGAIN)
    assert installed.of("T1") is None
