"""New rules come in by an admin, are told before they take effect, and stay explainable after."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.answers.data.verification import Verification, verify
from bot.answers.desk import Desk
from bot.answers.rules.rulebooks import rulebooks_of
from bot.cli.stage import Stage
from bot.workspace import words_of
from tests.walks.conftest import ANA, CLEO, MovableClock, Someone, set_up_team
from tests.walks.new_rules import at, posted, preview, publish, rulebook, told, upload
from tests.walks.test_newcomer import bullets, change, comments, tenths


@pytest.fixture
def admin(stage: Stage) -> Someone:
    """Cleo is an admin, and not scored."""
    stage.workspace.users[CLEO] = replace(stage.workspace.users[CLEO], is_admin=True)
    return Someone(stage, stage.server.act_as(CLEO))


@pytest.fixture(autouse=True)
def team(ana: Someone, ben: Someone) -> None:
    """Ana is in Ben's team: five comments make 1.0 point, and her active day 0.15."""
    set_up_team(ben)
    ana.click(ana.seen()[-1], "join")
    ana.upload(comments(("2026-06-28", 5)), "export.zip")


def test_an_admin_sees_what_new_rules_would_do_and_publishes_them(
    admin: Someone, ana: Someone
) -> None:
    shown = preview(admin, rulebook())

    said = words_of(shown)
    assert shown.channel == admin.actor.direct.id
    assert "It would follow 2026-01 on 10 Jul 2026." in said
    assert "• Comments target 40 → 80" in said
    assert "Of 1 member with a score, 1 would fall; median" in said
    assert "median −0.5" in said
    assert f"<@{ANA}> −0.5" in said
    assert "acme-1" not in ana.command("/ssi rules")

    done = words_of(admin.click(shown, "rules_publish"))

    assert "The rules acme-1 are published.* They take effect on 10 Jul 2026." in done
    assert "acme-1 is published already" in words_of(admin.click(shown, "rules_publish"))


def test_what_is_discarded_is_gone_and_never_was_told(
    admin: Someone, ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    shown = preview(admin, rulebook())

    assert "The draft acme-1 is discarded." in words_of(admin.click(shown, "rules_discard"))
    assert "is not here any more" in words_of(admin.click(shown, "rules_publish"))

    at(clock, stage, 2026, 7, 1, 9)
    assert told(ana) == posted(stage) == []


def test_rules_are_brought_in_by_admins_alone(
    ana: Someone, ben: Someone, admin: Someone, stage: Stage
) -> None:
    for someone in (ana, ben):
        assert "by the admins of this workspace" in someone.command("/ssi rules upload")
        assert someone.actor.modal() is None

    shown = preview(admin, rulebook())
    stage.workspace.users[CLEO] = replace(stage.workspace.users[CLEO], is_admin=False)
    assert "by the admins of this workspace" in words_of(admin.click(shown, "rules_publish"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version = 'x'\neffective = soon", "Line 2: this is not TOML: Invalid value."),
        (rulebook(effective="2026-06-30"), "Line 5: “effective” must be a day after 2026-06-30"),
        (rulebook("2026-01"), "Line 4: there is a rulebook “2026-01” already"),
        (rulebook("my own rules"), "Line 4: “version” must be a short name such as acme-2027-01."),
        (rulebook().replace("cap = 7", "cap = 8"), "the caps of “brand” sum to 26 points, not 25."),
        (
            rulebook().replace('unit = "votes"', "").replace("poll votes", ""),
            "Field 2, line ",
        ),
    ],
)
def test_the_modal_stays_open_and_names_the_line_that_is_wrong(
    admin: Someone, text: str, said: str
) -> None:
    outcome = upload(admin, text)

    assert outcome.response_action == "errors"
    assert said in outcome.errors["rules_part_1"]
    assert admin.actor.modal() is not None


def test_a_second_rulebook_of_the_same_day_is_refused(admin: Someone) -> None:
    publish(admin, rulebook())

    again = upload(admin, rulebook("acme-2"))

    assert "another rulebook takes effect on 2026-07-10" in again.errors["rules_part_1"]


def test_a_draft_whose_day_has_come_cannot_be_published(
    admin: Someone, clock: MovableClock
) -> None:
    shown = preview(admin, rulebook(effective="2026-07-01"))
    clock.now = datetime(2026, 7, 1, 12, tzinfo=UTC)

    said = words_of(admin.click(shown, "rules_publish"))

    assert "This draft can't be published any more. Line 5:" in said


def test_the_channel_and_each_member_are_told_once_at_nine(
    admin: Someone, ana: Someone, ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    clock.now = datetime(2026, 7, 1, 0, 30, tzinfo=UTC)
    publish(admin, rulebook())
    at(clock, stage, 2026, 7, 1, 8, 59)
    assert told(ana) == posted(stage) == []

    at(clock, stage, 2026, 7, 1, 9)
    for day in range(2, 10):
        at(clock, stage, 2026, 7, day, 10)

    (notice,) = posted(stage)
    assert "New rules from 10 Jul 2026" in notice
    assert "• Comments target 40 → 80" in notice
    (mine,) = told(ana)
    assert (
        "Under the new rules you'd be at 0.7 instead of 1.2: "
        "comments target 40 → 80 (Insights −0.5)." in mine
    )
    assert told(ben) == told(admin) == []


def test_who_brings_data_later_is_told_then_and_nobody_after_the_day(
    admin: Someone, ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    publish(admin, rulebook())
    at(clock, stage, 2026, 7, 2, 10)
    ben.upload(comments(("2026-06-28", 10)), "export.zip")

    at(clock, stage, 2026, 7, 2, 11)

    assert "Under the new rules you'd be at 1.2 instead of 2.2" in told(ben)[0]

    admin.upload(comments(("2026-06-28", 10)), "export.zip")
    at(clock, stage, 2026, 7, 10, 9)
    assert told(admin) == []


def test_the_rules_tell_what_is_coming_and_what_came(
    admin: Someone, ana: Someone, ben: Someone, stage: Stage, clock: MovableClock
) -> None:
    publish(admin, rulebook())

    coming = ana.command("/ssi rules")
    assert "The rules 2026-01" in coming
    assert "From 10 Jul 2026: the rules acme-1" in coming
    assert "you'd be at 0.7 instead of 1.2" in coming
    assert "North:" not in coming
    assert "North: Of 1 member with a score, 1 would fall" in ben.command("/ssi rules")

    at(clock, stage, 2026, 7, 10, 9)
    came = ana.command("/ssi rules")
    assert "The rules acme-1" in came
    assert "What acme-1 changed (before: 2026-01)\n• Comments target 40 → 80" in came.replace(
        "*", ""
    )


def test_both_scores_stand_side_by_side_for_fourteen_days(
    admin: Someone, ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    publish(admin, rulebook())
    beside = "By the old rules you'd be at 1.2."

    for moment, shown in (
        ((2026, 7, 9, 12), False),
        ((2026, 7, 10, 12), True),
        ((2026, 7, 23, 12), True),
        ((2026, 7, 24, 12), False),
    ):
        at(clock, stage, *moment)
        assert (beside in ana.command("/ssi me")) is shown, moment


def test_an_explanation_that_spans_the_day_names_the_rules_and_adds_up(
    admin: Someone, ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    """Three more comments, by each rulebook: worth 0.6 and 0.3, on average 0.45.

    The rules took 0.5 of what was there before and 0.8 of what is there now, on average 0.65.
    """
    publish(admin, rulebook())
    at(clock, stage, 2026, 7, 14, 12)
    ana.upload(comments(("2026-06-28", 5), ("2026-07-12", 3)), "export.zip")

    said = ana.command("/ssi why")

    ruled = re.search(r"• Rules 2026-01 → acme-1 on 10 Jul (\S+): comments target 40 → 80", said)
    assert ruled, said
    assert tenths(ruled[1]) in {-6, -7}
    assert re.search(r"Insights \+0\.[45]: 3 new comments came in", said), said
    assert tenths(ruled[1]) + sum(bullets(said)) == change(said)


def test_points_of_a_retired_signal_cannot_be_earned_back(
    admin: Someone, ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    head, _, after = rulebook(comments_target=40).partition('[[signal]]\nname = "comments"')
    _, _, tail = after.partition("[[signal]]")
    retired = (
        f'{head}[[signal]]{tail}\n[[retired]]\nsignal = "comments"\non = 2026-07-10\n'
        'reason = "The platform closed its comments."\n'
    )
    publish(
        admin,
        retired.replace(
            'target = 60\ncap = 4\nunit = "reactions"', 'target = 60\ncap = 12\nunit = "reactions"'
        ),
    )
    at(clock, stage, 2026, 7, 14, 12)

    said = ana.command("/ssi why")

    assert "Comments: The platform closed its comments. These points cannot be earned back." in said


def test_nights_are_scored_by_the_own_rules_and_verify(
    admin: Someone, ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    publish(admin, rulebook())
    at(clock, stage, 2026, 7, 13, 12)

    days = stage.store.snapshots.days(1)
    used = {str(day): stage.store.snapshots.on(1, day)[1].rulebook for day in days[-4:]}

    assert used == {
        "2026-07-09": "2026-01",
        "2026-07-10": "acme-1",
        "2026-07-11": "acme-1",
        "2026-07-12": "acme-1",
    }
    desk = Desk(stage.store, rulebooks_of(stage.store, 1), stage.store.workspaces.get(1), clock())
    assert verify(desk) == Verification(checked=len(days), differences=())
