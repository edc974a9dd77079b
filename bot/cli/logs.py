"""Where the log goes: to stderr for a server, to a file beside the data for every other command."""

import logging
import sys
from typing import TextIO

import structlog

from bot.settings import data_folder


def log_to_file() -> None:
    """Write the log to a file, so that a terminal shows sentences alone."""
    data_folder().mkdir(parents=True, exist_ok=True)
    _log_to((data_folder() / "openssi.log").open("a", encoding="utf-8", buffering=1))


def log_to_stderr() -> None:
    """Write the log to stderr, where a server's supervisor collects it."""
    _log_to(sys.stderr)


def _log_to(stream: TextIO) -> None:
    logging.basicConfig(level=logging.WARNING, stream=stream, force=True)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.dict_tracebacks,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(stream),
    )
