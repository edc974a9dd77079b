"""Every command, button, form and view of the bot works on the page, in a real browser."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, expect

from bot.answers.asking.answering import WORDS
from bot.cli.demo import running_demo
from bot.clock import fixed_clock
from bot.storage.deliveries import DeliveryState
from bot.storage.tables import Delivery
from bot.storage.times import to_epoch
from bot.workspace.seed.people import CAST, INGRID, MATEO, MAYA, NOUR, Person
from tests.walks.browser import MONDAY, Screen, find_chromium, running_browser
from tests.walks.new_rules import parts, rulebook
from tests.walks.tour import BUTTONS, Tour

pytestmark = pytest.mark.browser

FIELDS = frozenset({
    "admit_may", "admit_name", "count", "day", "kind", "link", "links", "managers",
    "match_dates", "match_field_", "match_first", "match_last", "match_seat_", "name", "note",
    "rules_part_", "time", "weekday", "what", "zone",
})  # fmt: skip
"""Fields of forms: they are filled in, and do nothing by themselves."""

ELSEWHERE = frozenset({"home_turn", "team_page", "newest_again"})
"""What a team of eight does not get to see, in a workspace that takes all blocks."""

STRANGE = Path(__file__).parents[1] / "data" / "intake" / "sales_navigator" / "renamed_column.csv"

WISH = "would like to see"
"""What a member is told who is asked for consent."""

VAGUE = ("november good or bad thing", "brand and the other thing there", "posts then")
"""Of these at least one is understood in several ways, whatever the model has learnt."""

ARGUMENTS = {"plan": "75 by 31 Dec", "whatif": "posts+3", "log": "1 comment"}
"""What follows words that would open a form or ask back without it."""


def told(line: ConsoleMessage) -> list[str]:
    """Tell an error of the page, and where it came from."""
    return [f"{line.text} ({line.location['url']})"] if line.type == "error" else []


@pytest.fixture
def tour() -> Iterator[Tour]:
    path = find_chromium()
    if path is None:
        reason = "no Chromium was found on this machine; Debian's package is called chromium"
        if os.environ.get("OPENSSI_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with running_browser(path) as browser, running_demo(fixed_clock(MONDAY)) as demo:
        page = browser.new_page()
        page.set_default_timeout(10_000)
        errors: list[str] = []
        page.on("console", lambda line: errors.extend(told(line)))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.clock.set_fixed_time(MONDAY)
        page.goto(demo.server.url)
        expect(page.get_by_label("Message #sales-social")).to_be_visible()
        demo.bot.ticker.pause()
        yield Tour(Screen(page), demo)
        assert errors == []


def test_every_command_button_form_and_view(tour: Tour) -> None:
    a_member_tries_every_word(tour)
    a_colleague_shares_a_post(tour)
    a_member_fills_in_forms(tour)
    a_manager_looks_after_the_team(tour)
    a_member_is_asked_for_consent(tour)
    an_admin_sets_things_up(tour)
    an_admin_brings_files(tour)
    a_newcomer_joins_and_is_forgotten(tour)

    tour.drawn()
    assert BUTTONS - FIELDS - ELSEWHERE - tour.pressed == set()


def a_member_tries_every_word(tour: Tour) -> None:
    tour.begin(MAYA)
    tour.press_all(tour.screen.find("message").filter(has_text="Most improved").last)
    for word in ("", *sorted(WORDS - {"dispute", "setup", "team"})):
        tour.run(f"/ssi {word} {ARGUMENTS.get(word, '')}".strip())
    tour.run("/ssi bord")
    tour.run("/ssi why did my score drop?")
    for text in VAGUE:
        tour.run(f"/ssi {text}")
    tour.run("/ssi I wrote 2 comments yesterday, please log them")
    tour.run("/ssi linkedin brand 18 people 15 insights 0 relationships 20")
    tour.look_home()


def a_colleague_shares_a_post(tour: Tour) -> None:
    tour.begin(INGRID)
    tour.answered(lambda: tour.screen.write("https://www.linkedin.com/posts/a-activity-71-b"))
    tour.begin(MAYA)
    post = tour.screen.find("message").filter(has_text="a-activity-71-b").first
    post.hover()
    post.get_by_label("Reply in thread").click()
    thread = tour.screen.find("thread-pane")
    tour.press_all(thread.get_by_test_id("message").filter(has_text="shared a LinkedIn post"))


def a_member_fills_in_forms(tour: Tour) -> None:
    tour.begin(MAYA)
    tour.fill_in(lambda: tour.screen.write("/ssi log"), ("How many", "2"))
    for count in "13":
        tour.fill_in(lambda: tour.screen.write("/ssi dispute"), ("How many", count))
    tour.answered(lambda: tour.screen.write("/ssi linkedin"))
    enter = tour.screen.find("ephemeral").last.locator('[data-action-id="linkedin_enter"]')
    tour.fill_in(enter.click, ("Total", "64"))
    tour.pressed |= {"log", "dispute", "linkedin", "linkedin_enter"}


def a_manager_looks_after_the_team(tour: Tour) -> None:
    tour.begin(INGRID)
    tour.run("/ssi team")
    tour.run("/ssi disputes")
    tour.run("/ssi goal team 65 by 31 Dec")
    tour.look_home()


def a_member_is_asked_for_consent(tour: Tour) -> None:
    tour.demo.bot.ticker.tick()
    asked = whom_the_manager_asked(tour)
    tour.screen.act_as(asked)
    wish = tour.screen.find("message").filter(has_text=WISH)
    tour.screen.open_direct_message()
    tour.press(wish, "consent_allow")
    tour.begin(asked)
    tour.run("/ssi privacy")
    tour.screen.open_direct_message()
    tour.press(wish, "consent_refuse")


def whom_the_manager_asked(tour: Tour) -> Person:
    workspace = tour.demo.workspace
    (asked,) = (
        person
        for person in CAST
        for message in workspace.messages(workspace.direct_channel(person.slack_id).id)
        if WISH in message.text
    )
    return asked


def an_admin_sets_things_up(tour: Tour) -> None:
    tour.begin(MATEO, "general")
    tour.run("/ssi setup feedback")
    for number in range(7):
        tour.demo.store.deliveries.owe(refused(number))
    tour.run("/ssi deliveries")
    tour.look_home()
    home = tour.screen.find("home-view")
    tour.answered(home.locator('[data-action-id="admit"]').click)
    tour.modal.get_by_label("Name").fill("HubSpot")
    tour.answered(tour.screen.find("modal-submit").click)
    expect(tour.modal).to_contain_text("ssi_1_1_")
    tour.close_modal()
    tour.press_all(home)
    tour.pressed.add("admit")
    tour.begin(MATEO, "general")
    for version in ("draft-1", "draft-2"):
        text = parts(rulebook(version, "2026-12-10"))
        labels = ("Rulebook", "Rulebook, continued", "Rulebook, continued", "Rulebook, continued")
        upload = zip(labels, text, strict=False)
        tour.fill_in(lambda: tour.screen.write("/ssi rules upload"), *upload)
    tour.look_at_messages()
    tour.pressed.add("rules_upload")


def refused(number: int) -> Delivery:
    """Make a direct message that Slack refused today."""
    due = to_epoch(MONDAY)
    return Delivery(
        workspace_id=1,
        kind="drift",
        period=str(number),
        channel_id="D0NOBODY",
        due_at=due,
        not_before=due,
        state=DeliveryState.FAILED,
        problem="user_disabled",
    )


def an_admin_brings_files(tour: Tour) -> None:
    tour.begin(MATEO, "general")
    tour.screen.open_direct_message()
    brings = tour.demo.server.act_as(MATEO.slack_id).upload
    of_team = (
        f"member,kind,occurred_at\n{MAYA.email},comment_made,2026-11-20\n555,share_made,2026-11-20"
    )
    tour.answered(lambda: brings(of_team.encode(), "crm.csv"))
    shown = tour.screen.find("message").filter(has_text="crm.csv").last
    for button in ("match_seats", "import_start", "undo_import"):
        tour.press(shown, button)
    tour.answered(lambda: brings(STRANGE.read_bytes(), "analytics.csv"))
    shown = tour.screen.find("message").filter(has_text="seatHolderId").last
    for button in ("match_columns", "import_cancel"):
        tour.press(shown, button)
    tour.demo.bot.ticker.tick()
    tour.settle()
    told = tour.screen.find("message").filter(has_text="A file could not be read").last
    for button in ("structure_1", "match_drift_1"):
        tour.press(told, button)


def a_newcomer_joins_and_is_forgotten(tour: Tour) -> None:
    tour.begin(INGRID, "general")
    tour.fill_in(lambda: tour.screen.write("/ssi setup"), ("Team name", "Field Sales"))
    tour.begin(NOUR, "general")
    post = tour.screen.find("message").filter(has_text="Field Sales is set up")
    tour.press(post, "join")
    tour.press(tour.screen.find("ephemeral").last, "leave")
    tour.run("/ssi data")
    tour.press(tour.screen.find("ephemeral").last, "forget")
    tour.pressed.add("setup")
