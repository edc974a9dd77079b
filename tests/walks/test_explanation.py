"""An explanation can be looked into, put right, placed in a ranking, and given before the drop."""

import re
from datetime import UTC, datetime

from bot.cli.stage import Stage
from bot.workspace import Message, words_of
from tests.walks.conftest import NORTH, MovableClock, Someone, let_see, set_up_team
from tests.walks.test_newcomer import change, comments, sample, tenths

EXPORT = comments(("2026-03-30", 10), ("2026-06-28", 5))


def parts(answer: Message) -> list[int]:
    """Read the points of every signal of a detailed answer, in tenths."""
    text = words_of(answer)
    return [tenths(points) for points in re.findall(r"^\*.+? ([+−]?\d+\.\d)\*", text, re.MULTILINE)]


def test_behind_a_button_is_every_cause_with_its_activities(ana: Someone) -> None:
    ana.upload(EXPORT, "export.zip")
    why = ana.answer(lambda: ana.actor.say("why did my score drop?"))

    details = ana.click(why, "details")

    said = words_of(details)
    assert "*All that moved you from 2 to 1.2 (−0.8)*" in said
    assert "*Insights, comments −1.0* · 10 → 5 comments" in said
    assert "• −2.0 left the window: 10 comments on 30 Mar" in said
    assert "• +1.0 came in: 5 comments on 28 Jun" in said
    assert sum(parts(details)) == change(words_of(why)) == -8


def test_real_exports_are_detailed_to_the_last_tenth(ana: Someone) -> None:
    ana.upload(sample("2026"), "export.zip")
    for period in ("this year", "in april", "since 1 june"):
        why = ana.command_answer(f"/ssi why {period}")

        details = ana.click(why, "details")

        assert sum(parts(details)) == change(words_of(why))
        assert "Not seen by any connected source" in words_of(details)


def test_details_stay_with_the_pillar_that_was_asked_about(ana: Someone) -> None:
    ana.upload(EXPORT, "export.zip")
    why = ana.command_answer("/ssi why find people")

    details = ana.click(why, "details")

    assert "in Find people" in words_of(details)
    assert "comments" not in words_of(details)
    assert sum(parts(details)) == change(words_of(why))


def test_details_of_another_are_for_whom_they_let_see_them(
    ana: Someone, ben: Someone, cleo: Someone
) -> None:
    set_up_team(ben)
    ana.click(ana.seen()[-1], "join")
    ana.upload(EXPORT, "export.zip")

    assert "comments" not in ben.command("/ssi details @ana")
    let_see(ben, ana)
    assert "moved <@U0ANA0001> from 2 to 1.2" in ben.command("/ssi details @ana")
    assert "comments" not in cleo.command("/ssi details @ana")


def test_a_late_import_is_told_as_one(ana: Someone, stage: Stage, clock: MovableClock) -> None:
    ana.upload(EXPORT, "export.zip")
    clock.now = datetime(2026, 7, 8, 12, tzinfo=UTC)
    stage.bot.ticker.tick()
    ana.upload(comments(("2026-06-29", 10)), "late.zip")

    said = ana.command("/ssi why since 3 july")

    assert "You were told 1.2 on Thu 2 Jul; with the late import it was 3.3." in said


def test_the_own_rank_moves_with_what_others_do(
    ana: Someone, ben: Someone, cleo: Someone, stage: Stage, clock: MovableClock
) -> None:
    set_up_team(ben)
    joined = ana.seen()[-1]
    for someone, count in ((ana, 10), (ben, 5), (cleo, 4)):
        someone.click(joined, "join")
        someone.upload(comments(("2026-05-10", count)), "export.zip")
    clock.now = datetime(2026, 7, 8, 12, tzinfo=UTC)
    stage.bot.ticker.tick()
    for someone in (ben, cleo):
        someone.upload(comments(("2026-07-06", 10)), "export.zip")

    said = ana.command("/ssi board", NORTH)

    moved = "You're 3rd, 2 down: your score did not move; <@U0BEN0002> and <@U0CLEO003> passed you."
    assert moved in said
    assert moved in ana.ask("why did my rank drop since 1 july?")
    assert moved in ana.ask("why did I fall to 3rd since 1 july?")


def test_a_word_before_a_drop_comes_once_to_who_asked_for_it(
    ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    ana.upload(comments(("2026-04-10", 10), ("2026-06-01", 5)), "export.zip")
    outlook = ana.command_answer("/ssi outlook")
    chosen = ana.answer(lambda: ana.actor.click(outlook, "warn", "20"))
    assert "two days before 2 points or more leave" in words_of(chosen)
    before = len(ana.seen())

    clock.now = datetime(2026, 7, 6, 9, 1, tzinfo=UTC)
    stage.bot.ticker.tick()
    assert len(ana.seen()) == before, "three days before it is too early"
    clock.now = datetime(2026, 7, 7, 8, 59, tzinfo=UTC)
    stage.bot.ticker.tick()
    assert len(ana.seen()) == before, "nobody is woken"
    for minute in (0, 1, 2):
        clock.now = datetime(2026, 7, 7, 9, minute, tzinfo=UTC)
        stage.bot.ticker.tick()

    (word,) = ana.seen()[before:]
    assert word.channel == ana.actor.direct.id
    said = words_of(word)
    assert "On Thu 9 Jul your score falls by 2, from 3 to 1, if nothing new comes in." in said
    assert "• 10 comments from 10 Apr: −2.0" in said
    assert "*To stay at 3:* 10 comments (+2.0)." in said


def test_who_takes_the_wish_back_hears_nothing(
    ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    ana.upload(comments(("2026-04-10", 10)), "export.zip")
    for choice in ("20", "0"):
        outlook = ana.command_answer("/ssi outlook")
        said = ana.answer(lambda wish=choice, at=outlook: ana.actor.click(at, "warn", wish))
    assert "I won't warn you before drops." in words_of(said)
    before = len(ana.seen())

    clock.now = datetime(2026, 7, 7, 9, 1, tzinfo=UTC)
    stage.bot.ticker.tick()

    assert len(ana.seen()) == before
