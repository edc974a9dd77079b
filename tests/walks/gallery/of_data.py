"""Scenes of what comes in and what is stored: imports, logging by hand, disputes, privacy."""

from bot.answers.data import disputes, log
from bot.messages import contexts as c
from bot.messages.contexts.by_hand import PostShared
from bot.workspace.seed.people import INGRID, JONAS, LUCAS, MAYA, NOUR, TEAM_NAME
from scoring.model import Kind
from tests.walks.gallery.scene import (
    TODAY,
    Place,
    Scene,
    asked,
    days_ago,
    given,
    person,
    typed,
)

EXPORT = "Basic_LinkedInDataExport_11-22-2026.zip"
FILES = (
    c.FileLine("Connections.csv", "Connections", 214, 12, 202, 0, (), None),
    c.FileLine("messages.csv", "Messages", 380, 24, 356, 0, (), None),
    c.FileLine(
        "Comments.csv",
        "Comments",
        96,
        9,
        86,
        1,
        ((41, "Its date does not exist in the calendar."),),
        None,
    ),
)
MISSING = c.Disputed(12, person(JONAS), Kind.REPLY_RECEIVED, days_ago(4), 2)
THREE = ((Kind.COMMENT_MADE, 3),)

DATA = (
    Scene(c.HowToImport, "`/ssi import`", typed("import")),
    Scene(c.Imported, "a file in the direct message", given(
        c.Imported(12, None, EXPORT, FILES, ("Jobs.csv", "Learning.csv"), 642, 618,
                   ((Kind.COMMENT_MADE, 2),))), Place.DIRECT),
    Scene(c.Undone, "*Undo*", given(c.Undone(EXPORT, 45, 642, 618)), Place.DIRECT),
    Scene(c.Data, "`/ssi data`", typed("data", LUCAS), reader=LUCAS),
    Scene(c.Privacy, "`/ssi privacy`", typed("privacy")),
    Scene(c.Forgotten, "*Forget me*", given(c.Forgotten(
        known=True, activities=312, sections=9, readings=4, teams=(TEAM_NAME,))), reader=NOUR),
    Scene(c.LogForm, "`/ssi log`, *Log as activity*", lambda seeded: log.form(
        seeded.turn(MAYA, "")), Place.MODAL),
    Scene(c.LogDoubt, "“I wrote 3 comments yesterday”", asked("log 3 comments yesterday"),
          Place.DIRECT),
    Scene(c.Logged, "`/ssi log 3 comments yesterday`",
          given(c.Logged(THREE, days_ago(1), 57, 636, 642, TODAY))),
    Scene(PostShared, "a link to a LinkedIn post in a channel that counts them",
          given(PostShared(MAYA.slack_id, 1)), Place.CHANNEL),
    Scene(c.DisputeForm, "`/ssi dispute`", lambda seeded: disputes.form(seeded.turn(MAYA, "")),
          Place.MODAL),
    Scene(c.DisputeRaised, "a dispute is open",
          given(c.DisputeRaised(MISSING, (INGRID.slack_id,), TODAY)), Place.DIRECT, JONAS),
    Scene(c.DisputeAsked, "to the manager who decides", given(c.DisputeAsked(
        MISSING, "Two answers from the fair came by mail and I logged them late.", TODAY)),
        Place.DIRECT, INGRID),
    Scene(c.DisputeDecided, "*Accept*, *Decline*", given(c.DisputeDecided(
        MISSING, accepted=True, by=INGRID.slack_id, is_own=True, again=False, points=588,
        today=TODAY)), Place.DIRECT, JONAS),
    Scene(c.Disputes, "`/ssi disputes`", given(c.Disputes((
        MISSING,
        c.Disputed(13, person(MAYA), Kind.COMMENT_MADE, days_ago(9), -1),
        ), (), TODAY)), reader=INGRID),
)  # fmt: skip
