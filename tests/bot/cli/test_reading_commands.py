"""`ssi score`, `explain`, `team` and `digest`: what a program that reads their JSON relies on."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

from bot.messages.message import Block
from scoring.model import Pillar
from tests.bot.cli.conftest import Ssi

PILLARS = [pillar.value for pillar in Pillar]
TEAM = "Mid-Market Sales"
MEMBERS = (
    "Maya Okafor", "Jonas Weber", "Priya Raman", "Tomáš Dvořák", "Nour Haddad", "Lucas Ferreira",
    "Grace Whitfield", "Park Sun-hee",
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("team")


def hundredths(points: float) -> int:
    return round(points * 100)


def test_a_score_is_the_sum_of_its_pillars_and_of_its_signals(ssi: Ssi) -> None:
    card = ssi("score", "maya@example.com", "--json").json

    assert (card["member"], card["day"], card["rulebook"]) == (
        "Maya Okafor",
        "2026-11-18",
        "2026-11",
    )
    assert list(card["pillars"]) == PILLARS
    assert sum(map(hundredths, card["pillars"].values())) == hundredths(card["score"])
    assert sum(hundredths(s["points"]) for s in card["signals"]) == hundredths(card["score"])


@pytest.mark.parametrize("who", ["maya@example.com", "MAYA OKAFOR", "U0MAYA0001"])
def test_a_member_goes_by_e_mail_name_and_slack_id(ssi: Ssi, who: str) -> None:
    assert ssi("score", who, "--json").json["member"] == "Maya Okafor"


def test_a_score_of_another_day(ssi: Ssi) -> None:
    card = ssi("score", "Maya Okafor", "--on", "2026-11-01", "--json").json

    assert (card["day"], card["rulebook"]) == ("2026-11-01", "2026-01")


def explained(ssi: Ssi, who: str, first: str, last: str) -> Any:
    return ssi("explain", who, "--from", first, "--to", last, "--json").json


@pytest.mark.parametrize("who", MEMBERS)
@pytest.mark.parametrize("first", ["2026-08-01", "2026-11-11", "2026-11-18"])
def test_causes_sum_to_the_change_to_the_last_digit(ssi: Ssi, who: str, first: str) -> None:
    change = explained(ssi, who, first, "2026-11-18")

    before, after = change["from"], change["to"]
    assert (before["day"], after["day"]) == (first, "2026-11-18")
    delta = hundredths(change["delta"])
    assert hundredths(after["score"]) - hundredths(before["score"]) == delta
    assert sum(hundredths(cause["points"]) for cause in change["causes"]) == delta
    for pillar in PILLARS:
        of_pillar = [c for c in change["causes"] if c["pillar"] == pillar]
        moved = hundredths(after["pillars"][pillar]) - hundredths(before["pillars"][pillar])
        assert sum(hundredths(cause["points"]) for cause in of_pillar) == moved


def test_a_cause_has_its_evidence(ssi: Ssi) -> None:
    change = explained(ssi, "Jonas Weber", "2026-10-18", "2026-11-18")

    assert {c["cause"] for c in change["causes"]} <= {"new", "aged_out", "corrected", "rules"}
    for cause in change["causes"]:
        assert set(cause) == {"pillar", "signal", "cause", "points", "evidence"}
        for item in cause["evidence"]:
            assert set(item) == {"kind", "amount", "first", "last"}
            assert item["first"] <= item["last"] <= "2026-11-18"
    assert any(cause["evidence"] for cause in change["causes"])


def test_a_score_at_the_end_of_a_change_is_the_score_of_that_day(ssi: Ssi) -> None:
    change = explained(ssi, "Jonas Weber", "2026-11-11", "2026-11-18")
    card = ssi("score", "Jonas Weber", "--json").json

    assert (change["to"]["score"], change["to"]["pillars"]) == (card["score"], card["pillars"])


def test_days_in_the_wrong_order(ssi: Ssi) -> None:
    run = ssi("explain", "Jonas Weber", "--from", "2026-11-18", "--to", "2026-11-11")

    assert "--from must not be later than --to." in run.misuse


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("18/11/2026", "18/11/2026 is no date. Write it as 2026-11-18."),
        ("2026-02-30", "2026-02-30 is no date."),
        ("0001-01-01", "0001-01-01 is out of range: days run from 1970 to 9998."),
    ],
)
def test_a_day_that_is_none(ssi: Ssi, day: str, reason: str) -> None:
    assert reason in ssi("score", "Jonas Weber", "--on", day).misuse


@pytest.mark.parametrize("day", ["1970-01-01", "9998-12-31"])
def test_the_ends_of_time(ssi: Ssi, day: str) -> None:
    assert ssi("score", "Jonas Weber", "--on", day, "--json").json["day"] == day
    assert explained(ssi, "Jonas Weber", day, day)["delta"] == 0


def test_a_team_has_all_its_members(ssi: Ssi) -> None:
    report = ssi("team", TEAM.lower(), "--json").json

    assert (report["team"], report["from"], report["to"]) == (TEAM, "2026-11-11", "2026-11-18")
    assert sorted(row["member"] for row in report["members"]) == sorted(MEMBERS)
    scores = [row["score"] for row in report["members"]]
    assert scores == sorted(scores, reverse=True)
    row = report["members"][0]
    assert set(row) == {"member", "score", "change", "weakest", "coverage", "needs_help"}
    assert row["weakest"] in PILLARS


def test_a_team_comes_as_a_sheet_takes_it(ssi: Ssi) -> None:
    head, *lines = csv.reader(io.StringIO(ssi("team", TEAM, "--csv").out))

    assert head[0] == "Member"
    assert sorted(line[0] for line in lines) == sorted(MEMBERS)
    assert all(0 < float(line[1]) < 100 for line in lines)


def test_a_team_that_is_not_there(ssi: Ssi) -> None:
    said = ssi("team", "Sales").complaint

    assert said == f"There is no team called Sales. The teams are: {TEAM}."


def test_a_digest_is_what_slack_would_take(
    ssi: Ssi, validate_blocks: Callable[[list[Block]], None]
) -> None:
    digest = ssi("digest", TEAM, "--dry-run", "--json").json

    assert set(digest) == {"channel", "text", "blocks", "story"}
    assert digest["channel"] == "C0SALES"
    assert digest["text"].startswith(f"{TEAM}, 11–17 Nov")
    validate_blocks(digest["blocks"])
    validate_blocks(digest["story"]["blocks"])


def test_a_digest_can_be_read_on_a_terminal(ssi: Ssi) -> None:
    run = ssi("digest", TEAM, "--dry-run", "--on", "2026-11-16")

    assert run.code == 0
    assert f"{TEAM}: 9–15 Nov" in run.out
    assert "Park Sun-hee" in run.out
    assert "How to read the digest" in run.out
    assert "<@" not in run.out


def test_a_digest_is_not_posted_by_hand(ssi: Ssi) -> None:
    assert "add --dry-run" in ssi("digest", TEAM).misuse


@pytest.mark.parametrize(
    "arguments",
    [
        ("score", "Maya Okafor"),
        ("explain", "Maya Okafor", "--from", "2026-11-01", "--to", "2026-11-18"),
        ("team", TEAM),
    ],
)
def test_tables_on_a_terminal(ssi: Ssi, arguments: tuple[str, ...]) -> None:
    run = ssi(*arguments)

    assert (run.code, run.err) == (0, "")
    assert "Maya Okafor" in run.out
    assert "│" in run.out
