"""Programs call: an admin lets them in, what they send counts once, and nobody else gets in."""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.upkeep.tokens import make_token
from bot.cli.stage import Stage
from bot.workspace import words_of
from scoring.rulebook import shipped
from tests.walks.conftest import ANA, BEN, NOW, MovableClock, Someone, set_up_team
from tests.walks.program import Program, Reply, let_in, run_shell_line
from tests.walks.test_home import home_of, turn
from tests.walks.test_home_admin import make_admin

DAY = "2026-06-29"


@pytest.fixture(autouse=True)
def people(ana: Someone, ben: Someone, stage: Stage) -> None:
    """Ben is an admin and manages North, Ana is in it."""
    make_admin(stage, BEN)
    set_up_team(ben)
    ana.click(ana.seen()[-1], "join")


def comments(external_id: str, quantity: int = 5, **more: Any) -> dict[str, Any]:
    return {
        "member": "Ana@Example.com",
        "kind": "comment_made",
        "occurred_at": f"{DAY}T09:30:00+02:00",
        "quantity": quantity,
        "external_id": external_id,
        **more,
    }


def counts(reply: Reply) -> tuple[int, int, int, int]:
    body = reply.body
    return reply.status, body["taken"], body["known"], body["refused"]


def errors(reply: Reply) -> dict[int, str]:
    return {each["index"]: each["error"] for each in reply.body["errors"]}


def test_what_a_program_sends_counts_once_until_it_is_locked_out(
    ana: Someone, ben: Someone, stage: Stage
) -> None:
    hubspot, home = let_in(ben)
    assert "*HubSpot* sends activities and reads scores." in words_of(home)
    assert "never used" in words_of(home)
    assert ana.command("/ssi log 2 comments yesterday")

    sent = hubspot.post("/activities", {"activities": [comments("a-1")]})

    assert counts(sent) == (200, 1, 0, 0)
    assert "1.2 of 100" in ana.command("/ssi me"), "five comments; what was logged gives way"
    score = hubspot.get(f"/members/{ANA}/score").body
    assert (score["member"], score["score"]) == ("Ana Ruiz", 1.15)
    assert counts(hubspot.post("/activities", comments("a-1"))) == (200, 0, 1, 0)
    changed = hubspot.post("/activities", [comments("a-1", 6), comments("a-2", 1)])
    assert counts(changed) == (207, 1, 0, 1)
    assert "stands for something else" in errors(changed)[0]
    why = hubspot.get("/members/ana@example.com/explain?from=2026-06-28&to=2026-06-30").body
    assert why["delta"] == pytest.approx(sum(cause["points"] for cause in why["causes"]))
    privacy = ana.command("/ssi privacy")
    assert "by an admin's leave: HubSpot." in privacy
    assert f"<@{BEN}>, what is behind your score" in privacy
    assert "API: HubSpot" in ana.command("/ssi data")

    again, home = let_in(ben, "hubspot", "write")
    assert counts(again.post("/activities", comments("a-1"))) == (200, 0, 1, 0)
    home = turn(ben, home, "api_revoke")
    assert f"hubspot: revoked by <@{BEN}> on 30 Jun" in words_of(home)
    assert "last used on 30 Jun" in words_of(home)
    refused = again.post("/activities", comments("a-3"))
    assert (refused.status, list(refused.body)) == (401, ["error"])
    assert hubspot.get(f"/members/{ANA}/score").status == 200
    stored = stage.store.tokens.all(1)
    assert not any(token.digest in hubspot.token for token in stored)
    assert len(stored[0].digest) == 64


def test_too_much_and_too_often_is_refused(
    ana: Someone, ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    program, _ = let_in(ben, may="write")
    many = [comments(f"m-{n}", 1) for n in range(1_001)]

    assert program.post("/activities", {"activities": many}).status == 413
    assert program.post("/activities", b" " * 1_048_577).status == 413
    assert "No activity of yours" in ana.command("/ssi privacy")
    assert counts(program.post("/activities", many[:1_000])) == (200, 1_000, 0, 0)

    clock.now += timedelta(seconds=20)
    for _ in range(56):
        stage.store.tokens.count_call(1, 1, clock.now, most=60)
    last, refused = (program.post("/activities", many[:1]) for _ in range(2))
    assert (last.status, refused.status, refused.headers["Retry-After"]) == (200, 429, "40")
    clock.now += timedelta(seconds=40)
    assert program.post("/activities", many[:1]).status == 200


def test_no_other_token_sees_anything(ana: Someone, ben: Someone, stage: Stage) -> None:
    ours, _ = let_in(ben)
    ours.post("/activities", comments("a-1"))
    other = stage.store.workspaces.ensure("T0OTHER", "Other", "UTC", NOW)
    admin = Asker("U0OTHER", "Olga", None, "UTC", is_admin=True)
    desk = Desk(stage.store, shipped(), other, NOW)
    theirs = Program(stage, make_token(desk, admin, name="HubSpot", may="both").token)

    for who in (ANA, "ana@example.com"):
        assert theirs.get(f"/members/{who}/score").status == 404
    assert errors(theirs.post("/activities", comments("a-1"))) == {
        0: "No member here has this e-mail or Slack id."
    }
    forged = ours.token.replace("ssi_1_", "ssi_2_")
    for token in (forged, "", "ssi_1_1_" + "0" * 64, "ssi_9_9_" + "0" * 64, "é"):
        assert Program(stage, token).get(f"/members/{ANA}/score").status == 401


def test_the_shell_line_of_the_document_works_and_only_admins_let_in(
    ana: Someone, ben: Someone, stage: Stage
) -> None:
    program, home = let_in(ben, "Shell", "write")

    printed = run_shell_line(stage, program.token)

    assert json.loads(printed) == {"taken": 1, "known": 0, "refused": 0, "errors": []}
    assert "1 comment" in ana.command("/ssi data")
    assert program.get(f"/members/{ANA}/score").status == 403
    make_admin(stage, BEN, admin=False)
    refused = ben.answer(lambda: ben.actor.click(home, "api_revoke"))
    assert "Only admins of this workspace" in words_of(refused)
    assert "API tokens" not in words_of(home_of(ben))
    assert program.post("/activities", comments("a-1")).status == 200
