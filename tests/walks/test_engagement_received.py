"""Post analytics: what came back to a member's posts is kept, revised, undone, and never scored."""

from collections.abc import Sequence

from bot.cli.stage import Stage
from bot.messages.actions import UNDO_IMPORT
from bot.workspace import words_of
from scoring.model import Kind
from tests.bot.intake.spreadsheets import engagement, spreadsheet, xml_row
from tests.walks.conftest import ANA, CLEO, Someone
from tests.walks.test_language import speak

NAME = "AggregateAnalytics_AnaRuiz_2026-06-01_2026-06-28.xlsx"
POST = "https://www.linkedin.com/feed/update/urn:li:activity:7290000000000000001"


def analytics(*days: Sequence[object], engagements: int) -> bytes:
    top = ["Post URL", "Post publish date", "Engagements"]
    return spreadsheet(
        {
            "DISCOVERY": [["Overall Performance", "6/1/2026 - 6/28/2026"]],
            "ENGAGEMENT": [["Date", "Impressions", "Engagements"], *days],
            "TOP POSTS": [[], [], top, [POST, "6/20/2026", engagements]],
        }
    ).getvalue()


def standing(stage: Stage, kind: Kind) -> list[int]:
    member = stage.store.members.by_slack_id(1, ANA)
    assert member
    return sorted(
        each.quantity for each in stage.store.activities.standing(1, member.member_id, kind)
    )


def card(someone: Someone) -> str:
    """Give a member's card without its reference, which names the last recording."""
    return someone.command("/ssi me").partition("Reference")[0]


def test_figures_are_kept_brought_up_to_date_and_taken_back(ana: Someone, stage: Stage) -> None:
    ana.command("/ssi log 2 comments on 28 june")
    score = card(ana)
    first = analytics(["6/20/2026", "1,000", "12"], ["6/21/2026", 50, 0], engagements=9)
    later = analytics(["6/20/2026", "1,204", "12"], ["6/21/2026", 50, 0], engagements=11)

    said = words_of(ana.send(first, NAME))
    assert "Post analytics: ENGAGEMENT" in said
    assert "• 1,050 impressions, all new" in said
    assert "• 12 engagements, all new" in said
    assert (
        "Kept, and not scored by today's rules: impressions, engagements and engagements with "
        "single posts." in said
    )
    assert "• TOP POSTS by engagements: links" in said

    assert "4 activities new" in ana.upload(first, NAME)
    preview = ana.send(later, NAME)
    assert "• 1,254 impressions, 204 new" in words_of(preview)
    report = ana.import_(preview)
    assert "2 activities new, 2 known already" in words_of(report)
    assert "Kept, and not scored by today's rules" in words_of(report)
    assert standing(stage, Kind.IMPRESSION_RECEIVED) == [50, 1204]
    assert "Nothing new" in ana.upload(first, NAME)
    assert card(ana) == score

    assert "2 entries taken back" in words_of(ana.click(report, UNDO_IMPORT))
    assert standing(stage, Kind.IMPRESSION_RECEIVED) == [50, 1000]
    assert standing(stage, Kind.POST_ENGAGEMENT_RECEIVED) == [9]
    assert card(ana) == score


def test_who_brought_in_nothing_that_is_scored_has_no_score(ana: Someone) -> None:
    days = analytics(["6/20/2026", "1,000", "12"], engagements=9)

    said = ana.upload(days, NAME)

    assert "3 activities new" in said
    assert "of 100" not in said
    assert "of 100" not in ana.command("/ssi me")
    assert "1,000 impressions" in ana.command("/ssi data")


def test_what_comes_into_sight_and_is_not_scored_explains_nothing(ana: Someone) -> None:
    ana.command("/ssi log 2 comments on 20 june")
    before = ana.command("/ssi why").partition("Reference")[0]

    ana.upload(analytics(["6/20/2026", "1,000", "12"], engagements=9), NAME)

    assert ana.command("/ssi why").partition("Reference")[0] == before


def test_a_spreadsheet_with_entities_is_refused_in_each_language(
    ana: Someone, cleo: Someone, stage: Stage
) -> None:
    speak(stage, CLEO, "de-DE")
    rows = xml_row(1, "Date", "Impressions", "Engagements") + xml_row(2, "6/1/2026", "&a;", "1")
    doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    hostile = engagement(rows, doctype=doctype).getvalue()

    assert "defines entities, which LinkedIn's never do" in ana.upload(hostile, NAME)
    assert "definiert Entitäten, was die von LinkedIn nie tun" in cleo.upload(hostile, NAME)
