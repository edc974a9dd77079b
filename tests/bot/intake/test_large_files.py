"""However large a file is, what is kept of it stays small."""

import tracemalloc
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, TextIOWrapper
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.intake import Export, read

HEADER = "member,kind,occurred_at\n"


def read_rows(rows: str) -> Export:
    file = BytesIO((HEADER + rows).encode())
    return read(file, "activities.csv", salt=b"salt", today=date(2026, 11, 18))


def test_of_more_people_than_a_workspace_has_nothing_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.intake.extraction._SUBJECTS_MOST", 3)
    row = "m{}@example.org,comment_made,2026-11-02\n"

    many = read_rows("".join(map(row.format, (1, 2, 3, 4))))
    few = read_rows("".join(map(row.format, (1, 2, 3, 2))))

    assert [each.problem for each in many.extracts] == ["This file tells of more than 3 people."]
    assert [len(each.activities) for each in few.extracts] == [1, 2, 1]


def test_of_all_refusals_of_a_file_only_the_first_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.intake.extraction._REFUSALS_KEPT", 3)
    rows = "{0}@example.org,comment_made,2026-11-02\n{0}@example.org,comment_made,2099-11-02\n"

    export = read_rows("".join(map(rows.format, "ababab")))

    assert [each.rows_refused for each in export.extracts] == [3, 3]
    assert [[error.row for error in each.refused] for each in export.extracts] == [[3, 7], [5]]


def test_of_endless_forms_of_values_the_first_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.intake.extraction._FORMS_KEPT", 3)
    forms = ("A", "A-A", "A-A-A", "9-A", "9-A-A", "9_9", "9_A")

    (extract,) = read_rows("".join(f"a@x.org,comment_made,{form}\n" for form in forms)).extracts

    assert extract.drift is not None
    assert extract.drift.forms == {"occurred_at": ("…", "A", "A-A")}


def test_a_message_more_takes_hardly_more_memory() -> None:
    few, many = 500, 2_500

    held = held_of_messages(many) - held_of_messages(few)

    assert held / (many - few) < 250


def held_of_messages(count: int) -> int:
    """Tell how many bytes reading so many messages, each a conversation, holds in the end."""
    columns = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,DATE,FOLDER,CONTENT\n"
    owner = "Ana Silva,https://www.linkedin.com/in/ana"
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("Profile.csv", "First Name,Last Name,Headline,Summary\nAna,Silva,Sells,\n")
        with TextIOWrapper(archive.open("messages.csv", "w")) as messages:
            messages.write(columns)
            for number in range(count):
                moment = f"{datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number):%F %T}"
                body = f"{number} " * 200
                messages.write(f"2-{number},{owner},Ben {number},{moment} UTC,INBOX,{body}\n")
    held: list[int] = []
    tracemalloc.start()
    export = read(
        packed,
        "export.zip",
        salt=b"salt",
        today=date(2026, 11, 18),
        progress=lambda *_: held.append(tracemalloc.get_traced_memory()[0]),
    )
    tracemalloc.stop()
    assert [len(each.activities) for each in export.extracts] == [0, 2 * count]
    return held[-1]
