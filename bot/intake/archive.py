"""Opening what people send, a ZIP or a single file, safely and without writing anything to disk.

Names inside a ZIP are labels only: a path that climbs out of its folder leads nowhere. An Excel
file is a ZIP too, and looked over like one, but it is a single file.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, BinaryIO

from bot.errors import BadInput
from bot.intake.model import BadFile

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAX_MEMBERS = 5_000
"""A complete export has about fifty files, and one more for each article written."""

MAX_MEMBER_BYTES = 3 * 2**30
"""The largest known file is messages.csv: a million messages are about two gibibytes."""

MAX_TOTAL_BYTES = 4 * 2**30
"""All files of the largest export together, with room to spare."""

MAX_RATIO = 200
"""Text packs 3 to 20 times smaller, very repetitive text 100 times, a bomb 1,000 times."""

RATIO_FLOOR_BYTES = 2**20
"""Below this size a file does no harm however well it packs."""

_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
# Of Excel until 2003, and of newer files with a password.
_OLD_OFFICE_START = b"\xd0\xcf\x11\xe0"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
# All that zipfile raises on damaged input: a place before the start of the file is a ValueError, a
# method or flag that it does not know a RuntimeError.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
_LABEL_LENGTH = 120
_UNREADABLE = "This file is damaged inside the ZIP. Please download the export once more."

OnRead = Callable[[int], None]
"""Is told how many bytes were just read."""


def unheard(_count: int) -> None:
    """Be told of bytes read, and do nothing."""


class _Guarded(io.RawIOBase):
    """One file's bytes: damage is told in words, progress is reported, the owner is not closed."""

    def __init__(self, stream: IO[bytes], on_read: OnRead, *, owned: bool) -> None:
        self._stream = stream
        self._on_read = on_read
        self._owned = owned

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer)
        try:
            data = self._stream.read(len(view))
        except _DAMAGE:
            raise BadFile(_UNREADABLE) from None
        view[: len(data)] = data
        self._on_read(len(data))
        return len(data)

    def close(self) -> None:
        if self._owned:
            self._stream.close()
        super().close()


@dataclass(frozen=True, slots=True)
class Member:
    """One file to read: its path as given, fit to show; its size in bytes; how to open it."""

    name: str
    size: int
    opener: Callable[[], tuple[IO[bytes], bool]]

    def open(self, on_read: OnRead = unheard) -> io.BufferedReader:
        """Open the file from its beginning; it may be opened again once closed.

        Raises:
            BadFile: It is damaged; reading may raise this as well.
        """
        try:
            stream, owned = self.opener()
        except _DAMAGE:
            raise BadFile(_UNREADABLE) from None
        return io.BufferedReader(_Guarded(stream, on_read, owned=owned), 2**16)


@contextmanager
def open_members(source: Path | BinaryIO, label: str) -> Iterator[tuple[Member, ...]]:
    """Open a ZIP or a single file, given as a path or a seekable binary stream.

    ``label`` is its name, fit to show.

    Raises:
        BadInput: It cannot be opened, is empty, or is a ZIP that is cut short, locked or unsafe.
    """
    with _stream(source, label) as stream:
        size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        start = stream.read(4)
        if not start:
            raise BadInput(f"{label} is empty. Please send the file as LinkedIn made it.")
        if start in _ZIP_STARTS:
            with _zip(stream, label) as archive:
                if _is_workbook(archive, label):
                    yield (_single(stream, label, size),)
                else:
                    yield tuple(_member(archive, info) for info in _files(archive))
        else:
            _refuse_other(label, start, size)
            yield (_single(stream, label, size),)


def _is_workbook(archive: zipfile.ZipFile, label: str) -> bool:
    return label.lower().endswith(".xlsx") or "xl/workbook.xml" in archive.namelist()


def _refuse_other(label: str, start: bytes, size: int) -> None:
    """Refuse what is neither a CSV nor one of the files that begin like a ZIP."""
    if start == _OLD_OFFICE_START:
        raise BadInput(
            f"{label} is password-protected, or of an old Excel. "
            "Please send it as LinkedIn made it."
        )
    suffix = PurePosixPath(label).suffix.lower()
    if suffix == ".zip":
        raise BadInput(
            f"{label} is not a ZIP file, although its name says so. "
            "Please download the export from LinkedIn once more."
        )
    if suffix == ".xlsx":
        raise BadInput(
            f"{label} is not an Excel file, although its name says so. "
            "Please download it from LinkedIn once more."
        )
    if suffix != ".csv":
        raise BadInput(
            f"{label} is neither a ZIP nor a CSV or Excel file. Please send the ZIP that LinkedIn "
            "gave you, or a CSV file from it."
        )
    if size > MAX_MEMBER_BYTES:
        raise BadInput(f"{label} is larger than any file LinkedIn makes.")


def _single(stream: BinaryIO, label: str, size: int) -> Member:
    def opener() -> tuple[IO[bytes], bool]:
        stream.seek(0)
        return stream, False

    return Member(label, size, opener)


@contextmanager
def _stream(source: Path | BinaryIO, label: str) -> Iterator[BinaryIO]:
    if not isinstance(source, Path):
        yield source
        return
    try:
        stream = source.open("rb")
    except IsADirectoryError:
        raise BadInput(
            f"{label} is a folder. Please send the ZIP that LinkedIn gave you, or a CSV file."
        ) from None
    except OSError as error:
        raise BadInput(
            f"{label} cannot be opened: {error.strerror or 'no reason given'}."
        ) from None
    with stream:
        yield stream


@contextmanager
def _zip(stream: BinaryIO, label: str) -> Iterator[zipfile.ZipFile]:
    """Open the ZIP and refuse it before anything is unpacked if it is locked or a bomb."""
    try:
        archive = zipfile.ZipFile(stream)
    except _DAMAGE:
        raise BadInput(
            f"{label} is cut short or damaged. Please download the export from LinkedIn once more."
        ) from None
    with archive:
        _refuse_bomb(archive.infolist(), stream.seek(0, io.SEEK_END), label)
        if any(info.flag_bits & _ENCRYPTED for info in archive.infolist()):
            raise BadInput(
                f"{label} is password-protected. "
                "Unzip it on your computer and send the files inside."
            )
        yield archive


def _refuse_bomb(infos: list[zipfile.ZipInfo], size: int, label: str) -> None:
    # Entries may share their packed bytes, so that only the whole is too dense.
    unpacked = sum(info.file_size for info in infos)
    if (
        len(infos) > MAX_MEMBERS
        or unpacked > MAX_TOTAL_BYTES
        or _is_too_dense(unpacked, size)
        or any(_is_bomb(info) for info in infos)
    ):
        raise BadInput(
            f"{label} would unpack to far more than a LinkedIn export holds, so it was not opened. "
            "Please send the ZIP as LinkedIn gave it to you."
        )


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    too_dense = _is_too_dense(info.file_size, info.compress_size)
    return info.file_size > MAX_MEMBER_BYTES or too_dense


def _is_too_dense(unpacked: int, packed: int) -> bool:
    return unpacked > RATIO_FLOOR_BYTES and unpacked > MAX_RATIO * packed


def _files(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Go through the files, without folders and the hidden files that macOS adds."""
    for info in archive.infolist():
        name = PurePosixPath(info.filename).name
        if name and not info.filename.endswith("/") and not name.startswith("."):
            yield info


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    def opener() -> tuple[IO[bytes], bool]:
        # Other methods may ask for gigabytes of memory, and LinkedIn uses none of them.
        if info.compress_type not in _METHODS:
            raise zipfile.BadZipFile(info.filename)
        return archive.open(info), True

    return Member(shown_name(info.filename), info.file_size, opener)


def shown_name(name: str) -> str:
    """Make a file's name fit to show: no control or direction marks, and not too long."""
    shown = "".join(c if c.isprintable() else "?" for c in name.replace("\\", "/"))
    return shown if len(shown) <= _LABEL_LENGTH else "…" + shown[-_LABEL_LENGTH:]
