"""`ssi deliveries` tells a program, or whoever reads the terminal, how messages fare."""

from tests.bot.cli.conftest import Ssi
from tests.bot.cli.test_admin_commands import execute

FAILED = (
    "INSERT INTO delivery (workspace_id, kind, period, channel_id, team_id, due_at, state, "
    "attempt, not_before, problem) SELECT workspace_id, 'digest', '2026-W47', channel_id, "
    "team_id, 1795000000, 'failed', 1, 1795000000, 'not_in_channel' FROM team"
)


def test_where_all_is_well_it_says_so_and_what_comes_next(ssi: Ssi, team: str) -> None:
    told = ssi("deliveries", "--json").json

    assert told["to_look_at"] == []
    assert told["counts"]["failed"] == 0
    assert [(one["team"], one["zone"]) for one in told["next"]] == [
        ("Mid-Market Sales", "Europe/Amsterdam")
    ]
    assert "Nothing needs you." in ssi("deliveries").out


def test_what_failed_is_told_with_its_reason(ssi: Ssi, team: str) -> None:
    execute(team, FAILED)

    (line,) = ssi("deliveries", "--json").json["to_look_at"]

    assert (line["kind"], line["team"], line["channel"]) == (
        "digest",
        "Mid-Market Sales",
        "C0SALES",
    )
    assert (line["state"], line["error"], line["due"]) == (
        "failed",
        "not_in_channel",
        "2026-11-18T11:06:40+00:00",
    )
    out = ssi("deliveries").out
    assert "1 failed" in out
    assert "not_in_channel" in out
