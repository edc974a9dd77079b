"""However files are previewed, imported and undone: importing them again ends in the same scores.

They are those of importing each once; and when all is undone, those of before.
"""

import zipfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.asker import Asker
from bot.answers.data.importing import import_file
from bot.answers.data.log import log
from bot.answers.data.pending import undo_import
from bot.answers.data.previewing import Sent, look
from bot.answers.desk import Desk
from bot.answers.score.scores import cards
from bot.answers.turn import Turn
from bot.errors import NotFound
from bot.messages.contexts import Imported
from bot.messages.contexts.importing import Preview
from bot.storage import Store
from scoring.model import Scorecard
from scoring.rulebook import shipped

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
ASKER = Asker("U1", "Ada Quill", None, "UTC", is_admin=False)

Row = tuple[int, int]
"""How many days ago, and which of a few people or posts."""


def _plain(day: date, thing: int, rest: str) -> str:
    return f"{day} 10:0{thing}:00,https://www.linkedin.com/feed/update/urn:li:share:{thing}{rest}"


KINDS: Mapping[str, tuple[str, Callable[[date, int], str]]] = {
    "Comments.csv": ("Date,Link,Message", lambda day, n: _plain(day, n, ",Well said")),
    "Reactions.csv": ("Date,Type,Link", lambda day, n: f"{day} 10:0{n}:00,LIKE,urn:li:share:{n}"),
    "Shares.csv": (
        "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility",
        lambda day, n: _plain(day, n, f",{'Words' if n % 2 else ''},,,"),
    ),
    "Connections.csv": (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        lambda day, n: f"Pat,No{n},,,Acme,{'CEO' if n % 2 else 'Clerk'},{day:%d %b %Y}",
    ),
    "Invitations.csv": (
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
        lambda day, n: f'Ada Quill,Pat No{n},"{day:%m/%d/%y}, 2:37 PM",,OUTGOING,,',
    ),
    "Skills.csv": ("Name", lambda _, n: f"Skill {n}"),
}  # fmt: skip


@st.composite
def archives(draw: st.DrawFn) -> bytes:
    """Make an export of one to three files, each with a few rows."""
    made = BytesIO()
    names = draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=3, unique=True))
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            head, line = KINDS[name]
            rows = draw(st.lists(st.tuples(st.integers(0, 120), st.integers(0, 5)), min_size=1))
            lines = (line((NOW - timedelta(days=ago)).date(), n) for ago, n in rows)
            archive.writestr(name, "\n".join((head, *lines)))
    return made.getvalue()


@dataclass
class World:
    """A workspace in which one member logged something by hand before files come in.

    ``imports`` are the numbers of a file's imports that were not undone.
    """

    store: Store
    imports: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        workspace = self.store.workspaces.ensure(uuid4().hex, "Acme", "UTC", NOW)
        self.desk = Desk(self.store, shipped(), workspace, NOW)
        log(Turn(self.desk, ASKER, None, "3 comments yesterday"))
        log(Turn(self.desk, ASKER, None, "a share on 2026-06-20"))

    def preview(self, file: bytes) -> int | None:
        """Look at a file, and give the score that it would lead to."""
        shown = look(self.desk, ASKER, Sent(BytesIO(file), "export.zip", "F1"))
        assert isinstance(shown, Preview)
        return shown.content.points

    def bring(self, which: int, file: bytes) -> int | None:
        """Import a file, and give the score that it led to."""
        member = self.store.members.by_slack_id(self.desk.workspace_id, ASKER.slack_id)
        done = import_file(self.desk, member, BytesIO(file), "export.zip", by=ASKER.slack_id)
        assert isinstance(done, Imported)
        self.imports[which].append(done.number)
        return done.points

    def take_back(self, which: int) -> None:
        """Undo all that was brought by a file; an import that brought nothing new cannot be."""
        for number in self.imports.pop(which, ()):
            with suppress(NotFound):
                undo_import(self.desk, ASKER, str(number))

    def ends_in(self) -> tuple[Scorecard | None, ...]:
        """Score a few days with what is known now."""
        member = self.store.members.by_slack_id(self.desk.workspace_id, ASKER.slack_id)
        assert member
        days = (NOW.date() - timedelta(days=ago) for ago in (0, 1, 45))
        known = self.desk.known()
        return tuple(
            cards(self.desk, [member.member_id], day, known).get(member.member_id) for day in days
        )


@given(
    files=st.lists(archives(), min_size=1, max_size=3, unique=True),
    steps=st.lists(st.tuples(st.integers(0, 2), st.booleans()), max_size=5),
)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each has workspaces of its own
)
def test_preview_import_undo_and_import_again_end_in_the_same_scores(
    store: Store, files: Sequence[bytes], steps: Sequence[tuple[int, bool]]
) -> None:
    restless, plain = World(store), World(store)
    begun = plain.ends_in()

    for chosen, undone in steps:
        which = chosen % len(files)
        if undone:
            restless.take_back(which)
        else:
            assert restless.preview(files[which]) == restless.bring(which, files[which])
    for which, file in enumerate(files):
        restless.bring(which, file)
        plain.bring(which, file)

    assert restless.ends_in() == plain.ends_in()
    for world in (restless, plain):
        for which in range(len(files)):
            world.take_back(which)
        assert world.ends_in() == begun
