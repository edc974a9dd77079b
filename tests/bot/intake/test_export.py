"""A whole export is read with its progress told, and nothing personal leaves the reader."""

import io
import logging
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.intake import read
from scoring.model import Kind
from tests.bot.intake.reading import TODAY, read_files, read_one, sample, zipped


def test_importing_twice_names_everything_alike() -> None:
    assert read_files(sample("2026")) == read_files(sample("2026"))


@pytest.mark.parametrize("name", ["Comments.scrambled.csv", "Shares.scrambled.csv"])
def test_a_later_fuller_export_adds_only_what_is_new(name: str) -> None:
    full = sample("2025")[name].decode()
    header, *rows = re.split(r"\n(?=20\d\d-\d\d-\d\d )", full)
    older = "\n".join([header, *rows[100:]])

    before, after = (set(read_one(name, content).activities) for content in (older, full))

    assert before < after
    assert len(after - before) == 100


def test_a_single_file_is_read_by_itself_even_renamed() -> None:
    comments = "Date,Link,Message\n2026-01-01 10:00:00,https://www.linkedin.com/feed/update/1,hi\n"

    assert read_one("Comments.csv", comments).recognised == "Comments"
    assert read_one("my comments of May.csv", comments).recognised == "Comments"


def test_a_single_file_that_feeds_no_signal_is_told_so() -> None:
    with pytest.raises(BadInput, match=r"^orders\.csv holds nothing that feeds the score\."):
        read_one("orders.csv", "Order,Price\n1,2\n")


def test_a_quarantined_file_leaves_the_others_standing() -> None:
    files = sample("2026") | {"Comments_17529409.csv": b"Wann,Wo\n2026,x\n"}

    good, bad = read_files(sample("2026")), read_files(files)

    (problem,) = (extract.problem for extract in bad.extracts if extract.problem)
    assert problem.startswith("This file has no row of column names. Expected: Date, Link.")
    assert Kind.COMMENT_MADE not in bad.covers
    assert good.covers - bad.covers == {Kind.COMMENT_MADE}


def test_progress_only_grows_and_ends_at_the_total() -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))

    read(zipped(sample("2025")), "x.zip", salt=b"salt", today=TODAY, progress=progress)

    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] == sum(map(len, sample("2025").values()))


def test_a_stream_stays_open_for_its_owner_and_a_path_is_closed(tmp_path: Path) -> None:
    stream = zipped(sample("2021"))
    path = tmp_path / "x.zip"
    path.write_bytes(stream.getvalue())

    read(stream, "x.zip", salt=b"salt", today=TODAY)
    read(path, "x.zip", salt=b"salt", today=TODAY)

    assert not stream.closed
    path.unlink()


def test_another_salt_gives_other_hashes() -> None:
    one, two = (
        {
            activity.ref
            for extract in read(zipped(sample("2026")), "x.zip", salt=salt, today=TODAY).extracts
            for activity in extract.activities
        }
        for salt in (b"one", b"two")
    )

    assert one
    assert not one & two


WORD = "zxqplanted"
SECRET = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters='",'), max_size=9
)
PLANTED = {
    "Comments.csv": "Date,Link,Message\n2026-01-01 10:00:00,{0},{0}\n{0},x,{0}\n{0}\n",
    "Shares.csv": "Date,ShareLink,ShareCommentary\n2026-01-01 10:00:00,{0},{0}\n{0},{0},{0},{0}\n",
    "Connections.csv": (
        "First Name,Last Name,URL,Company,Position,Connected On\n"
        "{0},{0},{0},{0},CEO {0},08 Feb 2026\n{0},{0},{0},{0},{0},{0}\n"
    ),
    "Invitations.csv": (
        "From,To,Sent At,Message,Direction\n"
        'Ada Quill,{0},"1/29/26, 2:37 PM",{0},OUTGOING\n{0},{0},{0},{0},{0}\n'
    ),
    "messages.csv": (
        "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
        "{0},Ada Quill,{0},{0},2026-01-01 10:00:00 UTC,{0},{0},INBOX\n"
        "{0},{0},{0},Ada Quill,2026-01-02 10:00:00 UTC,{0},{0},INBOX\n"
        "{0},{0},{0},Ada Quill,{0},{0},{0},INBOX\n"
    ),
    "Recommendations_Received.csv": (
        "First Name,Last Name,Text,Creation Date,Status\n"
        '{0},{0},{0},"01/19/26, 12:10 AM",VISIBLE\n{0},{0},{0},{0},VISIBLE\n'
    ),
    "Endorsement_Given_Info.csv": (
        "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsement Status\n"
        "2024/02/01 15:02:55 UTC,{0},{0},{0},ACCEPTED\n{0},{0},{0},{0},ACCEPTED\n"
    ),
    "SearchQueries.csv": "Time,Search Query\n2026/02/14 19:15:57 UTC,{0}\n{0},{0}\n",
    "Member_Follows.csv": "Date,FullName\n2026-04-01 10:00:00,{0}\n{0},{0}\n",
    "Company Follows.csv": "Organization,Followed On\n{0},Wed Jun 24 12:43:42 UTC 2026\n{0},{0}\n",
    "Profile.csv": "First Name,Last Name,Headline,Summary\nAda,Quill,{0},{0}\n",
    "Positions.csv": "Company Name,Title,Description\n{0},{0},{0}\n",
    "Votes.csv": "Date,Link,OptionText\n2026-01-01 10:00:00,{0},{0}\n{0},{0}\n",
    "Reactions.csv": "{0},{0},LIKE\n",
    "Articles/Articles/a.html": (
        '<h1><a href="{0}">{0}</a></h1><p class="published">Published on 2026-05-02</p>{0}'
    ),
    "Articles/Articles/b.html": '<p class="published">Published on {0}</p>{0}',
}


@given(SECRET)
@settings(max_examples=30)
def test_no_planted_word_leaves_the_reader(secret: str) -> None:
    word = WORD + secret
    export = read_files({name: text.format(word) for name, text in PLANTED.items()})

    assert sum(bool(extract.activities) for extract in export.extracts) == 12
    assert sum(extract.rows_refused for extract in export.extracts) >= 10
    assert WORD not in repr(export).lower()


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        read_files(sample("2026"))

    assert caplog.records == []


def test_an_export_can_be_read_from_an_open_file(tmp_path: Path) -> None:
    path = tmp_path / "Skills.csv"
    path.write_bytes(sample("2026")["Skills.csv"])

    with path.open("rb") as stream, io.BufferedReader(stream.raw) as buffered:
        export = read(buffered, "Skills.csv", salt=b"salt", today=TODAY)

    assert export.standings == {Kind.PROFILE_SKILLS: 2}
