"""`ssi rules diff` and `upload`: what differs, what it does to whom, and what is refused."""

import json
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.activity import Activity, Source
from bot.answers.rules.rulebooks import rulebooks_of
from bot.cli.main import app
from bot.errors import OpenSSIError
from bot.storage import Database, Store
from bot.storage.recordings import Batch
from scoring.model import Kind
from tests.engines import Databases

JANUARY = files("scoring").joinpath("rulebooks", "2026-01.toml").read_text("utf-8")
NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)


@pytest.fixture
def url(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> str:
    """Fill a database with Ana, who posted twelve times."""
    url = databases.new()
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("SSI_NOW", NOW.isoformat())
    database = Database(url)
    store = Store(database)
    store.workspaces.ensure("T1", "Acme", "UTC", NOW)
    store.members.ensure(1, slack_id="U1", name="Ana", email=None, zone="UTC", now=NOW)
    batch = Batch(
        source=Source.MANUAL_LOG,
        title="Posts",
        recorded_by="U1",
        as_of=NOW.date(),
        activities=[Activity(Kind.POST_PUBLISHED, NOW.date(), n) for n in range(12)],
        covers=frozenset({Kind.POST_PUBLISHED}),
    )
    store.recordings.record(1, 1, batch, NOW)
    database.close()
    return url


@pytest.fixture
def file(tmp_path: Path) -> Path:
    text = JANUARY.replace('"2026-01"', '"acme-1"').replace("2026-01-01", "2026-07-10")
    path = tmp_path / "acme.toml"
    path.write_text(text.replace("target = 12\ncap = 6", "target = 24\ncap = 6"), "utf-8")
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["rules", *arguments])


def own(url: str) -> list[str]:
    database = Database(url)
    rulebooks = rulebooks_of(Store(database), 1)
    database.close()
    return [rulebook.version for rulebook in rulebooks]


def test_diff_tells_in_words_and_by_member(url: str) -> None:
    done = run("diff", "2026-01", "2026-11")

    assert "posts target 12 → 18" in done.stdout
    assert "saved searches no longer count (The platform took" in done.stdout
    assert "Members with a score: 1. Rise: 0, fall: 1, median −2.0." in done.stdout
    assert "Ana" in done.stdout


def test_diff_in_json_holds_every_setting_and_member(url: str) -> None:
    told = json.loads(run("diff", "2026-01", "2026-11", "--json").stdout)

    # Posts are worth 6 and then 4 of 6, the one active day 0.15 of 3 and then 0.18 of 3.5.
    assert told["members"] == [{"member": "Ana", "before": 6.15, "after": 4.18, "change": -1.97}]
    assert told["impact"]["average_before"] is None
    posts = [change for change in told["changes"] if change["signal"] == "posts"]
    assert [(each["setting"], each["old"], each["new"]) for each in posts] == [
        ("target", "12", "18")
    ]


def test_diff_of_a_team_that_is_not_there_is_refused(url: str) -> None:
    done = run("diff", "2026-01", "2026-11", "--team", "South")

    assert isinstance(done.exception, OpenSSIError)
    assert "There is no team called South." in str(done.exception)


def test_a_dry_run_shows_the_impact_and_keeps_nothing(url: str, file: Path) -> None:
    done = run("upload", str(file), "--dry-run")

    assert "posts target 12 → 24" in done.stdout
    assert "Ana: −3.0" in done.stdout
    assert "acme-1 would take effect on 2026-07-10." in done.stdout
    assert own(url) == ["2026-01", "2026-11"]


def test_an_upload_is_published_once(url: str, file: Path) -> None:
    assert "acme-1 is published and takes effect on 2026-07-10." in run("upload", str(file)).stdout
    assert own(url) == ["2026-01", "acme-1"]

    again = run("upload", str(file))

    assert "there is a rulebook “acme-1” already" in str(again.exception)
    assert "acme-1" in run("list", "--workspace", "T1").stdout


def test_a_past_day_is_refused_with_its_line(url: str, file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace("2026-07-10", "2026-06-30"), "utf-8")

    done = run("upload", str(file), "--dry-run")

    assert "Line 5: “effective” must be a day after 2026-06-30" in str(done.exception)
