"""Processes that tests start: each is forked from one that has imported the program already."""

import json
import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.cli import main

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["bot.app", "bot.cli", "tests.engines"])


def ssi(*arguments: str, database_url: str, now: str) -> Any:
    """Run `ssi` on a database at a given time, and give what it prints as JSON."""
    with TemporaryDirectory() as folder:
        printed = Path(folder) / "printed"
        environment = {"DATABASE_URL": database_url, "SSI_NOW": now, "XDG_DATA_HOME": folder}
        command = (environment, [*arguments, "--json"], str(printed))
        process = PROCESSES.Process(target=be_ssi, args=command)
        process.start()
        process.join()
        assert process.exitcode == 0, printed.read_text("utf-8")
        return json.loads(printed.read_bytes())


def be_ssi(environment: Mapping[str, str], arguments: Sequence[str], output: str) -> None:
    """Be `ssi` in this process, which has nothing else to do, and print into a file."""
    os.environ.update(environment)
    sys.argv = ["ssi", *arguments]
    os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT), sys.stdout.fileno())
    main()
