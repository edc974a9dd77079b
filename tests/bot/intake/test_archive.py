"""Hostile and broken archives are refused in a sentence, and good files beside bad ones stand."""

import io
import struct
import warnings
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.intake import Export, archive, formats
from tests.bot.intake.reading import TODAY, read_files, zipped

COMMENTS = "Date,Link,Message\n2026-01-01 10:00:00,https://www.linkedin.com/feed/update/1,hi\n"
SKILLS = "Name\nCranes\n"
DOWNLOAD_AGAIN = "Please download the export from LinkedIn once more."


def read(source: io.BytesIO | Path, name: str = "export.zip") -> Export:
    return formats.read(source, name, salt=b"salt", today=TODAY)


def refusal(source: io.BytesIO | Path | bytes, name: str = "export.zip") -> str:
    with pytest.raises(BadInput) as caught:
        read(io.BytesIO(source) if isinstance(source, bytes) else source, name)
    return str(caught.value)


def directory_entries(made: io.BytesIO) -> list[int]:
    """Find where each file's entry in the ZIP's directory begins."""
    data, found = made.getvalue(), [-1]
    while (place := data.find(b"PK\x01\x02", found[-1] + 1)) >= 0:
        found.append(place)
    return found[1:]


def patched(made: io.BytesIO, place: int, layout: str, value: int) -> io.BytesIO:
    data = bytearray(made.getvalue())
    struct.pack_into(layout, data, place, value)
    return io.BytesIO(bytes(data))


def test_what_is_no_zip_is_told_so() -> None:
    assert refusal(b"%PDF-1.7 not a zip") == (
        "export.zip is not a ZIP file, although its name says so. " + DOWNLOAD_AGAIN
    )
    assert refusal(b"%PDF-1.7", "cv.pdf") == (
        "cv.pdf is neither a ZIP nor a CSV or Excel file. Please send the ZIP that LinkedIn gave "
        "you, or a CSV file from it."
    )
    assert refusal(b"", "Comments.csv") == (
        "Comments.csv is empty. Please send the file as LinkedIn made it."
    )


def test_a_folder_or_a_missing_file_is_told_so(tmp_path: Path) -> None:
    assert refusal(tmp_path, "Downloads").startswith("Downloads is a folder.")
    assert refusal(tmp_path / "x.zip", "x.zip") == (
        "x.zip cannot be opened: No such file or directory."
    )


def test_a_zip_is_read_from_a_path(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(zipped({"Comments.csv": COMMENTS}).getvalue())

    assert len(read(path).extracts[0].activities) == 1


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_zip_cut_short_is_refused(share: float) -> None:
    whole = zipped({"Comments.csv": COMMENTS, "Skills.csv": SKILLS}).getvalue()

    assert refusal(whole[: int(len(whole) * share)]) == (
        "export.zip is cut short or damaged. " + DOWNLOAD_AGAIN
    )


def test_a_locked_zip_is_refused_with_the_way_out() -> None:
    made = zipped({"Comments.csv": COMMENTS})
    locked = patched(made, directory_entries(made)[0] + 8, "<H", 0x1)

    assert refusal(locked) == (
        "export.zip is password-protected. Unzip it on your computer and send the files inside."
    )


TOO_MUCH = "export.zip would unpack to far more than a LinkedIn export holds"


def test_a_bomb_is_refused_by_its_ratio_before_unpacking() -> None:
    assert refusal(zipped({"Comments.csv": b"0" * 3_000_000})).startswith(TOO_MUCH)


def test_a_bomb_is_refused_by_the_size_of_one_file() -> None:
    made = zipped({"Comments.csv": COMMENTS})
    entry = directory_entries(made)[0]
    huge = patched(made, entry + 24, "<I", archive.MAX_MEMBER_BYTES + 1)
    huge = patched(huge, entry + 20, "<I", 2**30)  # packed no more densely than text is

    assert refusal(huge).startswith(TOO_MUCH)


def test_a_bomb_is_refused_by_the_size_of_all_files(monkeypatch: pytest.MonkeyPatch) -> None:
    made = zipped({f"{n}.csv": COMMENTS for n in range(10)})
    monkeypatch.setattr(archive, "MAX_TOTAL_BYTES", 9 * len(COMMENTS))

    assert refusal(made).startswith(TOO_MUCH)


def test_a_bomb_is_refused_by_the_number_of_files() -> None:
    many = zipped({f"{n}.csv": b"" for n in range(archive.MAX_MEMBERS + 1)})

    assert refusal(many).startswith(TOO_MUCH)


def test_very_repetitive_but_honest_text_is_no_bomb() -> None:
    line = "2026-01-01 10:{:02}:{:02},https://www.linkedin.com/feed/update/1,hi\n"
    rows = [line.format(n // 60 % 60, n % 60) for n in range(50_000)]

    (extract,) = read(zipped({"Comments.csv": "Date,Link,Message\n" + "".join(rows)})).extracts

    assert len(extract.activities) == 50_000


def test_a_size_that_lies_is_stopped_and_the_other_files_stand() -> None:
    made = zipped({"Comments.csv": COMMENTS * 100, "Skills.csv": SKILLS})
    lying = patched(made, directory_entries(made)[0] + 24, "<I", 40)

    skills, comments = read(lying).extracts

    assert skills.problem is None
    assert comments.problem == (
        "This file is damaged inside the ZIP. Please download the export once more."
    )
    assert comments.activities == ()


def test_a_damaged_file_is_set_aside_and_the_other_files_stand() -> None:
    made = zipped({"Comments.csv": COMMENTS, "Skills.csv": SKILLS})
    damaged = patched(made, len("PK..") + 26 + len("Comments.csv") + 5, "<I", 0xDEADBEEF)

    skills, comments = read(damaged).extracts

    assert dict(skills.standings)
    assert comments.problem is not None
    assert comments.problem.startswith("This file is damaged inside the ZIP.")


def test_a_packing_method_that_linkedin_does_not_use_is_set_aside() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as writing:
        writing.writestr("Comments.csv", COMMENTS)

    assert read(made).extracts[0].problem is not None


def test_paths_that_climb_out_are_only_labels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = (
        "../../Comments.csv",
        "/etc/Skills.csv",
        "C:\\Users\\x\\Votes.csv",
        "a/./../b/Reactions.csv",
    )
    contents = (COMMENTS, SKILLS, "Date,Link,OptionText\n", "Date,Type,Link\n")

    export = read(zipped(dict(zip(names, contents, strict=True))))

    assert {extract.recognised for extract in export.extracts} == {
        "Comments",
        "Skills",
        "Votes",
        "Reactions",
    }
    assert list(tmp_path.rglob("*")) == []


def test_names_that_trick_the_eye_are_shown_plainly() -> None:
    tricky = "\u202egnp.\x1b[31m/" + "x" * 300 + "/Comments.csv"

    (extract,) = read(zipped({tricky: COMMENTS})).extracts

    assert extract.file.isprintable()
    assert len(extract.file) < 130
    assert extract.file.endswith("/Comments.csv")


def test_two_files_of_one_name_are_both_read() -> None:
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w") as writing:
        warnings.simplefilter("ignore", UserWarning)
        writing.writestr("Comments.csv", COMMENTS)
        writing.writestr("Comments.csv", COMMENTS.replace("10:00:00", "11:00:00"))

    first, second = read(made).extracts

    assert first.activities != second.activities
    assert len(first.activities) == len(second.activities) == 1


def test_a_zip_in_the_zip_is_left_alone() -> None:
    inner = zipped({"Comments.csv": COMMENTS}).getvalue()

    assert read(zipped({"more.zip": inner, "Skills.csv": SKILLS})).ignored == ("more.zip",)
    assert refusal(zipped({"export.zip": inner})) == (
        "export.zip holds another ZIP. Please unzip it once and send the ZIP inside."
    )


def test_an_empty_zip_or_another_companys_is_told_what_is_expected() -> None:
    for files in ({}, {"word/document.xml": "<x/>"}, {"orders.csv": "a,b\n1,2\n"}):
        assert refusal(zipped(files)).startswith(
            "export.zip holds nothing that feeds the score. Expected is the ZIP of LinkedIn's data"
        )


@given(data=st.data())
@settings(max_examples=150)
def test_no_damage_to_a_zip_breaks_the_reader(data: st.DataObject) -> None:
    whole = bytearray(zipped({"a/Comments.csv": COMMENTS, "Skills.csv": SKILLS}).getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))

    with suppress(BadInput):
        export = read(io.BytesIO(bytes(whole)))
        assert all(extract.problem is None or not extract.activities for extract in export.extracts)


def test_many_files_of_the_same_kind_are_read_in_a_steady_order() -> None:
    files = {"Comments_1752.csv": COMMENTS, "Skills.csv": SKILLS, "Comments.csv": COMMENTS}

    export = read_files(files)

    assert [e.file for e in export.extracts] == ["Skills.csv", "Comments.csv", "Comments_1752.csv"]
    assert export.extracts[1].activities == export.extracts[2].activities
