"""Where the log goes: to stderr for a server, to a file beside the data for every other command.

Each line is a JSON object. It names ids, never people: of an exception it tells the type and the
places that it passed, and its words only where they are a library's own, for words may quote what
somebody wrote.
"""

import logging
import sys
from pathlib import Path
from traceback import extract_tb

import structlog
from structlog.stdlib import LoggerFactory, ProcessorFormatter
from structlog.typing import EventDict, Processor

from bot.settings import data_folder

QUOTE_NOBODY = frozenset({"slack_sdk", "sqlalchemy"})
"""Libraries whose errors speak of calls and tables, and not of what is in them."""


def log_file() -> Path:
    """Tell where commands write their log."""
    return data_folder() / "openssi.log"


def log_to_file() -> None:
    """Write the log to a file, so that a terminal shows sentences alone.

    Where there is no place for one, it goes to stderr.
    """
    try:
        data_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = logging.FileHandler(log_file(), encoding="utf-8")
    except OSError:
        log_to_stderr()
    else:
        _log_to(handler)


def log_to_stderr() -> None:
    """Write the log to stderr, where a server's supervisor collects it."""
    _log_to(logging.StreamHandler(sys.stderr))


def _log_to(handler: logging.Handler) -> None:
    handler.addFilter(_is_news)
    steps: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _tell_what_failed,
    ]
    finish: list[Processor] = [
        ProcessorFormatter.remove_processors_meta,
        structlog.processors.JSONRenderer(),
    ]
    handler.setFormatter(ProcessorFormatter(foreign_pre_chain=steps, processors=finish))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("bot").setLevel(logging.INFO)
    structlog.configure(
        processors=[*steps, ProcessorFormatter.wrap_for_formatter],
        logger_factory=LoggerFactory(),
    )


def _is_news(record: logging.LogRecord) -> bool:
    """Leave out that Bolt saw SLACK_BOT_TOKEN itself, too: it says so at each start."""
    return "`token` will be unused" not in record.getMessage()


def _tell_what_failed(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Put an exception's type and places in the stead of the exception."""
    given = event.pop("exc_info", None)
    error = sys.exception() if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        kind = type(error)
        event["error"] = f"{kind.__module__}.{kind.__qualname__}"
        event["at"] = [
            f"{'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno} {frame.name}"
            for frame in extract_tb(error.__traceback__)
        ]
        if kind.__module__.split(".")[0] in QUOTE_NOBODY:
            event["words"] = str(error)
    return event
