"""No body of a message, text of a comment or name of a contact is kept, logged or told to anybody.

Each text of an export is made a word that is nowhere else; then every place is searched for them.
"""

import json
import logging
import sys
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import TypedDict

import pytest
import structlog

from bot.answers.asker import Asker
from bot.answers.data.importing import import_file
from bot.answers.data.matching import Days, match_columns, question_of
from bot.answers.data.pending import undo_import
from bot.answers.data.previewing import Sent, look
from bot.answers.data.quarantine import quarantined, structure
from bot.answers.desk import Desk
from bot.answers.turn import Turn
from bot.cli.logs import log_to_stderr
from bot.cli.stage import Stage
from bot.errors import OpenSSIError
from bot.messages.contexts import Context, Imported, Problem
from bot.messages.contexts.importing import MatchingAsked
from bot.messages.render import plain, render
from bot.storage import Database, Store
from bot.workspace import User, words_of
from scoring.rulebook import shipped
from tests.bot.intake.hostile_files import FOLDER, STORED, hostile_file
from tests.bot.intake.hostile_spreadsheets import hostile as hostile_spreadsheets
from tests.bot.intake.planted import PLANTED
from tests.bot.intake.reading import sample, zipped
from tests.bot.intake.spreadsheets import spreadsheet
from tests.engines import Databases
from tests.planting import Words, found, planted
from tests.walks.conftest import NOW, Someone

OWN = ("ada", "quill")
"""What names the owner of the export, which the bot knows anyway."""

TEAM_FILES = FOLDER.parent / "intake"
POSTS_BY_IMPRESSIONS = ("Post URL", "Post publish date", "Impressions")
OF_CONTACTS = ("Initech", "Acme", "left word", "crm-", "a-1", "a-2", "a-3", "urn:li:member:")
"""What these files tell of others."""


FORMATS = ("Sales Navigator", "able of activities", "usage report", "analytics")


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[StringIO]:
    """The log as `ssi serve` writes it."""
    written = StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", written)
        log_to_stderr()
    logging.getLogger().setLevel(logging.DEBUG)
    yield written
    logging.basicConfig(handlers=[logging.NullHandler()], level=logging.WARNING, force=True)
    structlog.reset_defaults()


def export_of(words: Words) -> bytes:
    """Make the sample of a year with a word in each text, and a spoiled row of words in each."""
    files: dict[str, bytes] = {}
    for name, content in sample("2026").items():
        if name.endswith(".html"):
            files[name] = content.replace(b"Harbours first.", words.of(name).encode())
        else:
            spoiled = ",".join([words.of(f"spoiled {name}")] * 6).encode()
            files[name] = planted(content, words, OWN).rstrip() + b"\n" + spoiled + b"\n"
    return zipped(files).getvalue()


def test_no_word_of_an_export_is_stored_logged_or_answered(
    stage: Stage, databases: Databases, log: StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    ada = User("U0ADA0004", "ada", "Ada Quill", "ada@example.com", tz="UTC")
    stage.workspace.add_user(ada)
    someone, words = Someone(stage, stage.server.act_as(ada.id)), Words()

    preview = someone.send(export_of(words), "export.zip")
    looked_at = words_of(preview)
    report = someone.import_(preview)
    someone.command("/ssi why since 1 jan")
    someone.command("/ssi data")
    someone.ask("why did my score change this year?")
    at_its_fullest = databases.stored(stage.database_url)
    someone.click(report, "undo_import")

    assert "comments" in looked_at
    assert "10 rows read, 7 new, 1 refused" in words_of(report)
    assert len(words.all) > 100
    written = capfd.readouterr()
    told = "\n".join(str((message.text, message.blocks)) for message in someone.seen())
    places = {"before": at_its_fullest, "database": databases.stored(stage.database_url)}
    texts = {"log": log.getvalue(), "out": written.out, "err": written.err, "answers": told}
    places |= {name: text.encode() for name, text in texts.items()}
    assert found(words.all, places) == []
    assert found(["Comments", "Ada"], places) != [], "the search finds what is there"


def analytics(title: str, company: str) -> bytes:
    """Make a spreadsheet of post analytics with a word in a post's address and in a reader's."""
    post = f"https://www.linkedin.com/posts/ada-quill_{title}-activity-7290000000000000001-x1Yz"
    sheets = {
        "ENGAGEMENT": [["Date", "Impressions", "Engagements"], ["3/1/2026", 5000, 40]],
        "TOP POSTS": [
            ["Maximum of 50 posts available to include in this list"],
            ["Post URL", "Post publish date", "Engagements", "", *POSTS_BY_IMPRESSIONS],
            [post, "2/28/2026", 31, "", post, "2/28/2026", 900],
        ],
        "DEMOGRAPHICS": [["Top Demographics", "Value", "Percentage"], ["Company", company, 0.3]],
    }
    return spreadsheet(sheets).getvalue()


class Known(TypedDict, total=False):
    """What the columns of a file are, and how it writes dates."""

    columns: dict[str, str]
    dates: str
    period: tuple[str, str]


class Reader:
    """Somebody who sends the bot one file after the other, and reads all that it says."""

    def __init__(self, url: str) -> None:
        self.store = Store(Database(url))
        workspace = self.store.workspaces.ensure("T1", "Acme", "UTC", NOW)
        self.desk = Desk(self.store, shipped(), workspace, NOW)
        self.asker = Asker("U1", "Ada Quill", "ada@example.org", "UTC", is_admin=True)
        for name in ("Ada Quill", "Noor Bakker"):
            mail = f"{name.split()[0].lower()}@example.org"
            self.store.members.ensure(
                workspace.workspace_id,
                slack_id="U1" if "ada" in mail else "U2",
                name=name,
                email=mail,
                zone="UTC",
                now=NOW,
            )
        self.told: list[str] = []

    def send(self, name: str, content: bytes, known: Known | None = None) -> None:
        """Send a file, say what is asked of it, import it if that can be, and undo that again."""
        member = self.store.members.by_slack_id(self.desk.workspace_id, "U1")
        try:
            shown = look(self.desk, self.asker, Sent(BytesIO(content), name, "F1"))
            self.hear(shown)
            if known and isinstance(shown, MatchingAsked):
                days = self.match(shown.number, known)
                self.hear(
                    look(self.desk, self.asker, Sent(BytesIO(content), name, "F1", None, days))
                )
            done = import_file(self.desk, member, BytesIO(content), name, by="U1")
            self.hear(done)
            if isinstance(done, Imported):
                self.hear(undo_import(self.desk, self.asker, str(done.number)))
        except OpenSSIError as error:
            self.hear(Problem(str(error)))

    def match(self, number: int, known: Known) -> Days | None:
        """Say what a file's columns are, and give the days that it tells of."""
        question = question_of(self.desk, number)
        return match_columns(
            self.desk,
            self.asker,
            question,
            known["columns"],
            dates=known.get("dates", ""),
            days=known.get("period"),
        )

    def hear(self, context: Context) -> None:
        """Read an answer in each language, as it is shown and as it is told in plain text."""
        for language in ("en", "de"):
            message = render(context, language=language)
            self.told += [message.text, str(message.blocks), str(plain(message).blocks)]

    def look_at_what_is_strange(self) -> None:
        """Read what an admin is told of files that differ from what is known."""
        listed = quarantined(Turn(self.desk, self.asker, None, ""))
        self.hear(listed)
        assert listed.lines
        self.told += [
            text
            for line in listed.lines
            for text in structure(self.desk, self.asker, str(line.number))
        ]


@pytest.fixture
def reader(databases: Databases) -> Iterator[tuple[Reader, str]]:
    url = databases.new()
    someone = Reader(url)
    yield someone, url
    someone.store.database.close()


def test_no_word_of_hostile_files_and_spreadsheets_is_stored_logged_or_answered(
    databases: Databases, reader: tuple[Reader, str], log: StringIO
) -> None:
    someone, url = reader

    for case in (*STORED, *hostile_spreadsheets):
        someone.send(*hostile_file(case))
    someone.look_at_what_is_strange()

    places = {"database": databases.stored(url), "log": log.getvalue().encode()}
    places["answers"] = "\n".join(someone.told).encode()
    assert found([PLANTED], places) == []
    assert found(["Comments"], places) != [], "the search finds what is there"


def test_no_word_of_a_team_file_is_stored_logged_or_answered(
    databases: Databases, reader: tuple[Reader, str], log: StringIO
) -> None:
    someone, url = reader
    words = Words()

    for path in sorted(TEAM_FILES.glob("*/*.csv")):
        text = path.read_text("utf-8")
        for part in OF_CONTACTS:
            text = text.replace(part, words.of(part))
        answer = path.with_suffix(".mapping.json")
        known = json.loads(answer.read_text("utf-8")) if answer.exists() else None
        someone.send(path.name, text.encode(), known)
    someone.send("Content.xlsx", analytics(words.of("a post"), words.of("a company")))

    told = "".join(someone.told)
    assert [kind for kind in FORMATS if kind not in told] == []
    places = {"database": databases.stored(url), "log": log.getvalue().encode()}
    places["answers"] = "\n".join(someone.told).encode()
    assert found(words.all, places) == []
