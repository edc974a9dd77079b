"""Kill -9 a real `ssi import`, again and again: of each file all or nothing is in, never a part.

Run ``python -m tests.bench.import_kills --kills 50`` (``--engine postgresql``, ``--help`` for the
rest). Each kill has a database of its own. Every other one strikes at a moment drawn from all that
an import takes, the rest at a transaction or statement drawn from those that write. Then the same
file is imported once more, and has to leave what an import without a kill leaves. It prints what
was found and what was expected, and exits with 1 on a fault.
"""

import argparse
import io
import json
import os
import random
import signal
import sys
import tempfile
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event, text

from bot.cli import main as ssi_main
from bot.storage import Database, Store
from scoring.model import STATES_FROM
from tests.engines import Databases, Engines
from tests.processes import PROCESSES

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
WHO = "zoe@example.com"
POINTS = ("commit", "insert")
"""Where an import can be told to kill itself: see `die_at`."""

Fact = tuple[int | None, ...]
Held = Mapping[str, frozenset[Fact]]
"""What counts of each file, by what it was recognised as."""


def export(rows: int) -> bytes:
    """Make an export with so many rows in each of its large files."""
    link = "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A"
    me, people = "https://www.linkedin.com/in/zoe", [f"pat-{number}" for number in range(rows)]
    moments = [NOW - timedelta(minutes=17 * number) for number in range(1, rows + 1)]
    every = list(enumerate(moments))
    files = {
        "Skills.csv": ["Name", "Cranes", "Ropes"],
        "Comments.csv": [
            "Date,Link,Message", *(f"{at:%Y-%m-%d %H:%M:%S},{link}{n},Well said" for n, at in every)
        ],
        "Reactions.csv": [
            "Date,Type,Link", *(f"{at:%Y-%m-%d %H:%M:%S},LIKE,{link}{n}" for n, at in every)
        ],
        "Connections.csv": [
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
            *(
                f"Pat,{n},https://www.linkedin.com/in/{people[n]},,Acme,Director,{at:%d %b %Y}"
                for n, at in every
            ),
        ],
        "Invitations.csv": [
            "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
            *(
                f'Zoe Planck,Pat {n},"{at:%m/%d/%y, %I:%M %p}",,OUTGOING,{me},'
                f"https://www.linkedin.com/in/{people[n]}"
                for n, at in every
            ),
        ],
        "SearchQueries.csv": [
            "Time,Search Query", *(f"{at:%Y/%m/%d %H:%M:%S} UTC,cranes {n}" for n, at in every)
        ],
    }  # fmt: skip
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, lines in files.items():
            archive.writestr(name, "\n".join(lines))
    return made.getvalue()


def held(url: str) -> Held:
    """Read what counts in a database, by the file that brought it; states have no names."""
    query = text(
        "SELECT title, kind, day, ref, quantity, counterpart FROM activity JOIN recording"
        " ON recording.workspace_id = activity.workspace_id AND recording_id = recorded_in"
        " WHERE retracted_in IS NULL"
    )
    database = Database(url)
    found = defaultdict(set)
    with database.read() as session:
        for title, kind, day, ref, *rest in session.connection().execute(query):
            found[title].add((kind, day, None if kind >= STATES_FROM else ref, *rest))
    database.close()
    return {title: frozenset(facts) for title, facts in found.items()}


def ssi(environment: Mapping[str, str], arguments: Sequence[str], point: str) -> None:
    """Be `ssi` in this process, which has nothing else to do, and perhaps die at a point."""
    os.environ.update(environment)
    sys.argv = ["ssi", *arguments]
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if point:
        die_at(point)
    ssi_main()


def die_at(point: str) -> None:
    """Let this process kill itself at a point, such as "3 commit" or "1 insert".

    That is when its third transaction is about to be committed; or when its first statement has
    written activities, and its transaction is open.
    """
    number, what = point.split()
    reached = count(1)

    def reach() -> None:
        if next(reached) == int(number):
            os.kill(os.getpid(), signal.SIGKILL)

    def after_statement(*told: object) -> None:
        if str(told[2]).startswith("INSERT INTO activity"):
            reach()

    if what == "commit":
        event.listen(Engine, "commit", lambda _: reach())
    else:
        event.listen(Engine, "after_cursor_execute", after_statement)


def partly_in(found: Held, whole: Held) -> list[str]:
    """Name the files of which some is in but not all, or what is in none of them."""
    return [title for title, facts in found.items() if facts != whole.get(title)]


@dataclass
class Stand:
    """Where imports take place: databases alike, with one member, and the file."""

    databases: Databases
    folder: Path
    rows: int
    template: str = field(init=False)

    def __post_init__(self) -> None:
        """Make the file, and the database that the others are copies of."""
        self.file.write_bytes(export(self.rows))
        self.template = self.databases.new()
        store = Store(Database(self.template))
        workspace = store.workspaces.ensure("local", "Local", "UTC", NOW).workspace_id
        store.members.ensure(
            workspace, slack_id=None, name="Zoe Planck", email=WHO, zone="UTC", now=NOW
        )
        store.database.close()

    @property
    def file(self) -> Path:
        """The export."""
        return self.folder / "export.zip"

    def new(self) -> str:
        """Make a database."""
        return self.databases.copy(self.template)

    def bring(self, url: str, *, seconds: float | None = None, point: str = "") -> float:
        """Import the file in a process of its own; kill it after so long, or at a point.

        Returns:
            How long it took.
        """
        environment = {
            "DATABASE_URL": url,
            "SSI_NOW": NOW.isoformat(),
            "XDG_DATA_HOME": str(self.folder),
        }
        arguments = ["import", str(self.file), "--member", WHO, "--json"]
        began = time.monotonic()
        process = PROCESSES.Process(target=ssi, args=(environment, arguments, point))
        process.start()
        process.join(seconds)
        process.kill()
        process.join()
        if process.exitcode and process.exitcode > 0:
            raise RuntimeError(f"the import ended by itself with {process.exitcode}")
        return time.monotonic() - began


def try_out(stand: Stand, kills: int, chance: random.Random) -> dict[str, object]:
    """Kill so many imports at random moments, complete each, and count."""
    untouched = stand.new()
    whole_takes = stand.bring(untouched)
    whole = held(untouched)
    faults, files_in = [], Counter[int]()
    for number in range(kills):
        url = stand.new()
        if number % 2:
            stand.bring(url, seconds=chance.uniform(0, whole_takes))
        else:
            stand.bring(url, point=f"{chance.randint(1, len(whole))} {chance.choice(POINTS)}")
        found = held(url)
        files_in[len(found)] += 1
        faults += [f"kill {number}: a part of {title}" for title in partly_in(found, whole)]
        stand.bring(url)
        if held(url) != whole:
            faults.append(f"kill {number}: not complete after the second import")
    return {
        "kills": kills,
        "files of an import": len(whole),
        "activities of an import": sum(map(len, whole.values())),
        "seconds of an import": round(whole_takes, 1),
        "kills by files that were in": dict(sorted(files_in.items())),
        "found": {"faults": faults, "completed": kills - len({f.split(":")[0] for f in faults})},
        "expected": {"faults": [], "completed": kills},
    }


def main() -> int:
    """Run one trial as the command line says, and print its counts as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--rows", type=int, default=10_000, help="in each of five large files")
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Engines(Path(folder), str(os.getpid()))) as engines,
    ):
        stand = Stand(engines.of(wish.engine), Path(folder), wish.rows)
        chance = random.Random(wish.seed)  # noqa: S311  # chance that can be repeated
        counts = try_out(stand, wish.kills, chance)
    print(json.dumps(counts, indent=2))  # noqa: T201  # the output of a command
    return 0 if counts["found"] == counts["expected"] else 1


if __name__ == "__main__":
    sys.exit(main())
