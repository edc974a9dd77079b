"""The files of a workspace, held in memory."""

import mimetypes
from dataclasses import replace

from bot.workspace.journal import Journal
from bot.workspace.model import File
from bot.workspace.shapes import JSONObject

LARGEST = 100 * 1024 * 1024
"""Bytes of the largest file that may be uploaded here."""


class Files:
    """Keeps files by id."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._files: dict[str, File] = {}

    def start(self, name: str, user: str) -> File:
        """Make room for a file whose content comes later."""
        with self._journal.lock:
            mimetype = mimetypes.guess_type(name)[0] or "application/octet-stream"
            file = File(f"F{len(self._files) + 1:09d}", name, user, mimetype, title=name)
            self._files[file.id] = file
            return file

    def fill(self, file: File, content: bytes) -> File:
        """Give a file its content."""
        return self.keep(replace(file, content=content, size=len(content)))

    def keep(self, file: File) -> File:
        """Put a changed file in the place of what it was."""
        with self._journal.lock:
            self._files[file.id] = file
            return file

    def get(self, file_id: str) -> File | None:
        """Find a file."""
        return self._files.get(file_id)


def file_record(file: File, base_url: str) -> JSONObject:
    """Describe a file as ``files.info`` does; its URL asks for the bot's token."""
    url = f"{base_url}/files-pri/{file.id}/{file.name}"
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype,
        "filetype": file.name.rpartition(".")[2].lower() or "binary",
        "user": file.user,
        "size": file.size,
        "mode": "hosted",
        "is_external": False,
        "is_public": False,
        "url_private": url,
        "url_private_download": url,
        "channels": list(file.channels),
        "file_access": "visible",
    }
