"""What importing the largest export takes: run ``python -m tests.bench.large_import``.

An export of two gibibytes, a million messages of two thousand characters among its files, is made,
and a process of its own reads and records it: first as Slack's preview does, of which nothing
stays, then as `ssi import` does, twice. Told are each one's time and the most memory it had, of
which 300 megabytes are a failure.
"""

import argparse
import csv
import io
import json
import os
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bot.answers.asker import Asker
from bot.answers.data.previewing import Sent, look
from bot.cli.opening import open_desk

MEGABYTES = 300
MESSAGES = 1_000_000
CHARACTERS = 2_000
PEOPLE = 30_000
REACTIONS = 100_000
MESSAGES_A_CONVERSATION = 5
BODIES = 2_000
OWNER = ("Ana Silva", "https://www.linkedin.com/in/ana-silva")
SLACK_ID = "U0000001"
LAST = datetime(2026, 11, 1, 12, tzinfo=UTC)

Cells = Sequence[str]


class Took(NamedTuple):
    """What a process needed."""

    seconds: float
    megabytes: float
    output: str


def write_export(file: Path, messages: int) -> int:
    """Write an export and give the size of its files, unpacked."""
    files = {
        "Profile.csv": profile(),
        "Connections.csv": connections(),
        "Reactions.csv": reactions(),
        "messages.csv": conversations(messages),
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, rows in files.items():
            with io.TextIOWrapper(archive.open(name, "w", force_zip64=True), "utf-8") as text:
                csv.writer(text).writerows(rows)
        return sum(each.file_size for each in archive.infolist())


def profile() -> Iterable[Cells]:
    """Give the file that tells whose export it is."""
    return [
        ("First Name", "Last Name", "Headline", "Summary"),
        (*OWNER[0].split(), "Sells things", "For years"),
    ]


def connections() -> Iterator[Cells]:
    """Give the largest network that LinkedIn allows."""
    yield "First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"
    for number in range(PEOPLE):
        title = "Head of Sales" if number % 3 else "Clerk"
        day = f"{LAST - timedelta(hours=number):%d %b %Y}"
        yield f"Person{number}", "Jones", person(number)[1], "", "Acme", title, day


def reactions() -> Iterator[Cells]:
    """Give more reactions than anybody reads."""
    yield "Date", "Type", "Link"
    for number in range(REACTIONS):
        link = f"https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7{number:018}"
        yield stamp(7 * number), "LIKE", link


def conversations(messages: int) -> Iterator[Cells]:
    """Give conversations that the owner begins and both sides carry on."""
    chance = random.Random(1)  # noqa: S311 - no secret
    words = ["".join(chance.choices("abcdefghijklmnoprstuvz", k=5)) for _ in range(3_000)]
    bodies = [f'"{" ".join(chance.choices(words, k=CHARACTERS // 6))}",\n' for _ in range(BODIES)]
    yield (
        "CONVERSATION ID",
        "CONVERSATION TITLE",
        "FROM",
        "SENDER PROFILE URL",
        "TO",
        "RECIPIENT PROFILE URLS",
        "DATE",
        "SUBJECT",
        "CONTENT",
        "FOLDER",
    )
    for number in range(messages):
        thread, place = divmod(number, MESSAGES_A_CONVERSATION)
        sides = OWNER, person(thread % PEOPLE)
        (sender, link), (receiver, other) = reversed(sides) if place % 2 else sides
        body = chance.choice(bodies)
        yield (
            f"2-{thread:012}==",
            "",
            sender,
            link,
            receiver,
            other,
            stamp(4 * (messages - number)),
            "",
            body,
            "INBOX",
        )


def person(number: int) -> tuple[str, str]:
    """Give somebody's name and profile."""
    return f"Person{number} Jones", f"https://www.linkedin.com/in/person-{number}"


def stamp(minutes_ago: int) -> str:
    """Write a moment as LinkedIn does."""
    return f"{LAST - timedelta(minutes=minutes_ago):%Y-%m-%d %H:%M:%S} UTC"


def preview(file: Path) -> None:
    """Look at a file as somebody's who sent it in Slack."""
    with open_desk(None) as desk, file.open("rb") as copy:
        desk.store.members.ensure(
            desk.workspace_id, slack_id=SLACK_ID, name=OWNER[0], email=None, zone="UTC", now=LAST
        )
        asker = Asker(SLACK_ID, OWNER[0], email=None, zone="UTC", is_admin=False)
        found = look(desk, asker, Sent(copy, file.name, "F1"))
    say(type(found).__name__)


def run(folder: Path, *command: str) -> Took:
    """Run a command of Python's in a process of its own."""
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder / 'openssi.sqlite3'}"}
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", *command], env=environment, stdout=subprocess.PIPE, text=True
    )
    with process.stdout or io.StringIO() as printed:
        output = printed.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{output}")
    return Took(time.perf_counter() - begun, used.ru_maxrss * 1024 / 1e6, output)


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{text}\n")


def taken(output: str) -> int:
    """Tell how many activities were taken in, by the report of `ssi import`."""
    return sum(each["taken"] for each in json.loads(output)["files"])


def main() -> None:
    """Make the export, bring it in, and print what that took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=MESSAGES)
    parser.add_argument("--preview", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.preview:
        preview(asked.preview)
        return
    with TemporaryDirectory() as name:
        folder = Path(name)
        export = folder / "export.zip"
        size = write_export(export, asked.messages)
        say(f"export: {size / 2**30:.2f} GiB, {export.stat().st_size / 2**30:.2f} GiB packed")
        importing = ("bot.cli", "import", str(export), "--member", SLACK_ID, "--json")
        runs = {
            "preview": ("tests.bench.large_import", "--preview", str(export)),
            "import": importing,
            "import again": importing,
        }
        most = 0.0
        for what, command in runs.items():
            took = run(folder, *command)
            most = max(most, took.megabytes)
            told = f", {taken(took.output):,} taken" if command is importing else ""
            say(f"{what}: {took.seconds:.0f} s, {took.megabytes:.0f} MB at most{told}")
        stored = (folder / "openssi.sqlite3").stat().st_size
        say(f"database: {stored / 1e6:.0f} MB")
    sys.exit(most >= MEGABYTES)


if __name__ == "__main__":
    main()
