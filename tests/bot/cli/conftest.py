"""What tests of the commands share: the program in a data folder of its own, and a planted team."""

import json
import logging
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.cli.main import main
from bot.storage import Database, Store
from bot.workspace.seed.plant import plant
from scoring.rulebook import shipped
from tests.bot.intake.reading import sample, zipped
from tests.engines import Databases

NOW = "2026-11-18T12:00:00Z"
SETTINGS = (
    "DATABASE_URL", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_API_URL",
    "PORT", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SSI_ENCRYPTION_KEY",
)  # fmt: skip


@dataclass(frozen=True)
class Run:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """What a command that found a problem says: one line, and nothing of Python."""
        assert (self.code, self.out) == (1, "")
        assert "Traceback" not in self.err
        (line,) = self.err.splitlines()
        return line

    @property
    def misuse(self) -> str:
        """What a command that was called wrongly says, without the frame around it."""
        assert (self.code, self.out) == (2, "")
        assert "Traceback" not in self.err
        return " ".join(word for word in self.err.split() if word != "│")


Ssi = Callable[..., Run]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of one's own, where no setting is set, on 18 November 2026."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("SSI_NOW", NOW)
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def log(home: Path) -> Path:
    return home / "data" / "openssi" / "openssi.log"


@pytest.fixture
def ssi(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Ssi]:
    """Run a command as the program does, in this process."""

    def run(*arguments: str) -> Run:
        monkeypatch.setattr(sys, "argv", ["ssi", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main()
        return Run(int(str(end.value.code)), *capsys.readouterr())

    yield run
    logging.basicConfig(handlers=[logging.NullHandler()], force=True)
    structlog.reset_defaults()


@pytest.fixture
def export(home: Path) -> Path:
    """A whole export of 2026, as LinkedIn sends it."""
    file = home / "export.zip"
    file.write_bytes(zipped(sample("2026")).read())
    return file


@pytest.fixture(scope="session")
def planted(lasting_databases: Databases) -> str:
    """The URL of a database with the demo's team in it."""
    url = lasting_databases.new()
    database = Database(url)
    now = datetime(2026, 11, 18, 12, tzinfo=UTC)
    plant(
        Store(database),
        shipped(),
        now=now,
        slack_team_id="T0DEMO",
        team_channel="C0SALES",
        next_digest_at=now,
    )
    database.close()
    return url


@pytest.fixture
def team(planted: str, databases: Databases, home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The URL of a copy of the demo's team, which commands see; it may be changed."""
    url = databases.copy(planted)
    monkeypatch.setenv("DATABASE_URL", url)
    return url
