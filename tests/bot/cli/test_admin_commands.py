"""`ssi verify` and `migrate`, and how the program speaks when something is wrong."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.app import open_store
from bot.clock import fixed_clock
from bot.delivery.nightly import score_nights
from bot.settings import read_settings
from bot.storage import Database, Store
from tests.bot.cli.conftest import Ssi


def execute(url: str, statement: str) -> None:
    database = Database(url)
    with database.write() as session:
        session.connection().execute(text(statement))
    database.close()


# Verify


@pytest.fixture
def three_days(team: str) -> str:
    """The team with the snapshots of its last three days."""
    execute(team, "DELETE FROM snapshot WHERE day <= (SELECT max(day) FROM snapshot) - 3")
    return team


def test_every_snapshot_comes_out_again(ssi: Ssi, three_days: str) -> None:
    assert ssi("verify", "--json").json == {"checked": 24, "differences": []}
    assert ssi("verify").out == "24 snapshots recomputed, 0 differ.\n"


def test_a_snapshot_that_was_tampered_with_is_found(ssi: Ssi, three_days: str) -> None:
    execute(
        three_days,
        "UPDATE snapshot SET points = points + 100 "
        "WHERE member_id = 1 AND day = (SELECT min(day) FROM snapshot)",
    )

    run = ssi("verify", "--json")

    assert run.code == 1
    (difference,) = json.loads(run.out)["differences"]
    assert (difference["member"], difference["day"]) == ("Maya Okafor", "2026-11-15")
    assert round(difference["stored"] - difference["recomputed"], 2) == 1
    told = ssi("verify")
    assert (told.code, told.out) == (1, "24 snapshots recomputed, 1 differ.\n")
    stored, now = difference["stored"], difference["recomputed"]
    assert told.err == f"Maya Okafor, 2026-11-15: {stored} was stored, now {now}.\n"


def test_activities_that_were_tampered_with_are_found(ssi: Ssi, three_days: str) -> None:
    execute(three_days, "UPDATE activity SET quantity = quantity + 1 WHERE member_id = 2")

    assert ssi("verify").code == 1


def test_a_snapshot_whose_rulebook_is_gone_is_told(ssi: Ssi, three_days: str) -> None:
    execute(three_days, "UPDATE snapshot SET rulebook = '2020-01' WHERE member_id = 1")

    assert "its rulebook is gone." in ssi("verify").err


def test_a_night_when_nothing_was_left_in_any_window_comes_out_again(ssi: Ssi, home: Path) -> None:
    file = home / "Comments.csv"
    file.write_text("Date,Link,Message\n2021-11-02 10:00:00,x,hi\n")
    ssi("import", str(file), "--member", "ada@example.com")
    store = open_store(read_settings())
    score_nights(store, fixed_clock(datetime(2026, 11, 20, 12, tzinfo=UTC)))
    store.database.close()

    assert ssi("verify", "--json").json == {"checked": 2, "differences": []}


def test_every_workspace_is_verified(ssi: Ssi, three_days: str) -> None:
    second_workspace(three_days)

    assert ssi("verify", "--json").json["checked"] == 24
    assert ssi("verify", "--json", "--workspace", "T0OTHER").json["checked"] == 0


# Several workspaces


def second_workspace(url: str) -> None:
    database = Database(url)
    Store(database).workspaces.ensure("T0OTHER", "Other", "UTC", datetime(2026, 11, 1, tzinfo=UTC))
    database.close()


def test_with_several_workspaces_one_is_to_be_chosen(ssi: Ssi, team: str) -> None:
    second_workspace(team)

    assert ssi("score", "Maya Okafor").complaint == (
        "Several workspaces are stored: T0DEMO (Larkfield Software), T0OTHER (Other). "
        "Choose one with --workspace."
    )
    run = ssi("score", "Maya Okafor", "--workspace", "T0DEMO", "--json")
    assert run.json["member"] == "Maya Okafor"
    assert ssi("score", "Maya Okafor", "--workspace", "T0OTHER").complaint == (
        "No member is called Maya Okafor. Nobody is here yet: `ssi import` brings somebody in."
    )
    assert ssi("score", "Maya Okafor", "--workspace", "T0NONE").complaint == (
        "There is no workspace T0NONE in this database. There is: T0DEMO, T0OTHER."
    )


# The database


def test_the_database_is_made_where_data_belongs(ssi: Ssi, home: Path) -> None:
    run = ssi("migrate", "--json")

    file = home / "data" / "openssi" / "openssi.sqlite3"
    assert run.json == {"database": f"sqlite:///{file}", "up_to_date": True}
    assert file.exists()
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert "up to date" in ssi("migrate").out


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("openssi", "DATABASE_URL is no database's address."),
        ("oracle+none://x", "DATABASE_URL says oracle+none."),
        ("mysql://root:secret@localhost/x", "DATABASE_URL says mysql. Write it as sqlite:"),
        (
            "postgres://root:secret@127.0.0.1:1/x",
            "The database postgresql://root:***@127.0.0.1:1/x",
        ),
        ("sqlite:////proc/none/x.db", "The database sqlite:////proc/none/x.db cannot be opened: "),
        (f"sqlite:///{__file__}", "cannot be opened: file is not a database."),
        (f"sqlite:///{Path(__file__).parent}", "cannot be opened: unable to open database file."),
    ],
)
def test_a_database_that_cannot_be_opened(
    ssi: Ssi, monkeypatch: pytest.MonkeyPatch, url: str, reason: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)

    for command in (("migrate",), ("verify",), ("score", "Ana")):
        said = ssi(*command).complaint
        assert reason in said
        assert "secret" not in said


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "http"), ("PORT", "70000"), ("SSI_NOW", "noon"), ("SLACK_API_URL", "slack.com/api")],
)
def test_a_setting_that_cannot_be_used_is_named(
    ssi: Ssi, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    assert ssi("doctor").complaint.startswith(f"{name} cannot be used: ")


# What nobody foresaw


def test_a_fault_of_ours_gets_a_number_that_the_log_knows(
    ssi: Ssi, team: str, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        text = "Maya Okafor"
        raise KeyError(text)

    monkeypatch.setattr("bot.cli.reading.move", fail)

    said = ssi("score", "Maya Okafor").complaint

    line = json.loads(log.read_text("utf-8").splitlines()[-1])
    assert said.startswith(f"Something went wrong on our side (incident {line['incident']})")
    assert said.endswith(str(log))
    assert (line["event"], line["error"]) == ("command_failed", "builtins.KeyError")
    assert any(place.startswith("cli/reading.py:") for place in line["at"])
    assert "Maya" not in log.read_text("utf-8")


def test_a_fault_of_the_database_is_told_without_what_it_holds(
    ssi: Ssi, team: str, log: Path
) -> None:
    execute(team, "DROP TABLE activity")

    ssi("score", "Maya Okafor")

    line = json.loads(log.read_text("utf-8").splitlines()[-1])
    assert re.search(r"no such table: activity|relation \"activity\" does not exist", line["words"])
    assert "Maya" not in log.read_text("utf-8")


def test_names_are_printed_as_they_are(ssi: Ssi, team: str) -> None:
    execute(team, "UPDATE member SET name = 'Maya [bold] :tada:' WHERE member_id = 1")

    assert "Maya [bold] :tada: on 2026-11-18" in ssi("score", "maya@example.com").out
    assert "Maya [bold] :tada:" in ssi("team", "Mid-Market Sales").out


def test_without_a_place_for_the_log_commands_work(
    ssi: Ssi, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "file"))

    assert ssi("ask", "why?", "--json").json["intent"] == "why_change"
