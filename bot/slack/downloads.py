"""Downloads: a file that somebody gave the bot, fetched from Slack to a temporary place."""

import shutil
import tempfile
import urllib.request
from contextlib import ExitStack
from typing import BinaryIO, TypedDict, cast
from urllib.parse import urlsplit

from slack_sdk import WebClient

from bot.errors import BadInput
from bot.slack.computing import waiting

LARGEST = 2 * 1024**3
"""More bytes than this are not fetched: no export is as large without its media."""

TIMEOUT_SECONDS = 60


class SharedFile(TypedDict, total=False):
    """What the bot reads of a file in an event."""

    id: str
    name: str
    size: int
    url_private_download: str


class Downloads:
    """Fetches files with a bot's token, which is shown to Slack's own hosts alone."""

    def __init__(self, api_url: str) -> None:
        """Fetch from Slack, which is at ``api_url``."""
        self._slack = urlsplit(api_url)

    def fetch(self, client: WebClient, file: SharedFile) -> BinaryIO:
        """Fetch a file with a client's token into a temporary one, which is gone when it is closed.

        Raises:
            BadInput: the file is too large, or is not Slack's.
        """
        url = file["url_private_download"]
        if file.get("size", 0) > LARGEST:
            raise BadInput(f"{file['name']} is too large. Send the CSV files you need one by one.")
        if not self._is_slacks(url):
            raise BadInput(f"{file['name']} does not lie in Slack. Upload the file itself.")
        request = urllib.request.Request(  # noqa: S310 - the host was checked just now
            url, headers={"Authorization": f"Bearer {client.token}"}
        )
        with ExitStack() as unless_whole:
            copy = cast("BinaryIO", unless_whole.enter_context(tempfile.TemporaryFile()))
            with (
                waiting(),
                urllib.request.urlopen(  # noqa: S310 - the same
                    request, timeout=TIMEOUT_SECONDS
                ) as response,
            ):
                shutil.copyfileobj(response, copy)
            copy.seek(0)
            unless_whole.pop_all()
        return copy

    def _is_slacks(self, url: str) -> bool:
        asked = urlsplit(url)
        if (asked.scheme, asked.netloc) == (self._slack.scheme, self._slack.netloc):
            return True
        return asked.scheme == "https" and (asked.hostname or "").endswith(".slack.com")
