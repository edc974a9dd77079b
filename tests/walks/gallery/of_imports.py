"""Scenes of files that come in: the preview, what is asked about one, and what became of it."""

from datetime import timedelta

from bot.messages.contexts.importing import (
    ColumnsForm,
    Content,
    ImportProgress,
    ImportStopped,
    KindCount,
    LeftOut,
    Matched,
    MatchingAsked,
    PillarMove,
    Preview,
    SeatsForm,
    TeamImported,
    TeamLine,
    TeamPreview,
)
from bot.messages.contexts.quarantine import Drifted, DriftLine, Quarantined, StructureSent
from bot.workspace.seed.people import INGRID, JONAS, LUCAS, MAYA, NOUR
from scoring.model import Kind, Pillar
from tests.walks.browser import MONDAY
from tests.walks.gallery.scene import TODAY, Place, Scene, days_ago, given, person

EXPORT = "Basic_LinkedInDataExport_11-22-2026.zip"
USAGE = "Usage report November.csv"
CRM = "crm-activities.csv"
PLACE = '[14, "D012345678", "1795424400.000100", false]'
CONTENT = Content(
    counts=(
        KindCount(Kind.CONNECTION_MADE, 214, 12),
        KindCount(Kind.OUTREACH_SENT, 131, 24),
        KindCount(Kind.COMMENT_MADE, 96, 9),
        KindCount(Kind.POST_PUBLISHED, 18, 0),
    ),
    sections=9,
    first=days_ago(731),
    last=days_ago(1),
    points_before=618,
    points=642,
    pillars=tuple(
        PillarMove(pillar, before, after)
        for pillar, before, after in zip(
            Pillar, (181, 104, 160, 173), (181, 104, 172, 185), strict=True
        )
    ),
    superseded=((Kind.COMMENT_MADE, 2),),
)
LEFT_OUT = (
    LeftOut("Connections", ("names", "emails", "companies", "positions", "links")),
    LeftOut("Comments", ("comment_texts", "links")),
    LeftOut("messages", ("message_texts", "subjects", "names", "links", "attachments")),
)
LINES = (
    TeamLine(person(MAYA), 38, 0, 21),
    TeamLine(person(LUCAS), 24, 3, 9),
    TeamLine(person(JONAS), 0, 17, 0),
)
UNKNOWN = ("5550107", "n.haddad@acme.example")
STRANGE = DriftLine(
    number=3,
    recognised="Sales Navigator analytics",
    sent_by=NOUR.slack_id,
    at=MONDAY - timedelta(hours=2),
    times=2,
    unknown=("seatHolderId", "region"),
    missing=("seatId",),
    forms=(),
    mappable=True,
)

IMPORTS = (
    Scene(Preview, "a file in the direct message", given(Preview(
        12, EXPORT, "linkedin_export", ("Connections", "Comments", "messages"), CONTENT, LEFT_OUT,
        (("Invitations.csv", "The columns of this file are not those we know. Missing: Sent At."),),
        mappable=True, rows_refused=1, ignored=("Jobs.csv", "Learning.csv"), today=TODAY,
        )), Place.DIRECT, on_phone=True),
    Scene(ImportProgress, "*Import*", given(ImportProgress(EXPORT, EXPORT, 42)), Place.DIRECT),
    Scene(ImportStopped, "a preview whose file is gone", given(ImportStopped(EXPORT, "gone")),
          Place.DIRECT),
    Scene(ImportStopped, "an import that was interrupted",
          given(ImportStopped(EXPORT, "interrupted", 12)), Place.DIRECT, variant="interrupted"),
    Scene(TeamPreview, "a team's file, from an admin", given(TeamPreview(
        14, CRM, "csv", (KindCount(Kind.OUTREACH_SENT, 96, 62),),
        days_ago(20), days_ago(1), LINES, UNKNOWN,
        (LeftOut("Activities", ("people", "seats", "other_columns")),), (), mappable=False,
        rows_refused=2, today=TODAY,
        )), Place.DIRECT, INGRID),
    Scene(TeamImported, "*Import* of a team's file", given(TeamImported(
        14, CRM, LINES, UNKNOWN[:1], (), 2,
        ((17, "Its kind is not one we know."), (21, "Its date is in the future.")),
        )), Place.DIRECT, INGRID),
    Scene(MatchingAsked, "a file with columns of its own", given(MatchingAsked(
        14, USAGE, "Sales Navigator usage", 10)), Place.DIRECT, INGRID),
    Scene(ColumnsForm, "*Match the columns*", given(ColumnsForm(
        "Sales Navigator usage", ("Name", "Email", "Searches performed", "Leads saved"),
        (("person", True), ("search_made", False), ("lead_saved", False)),
        (("person", "Email"), ("search_made", "Searches performed")),
        needs_days=True, today=TODAY, place=PLACE)), Place.MODAL, INGRID),
    Scene(SeatsForm, "*Say whose they are*", given(SeatsForm(UNKNOWN, 0, PLACE)), Place.MODAL,
          INGRID),
    Scene(Matched, "columns of a strange file, matched",
          given(Matched("Sales Navigator analytics")), Place.DIRECT, INGRID),
    Scene(Drifted, "to the admins, of a strange file", given(Drifted(STRANGE)), Place.DIRECT,
          INGRID),
    Scene(Quarantined, "`/ssi imports`", given(Quarantined((STRANGE,), TODAY)), reader=INGRID),
    Scene(StructureSent, "*Structure*", given(StructureSent("structure-3.json")), reader=INGRID),
)  # fmt: skip
