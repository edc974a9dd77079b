"""Hostile ZIP files: bombs, damage, and names that lead elsewhere."""

import io
import struct
import warnings
import zipfile

from tests.bot.intake.planted import COMMENTS, PLANTED, ROW, Made, Makers
from tests.bot.intake.reading import zipped

SYMBOLIC_LINK = 0o120777 << 16

hostile = Makers()


def archive(*entries: tuple[str | zipfile.ZipInfo, bytes | str]) -> bytearray:
    """Pack files, of which several may have one name."""
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as writing:
        warnings.simplefilter("ignore", UserWarning)
        for entry, content in entries:
            writing.writestr(entry, content)
    return bytearray(made.getvalue())


def directory(data: bytes) -> int:
    """Find where a ZIP's directory begins."""
    return data.index(b"PK\x01\x02")


@hostile
def zip_dense() -> Made:
    return "export.zip", bytes(archive(("Comments.csv", b"0" * 5_000_000)))


@hostile
def zip_of_zips() -> Made:
    inner = bytes(archive(("Comments.csv", b"0" * 1_000_000)))
    for _ in range(10):
        inner = bytes(archive(("export.zip", inner)))
    return "export.zip", inner


@hostile
def zip_of_many_files() -> Made:
    return "export.zip", zipped({f"{n}.csv": "" for n in range(5_001)}).getvalue()


@hostile
def zip_of_overlapping_files() -> Made:
    """Make four thousand entries tell of the same megabyte: less than the most that is allowed."""
    data = archive(("Comments.csv", COMMENTS + ROW * 9_000))
    start, end = directory(data), data.index(b"PK\x05\x06")
    entries = 4_000
    size = entries * (end - start)
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, entries, entries, size, start, 0)
    return "export.zip", bytes(data[:start] + data[start:end] * entries + tail)


@hostile
def zip_cut_short() -> Made:
    data = archive(("Comments.csv", COMMENTS), ("Votes.csv", "Date,Link,OptionText\n"))
    return "export.zip", bytes(data[: len(data) * 6 // 10])


@hostile
def zip_without_its_end() -> Made:
    return "export.zip", bytes(archive(("Comments.csv", COMMENTS))[:-10])


@hostile
def zip_locked() -> Made:
    data = archive(("Comments.csv", COMMENTS))
    struct.pack_into("<H", data, directory(data) + 8, 1)
    return "export.zip", bytes(data)


@hostile
def zip_damaged_inside() -> Made:
    data = archive(("Comments.csv", COMMENTS * 20))
    data[50] ^= 0xFF
    return "export.zip", bytes(data)


@hostile
def zip_whose_size_lies() -> Made:
    data = archive(("Comments.csv", COMMENTS * 20))
    struct.pack_into("<I", data, directory(data) + 24, 40)
    return "export.zip", bytes(data)


@hostile
def zip_packed_in_a_rare_way() -> Made:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as writing:
        writing.writestr("Comments.csv", COMMENTS)
    return "export.zip", made.getvalue()


@hostile
def zip_that_climbs_out() -> Made:
    return "export.zip", bytes(archive(("../../../../etc/cron.d/Comments.csv", COMMENTS)))


@hostile
def zip_of_absolute_paths() -> Made:
    unix, windows = ("/etc/Comments.csv", COMMENTS), ("C:\\Windows\\Comments.csv", COMMENTS)
    return "export.zip", bytes(archive(unix, windows))


@hostile
def zip_of_a_symbolic_link() -> Made:
    link = zipfile.ZipInfo("Comments.csv")
    link.create_system, link.external_attr = 3, SYMBOLIC_LINK
    return "export.zip", bytes(archive((link, f"/etc/passwd/{PLANTED}")))


@hostile
def zip_of_two_files_of_one_name() -> Made:
    later = COMMENTS.replace("10:00:00", "11:00:00")
    return "export.zip", bytes(archive(("Comments.csv", COMMENTS), ("Comments.csv", later)))


@hostile
def zip_of_names_that_trick_the_eye() -> Made:
    name = "\u202egnp.\x1b[31m/" + "x" * 3_000 + "/Comments.csv"
    return "export.zip", bytes(archive((name, COMMENTS)))


@hostile
def zip_of_nothing() -> Made:
    return "export.zip", bytes(archive())


@hostile
def zip_of_another_company() -> Made:
    return "export.zip", bytes(archive(("word/document.xml", f"<x>{PLANTED}</x>")))


@hostile
def zip_named_csv() -> Made:
    return "Comments.csv", bytes(archive(("Comments.csv", COMMENTS)))


@hostile
def zip_of_an_article_whose_tags_never_end() -> Made:
    """Make an article for which a careless pattern takes minutes."""
    tags = "<h1" * 10_000 + 'class="published" ' * 1_500 + PLANTED
    return "export.zip", bytes(archive(("Articles/Articles/x.html", tags)))
