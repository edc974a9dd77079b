"""A file is previewed before it is imported, and all of an import can be undone."""

from dataclasses import replace
from datetime import timedelta

from bot.cli.stage import Stage
from bot.messages.actions import IMPORT_CANCEL, IMPORT_START, UNDO_IMPORT
from bot.storage.imports import LEASE
from bot.workspace import Message, words_of
from tests.walks.conftest import ANA, MovableClock, Someone, has_button
from tests.walks.test_newcomer import comments, zipped

FIVE = comments(("2026-06-20", 2), ("2026-06-28", 3))


def stored(stage: Stage, slack_id: str = ANA) -> int:
    member = stage.store.members.by_slack_id(1, slack_id)
    return stage.store.activities.extent(1, member.member_id)[0] if member else 0


def press(someone: Someone, message: Message, action_id: str) -> str:
    """Press a button that is answered in a message of its own."""
    return words_of(someone.click(message, action_id))


def test_a_file_is_previewed_imported_once_and_undone(ana: Someone, stage: Stage) -> None:
    ana.command("/ssi log 2 comments on 28 june")
    preview = ana.send(FIVE, "export.zip")

    said = words_of(preview)
    assert "LinkedIn export: Comments. *Nothing of it is stored yet.*" in said
    assert "*What it tells, 20–28 Jun*" in said
    assert "• 5 comments, all new" in said
    assert "*Your score would be:* 0.6 → *1.3* (+0.7)" in said
    assert "• Insights: 0.4 → *1.0* (+0.6)" in said
    assert "count no more: 2 comments" in said
    assert "• Comments: comment texts, links" in said
    assert stored(stage) == 2, "the logged ones alone"

    report = ana.import_(preview)

    assert report.ts == preview.ts
    assert "5 activities new" in words_of(report)
    assert "0.6 → *1.3* (+0.7)" in words_of(report)
    assert stored(stage) == 5
    assert "came in already" in press(ana, preview, IMPORT_START)
    assert "came in already" in press(ana, preview, IMPORT_CANCEL)

    undone = press(ana, report, UNDO_IMPORT)

    assert "export.zip: 5 entries taken back." in undone
    assert "Your score goes from 1.3 to 0.6." in undone, "what it replaced counts again"
    assert "Nothing is left of that import." in press(ana, report, UNDO_IMPORT)
    assert "0.6 → *1.3* (+0.7)" in ana.upload(FIVE, "export.zip")


def test_undoing_a_zip_takes_back_every_file_of_it(ana: Someone, stage: Stage) -> None:
    invitation = '"Ana Ruiz","Lee Sun","6/1/26, 2:37 PM",,OUTGOING'
    export = zipped(
        {
            "Invitations.csv": f"From,To,Sent At,Message,Direction\n{invitation}".encode(),
            "Connections.csv": (
                b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
                b"Lee,Sun,,,Acme,CEO,08 Jun 2026"
            ),
            "Skills.csv": b"Name\nListening",
        }
    )
    report = ana.import_(ana.send(export, "export.zip"))
    assert "• 1 section of the profile" not in words_of(report)
    assert "accepted" in ana.command("/ssi data"), "both files together show who accepted"

    press(ana, report, UNDO_IMPORT)

    assert "Nothing of yours is stored." in ana.command("/ssi data")
    assert stage.store.activities.observed(1) == {}


def test_a_preview_is_cancelled_grows_old_or_its_file_is_gone(
    ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    first, second, third, fourth = (ana.send(FIVE, f"{n}.zip") for n in range(4))
    files = stage.workspace.files

    assert "nothing of it was stored" in words_of(ana.import_(first, IMPORT_CANCEL))
    assert "was cancelled" in press(ana, first, IMPORT_START)

    changed = files.get("F000000003")
    assert changed
    files.fill(changed, comments(("2026-06-28", 9)))
    assert "not the one that you saw" in words_of(ana.import_(third))

    gone = files.get("F000000004")
    assert gone
    files.keep(replace(gone, content=None))
    assert "not in Slack any more" in words_of(ana.import_(fourth))

    clock.now += timedelta(days=1, minutes=1)
    assert "more than a day old" in words_of(ana.import_(second))
    assert stored(stage) == 0


def test_an_interrupted_import_is_offered_again_and_completed(
    ana: Someone, stage: Stage, clock: MovableClock
) -> None:
    preview = ana.send(FIVE, "export.zip")
    place = (preview.channel, preview.ts)
    assert stage.store.imports.claim(1, 1, place, clock.now), "a process begins, and is killed"
    assert "coming in right now" in press(ana, preview, IMPORT_START)

    stage.bot.ticker.tick()
    assert has_button(ana.now(preview), IMPORT_CANCEL), "it may still be at work"
    clock.now += LEASE
    stage.bot.ticker.tick()

    interrupted = ana.now(preview)
    assert "was interrupted" in words_of(interrupted)
    assert "5 activities new" in words_of(ana.import_(interrupted))
    assert stored(stage) == 5
