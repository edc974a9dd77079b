"""Every answer about a score ends with a reference, by which the terminal gives it again."""

import re

import pytest

from bot.cli.stage import Stage
from bot.workspace import words_of
from tests.processes import ssi
from tests.walks.conftest import Someone
from tests.walks.test_newcomer import comments

REFERENCE = re.compile(r"Reference (\S+/\d+/[0-9a-f]{8})")
ASKED = ("me", "why", "details", "next", "outlook", "plan 70", "whatif posts+3", "trend", "compare")


def reference(said: str) -> str:
    (found,) = REFERENCE.findall(said)
    return str(found)


def explained(stage: Stage, given: str) -> dict[str, object]:
    """Explain Ana's last week on the terminal, as it was when an answer was given."""
    command = ("explain", "ana@example.com", "--from", "2026-06-23", "--to", "2026-06-30")
    url, now = stage.database_url, "2026-06-30T12:00:00Z"
    return dict(ssi(*command, "--reference", given, database_url=url, now=now))


@pytest.mark.parametrize("asked", ASKED)
def test_an_answer_ends_with_its_reference(ana: Someone, asked: str) -> None:
    ana.upload(comments(("2026-03-30", 10), ("2026-06-28", 5)), "export.zip")

    assert reference(ana.command(f"/ssi {asked}"))


def test_what_was_answered_comes_out_again_after_more_came_in(stage: Stage, ana: Someone) -> None:
    ana.upload(comments(("2026-03-30", 10), ("2026-06-28", 5)), "export.zip")
    given = reference(words_of(ana.command_answer("/ssi why")))
    ana.upload(comments(("2026-06-29", 9)), "later.zip")

    again = explained(stage, given)

    assert reference(ana.command("/ssi why")) != given
    assert again["reference"] == given
    assert again["delta"] == -0.85
