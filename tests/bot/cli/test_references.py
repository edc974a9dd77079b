"""References: an answer that was given comes out again, offline, whatever came in since."""

from pathlib import Path

import pytest

from tests.bot.cli.conftest import Ssi

ASKED = {
    "score": ("score", "Maya Okafor", "--on", "2026-11-18"),
    "explain": ("explain", "Maya Okafor", "--from", "2026-11-11", "--to", "2026-11-18"),
    "team": ("team", "Mid-Market Sales", "--on", "2026-11-18"),
}

pytestmark = pytest.mark.usefixtures("team")


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_an_answer_comes_out_as_it_was_given_after_more_came_in(
    ssi: Ssi, export: Path, asked: tuple[str, ...]
) -> None:
    given = ssi(*asked, "--json").json
    assert ssi("import", str(export), "--member", "maya@example.com").code == 0

    now = ssi(*asked, "--json").json
    again = ssi(*asked, "--reference", given["reference"], "--json").json

    assert again == given
    assert now["reference"] != given["reference"]


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_it_is_told_that_it_is_the_same(ssi: Ssi, asked: tuple[str, ...]) -> None:
    given = ssi(*asked, "--json").json["reference"]

    assert f"Reference {given}" in ssi(*asked).out
    assert f"this is the answer {given}" in ssi(*asked, "--reference", given).out


def test_another_answer_is_told_apart(ssi: Ssi) -> None:
    given = ssi(*ASKED["score"], "--json").json["reference"]

    run = ssi("score", "Maya Okafor", "--on", "2026-11-10", "--reference", given)

    assert run.code == 1
    assert f"This is not the answer {given}" in run.err


@pytest.mark.parametrize("text", ["", "2026-11", "2026-11/x/7f3a9c1e"])
def test_what_is_no_reference_is_named(ssi: Ssi, text: str) -> None:
    assert "is no reference" in ssi(*ASKED["score"], "--reference", text).misuse
