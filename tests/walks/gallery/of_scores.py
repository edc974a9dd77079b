"""Scenes of one's own score: what it is, why it moved, what leaves, and what to do."""

from bot.answers.teams.weekly_note import weekly_note
from bot.messages import contexts as c
from bot.messages.contexts.score import PastScore
from bot.messages.contexts.weekly import NoteSwitched, WeeklyNote
from bot.workspace.seed.people import GRACE, JONAS, LUCAS, MATEO, NOUR, PRIYA, TOMAS
from scoring.model import Evidence, Kind
from tests.walks.gallery.scene import (
    REFERENCE,
    SUNDAY,
    TODAY,
    Place,
    Scene,
    Seeded,
    asked,
    days_ago,
    given,
    there,
    typed,
)

AN_ARTICLE = Evidence(Kind.ARTICLE_PUBLISHED, -1, days_ago(88), days_ago(88))
COMMENTS = Evidence(Kind.COMMENT_MADE, -9, days_ago(88), days_ago(88))
HEADS_UP = c.HeadsUp(
    day=days_ago(-2),
    points=642,
    points_then=609,
    leaving=(
        c.LeavingLine("articles", -15, (AN_ARTICLE,)),
        c.LeavingLine("comments", -18, (COMMENTS,)),
    ),
    way_back=c.WayBack(
        642, 642, (c.ActionLine("comments", 9, 18), c.ActionLine("articles", 1, 15))
    ),
    today=TODAY,
    reference=REFERENCE,
)


def _weekly_note(seeded: Seeded) -> c.Context:
    return there(weekly_note(seeded.desk(), seeded.member(PRIYA), SUNDAY))


SCORES = (
    Scene(c.Me, "`/ssi me`", typed("me"), on_phone=True),
    Scene(c.Me, "`/ssi me` where a source is not connected", typed("me", GRACE), reader=GRACE,
          variant="unseen"),
    Scene(PastScore, "`/ssi me on 1 November`", typed("me on 1 november")),
    Scene(c.NoData, "any question before a first import", given(c.NoData(None)), reader=MATEO),
    Scene(c.Why, "*Why?*, `/ssi why`", typed("why"), on_phone=True),
    Scene(c.Why, "`/ssi why` where a reply rate fell", typed("why", JONAS), reader=JONAS,
          variant="rate"),
    Scene(c.Why, "`/ssi why` after a late import", typed("why", LUCAS), reader=LUCAS,
          variant="corrected"),
    Scene(c.Details, "*Show details*, `/ssi details`", typed("details")),
    Scene(c.Next, "`/ssi next`", typed("next"), on_phone=True),
    Scene(c.Tips, "`/ssi tips`", typed("tips", PRIYA), reader=PRIYA),
    Scene(c.Outlook, "`/ssi outlook`", typed("outlook")),
    Scene(c.Warned, "a choice in the menu under the outlook", given(c.Warned(20)),
          Place.PRIVATE),
    Scene(c.HeadsUp, "two days before a drop, to who asked for it", given(HEADS_UP), Place.DIRECT),
    Scene(c.Trend, "`/ssi trend`", typed("trend")),
    Scene(c.Compare, "`/ssi compare`", typed("compare")),
    Scene(c.Plan, "`/ssi plan 70 by 31 Dec`", typed("plan 75 by 31 dec")),
    Scene(c.WhatIf, "`/ssi whatif posts+3 comments+5 replies=40%`",
          typed("whatif posts+3 comments+5 replies=40%", JONAS), reader=JONAS),
    Scene(c.OtherRules, "`/ssi whatif rules=2026-01`", typed("whatif rules=2026-01", TOMAS),
          reader=TOMAS),
    Scene(c.StandStill, "“What happens if I do nothing for two weeks?”",
          asked("what happens to my score if I do nothing for two weeks?"), Place.DIRECT),
    Scene(c.Efforts, "`/ssi plan effort`", typed("plan effort", MATEO), reader=MATEO),
    Scene(c.Progress, "`/ssi goal`", typed("goal")),
    Scene(WeeklyNote, "Mondays at nine, to who asked for it", _weekly_note, Place.DIRECT,
          reader=PRIYA),
    Scene(NoteSwitched, "*Send me a weekly note*", given(NoteSwitched(days_ago(-7))),
          Place.DIRECT),
    Scene(c.Reported, "`/ssi linkedin`", typed("linkedin")),
    Scene(c.ReportedForm, "*Enter my numbers*", given(c.ReportedForm(TODAY)), Place.MODAL),
    Scene(
        c.ReportedDoubt,
        "`/ssi linkedin brand 18 people 15 insights 0 relationships 20`",
        typed("linkedin brand 18 people 15 insights 0 relationships 20"),
    ),
    Scene(c.Nudge, "Mondays, to who asked for it", given(c.Nudge((days_ago(10), 6080), TODAY)),
          Place.DIRECT),
    Scene(c.Echoed, "an answer to words that name days", typed("why since 1 november", TOMAS),
          reader=TOMAS),
    Scene(c.NoData, "a question about somebody without data",
          given(c.NoData(c.Person(NOUR.name, NOUR.slack_id))), variant="of-somebody"),
)  # fmt: skip
