"""A newcomer opens the demo's page in a browser, and everything that the README promises works."""

import base64
import os
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, ViewportSize, expect

from bot.cli.demo import running_demo
from bot.cli.stage import Stage
from bot.clock import fixed_clock
from bot.workspace.seed.people import (
    GRACE,
    INGRID,
    JONAS,
    LUCAS,
    MATEO,
    MAYA,
    NOUR,
    PRIYA,
    TOMAS,
)
from tests.walks.browser import MONDAY, Screen, find_chromium, running_browser
from tests.walks.test_newcomer import change, sample, tenths

pytestmark = pytest.mark.browser

PHONE = ViewportSize(width=390, height=844)
DROP = """content => {
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], "Basic_LinkedInDataExport.zip"));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
}"""
"""What a file manager does when a file is dropped on the page."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        reason = "no Chromium was found on this machine; Debian's package is called chromium"
        if os.environ.get("OPENSSI_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with running_browser(path) as running:
        yield running


@pytest.fixture(scope="module")
def demo(browser: Browser) -> Iterator[Stage]:
    with running_demo(fixed_clock(MONDAY)) as stage:
        yield stage


@pytest.fixture
def screen(browser: Browser, demo: Stage) -> Iterator[Screen]:
    """The page as a newcomer finds it; whatever is done there must not raise an error."""
    page = browser.new_page()
    page.set_default_timeout(10_000)
    errors: list[str] = []
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.clock.set_fixed_time(MONDAY)
    page.goto(demo.server.url)
    expect(page.get_by_label("Message #sales-social")).to_be_visible()
    yield Screen(page)
    page.close()
    assert errors == []


def assert_adds_up(answer: Locator) -> None:
    """Each line's points come first in it; the rules' own parts stand behind them."""
    expect(answer).to_contain_text("Everything else")
    said = answer.inner_text()
    parts = [re.search(r"[+−]\d+\.\d", line) for line in said.splitlines() if line.startswith("•")]
    assert sum(tenths(part[0]) for part in parts if part) == change(said) != 0, said


def test_the_page_opens_in_the_teams_channel_on_the_weeks_leaderboard(screen: Screen) -> None:
    expect(screen.find("act-as")).to_contain_text(MAYA.name)
    digest = screen.find("message").last
    expect(digest).to_contain_text("Mid-Market Sales: 16–22 Nov")
    expect(digest).to_be_in_viewport()
    expect(digest.get_by_role("row").nth(1)).to_contain_text("Park Sun-hee")


def test_a_command_and_its_why_are_answered_for_the_asker_alone(screen: Screen) -> None:
    screen.write("/ssi me")
    card = screen.find("ephemeral")
    expect(card).to_have_count(1)
    expect(card).to_contain_text("Only visible to you")
    expect(card).to_contain_text(re.compile(r"\d+\.\d of 100"))

    screen.press(card, "why")
    expect(screen.find("ephemeral")).to_have_count(2)
    assert_adds_up(screen.find("ephemeral").last)


def test_past_scores_are_drawn(screen: Screen) -> None:
    screen.write("/ssi trend")

    drawn = screen.find("ephemeral").locator("figure svg")
    expect(drawn.locator("circle")).to_have_count(13)
    expect(screen.find("ephemeral").get_by_role("table")).to_contain_text("Score")


def test_a_question_in_a_direct_message(screen: Screen) -> None:
    screen.act_as(JONAS)
    screen.open_direct_message()

    screen.write("why did my score drop?")

    answer = screen.find("thread-pane").get_by_test_id("message").last
    expect(answer).to_contain_text("It is mostly newer activity: the reply rate fell.")
    assert_adds_up(answer)


def test_a_suggested_question_is_asked_by_a_click_and_its_answer_called_good(
    screen: Screen,
) -> None:
    screen.act_as(JONAS)
    screen.open_direct_message()

    screen.page.get_by_role("button", name="What should I do next?").click()

    thread = screen.find("thread-pane")
    answer = thread.get_by_test_id("message").last
    expect(answer).to_contain_text("worth most for the least work")
    answer.get_by_label("Good answer").click()
    expect(thread.get_by_test_id("message").last).to_contain_text("Thanks, good to know.")


def test_a_question_in_a_thread(screen: Screen) -> None:
    screen.act_as(TOMAS)
    question = screen.find("message").filter(has_text="What am I missing?")

    screen.reply(question, "@OpenSSI why did my score drop since 1 November?")

    answer = screen.find("thread-pane").get_by_test_id("ephemeral")
    expect(answer).to_contain_text("Rules 2026-01 → 2026-11 on 11 Nov")
    assert_adds_up(answer)
    expect(question.first).to_contain_text("1 reply")


def test_the_home_of_the_app(screen: Screen) -> None:
    screen.act_as(PRIYA)
    screen.find("app-home").click()
    expect(screen.find("home-view")).to_contain_text(re.compile(r"\d+\.\d of 100"))

    screen.act_as(MATEO)
    screen.find("app-home").click()
    expect(screen.find("home-view")).to_contain_text("Three steps to your score")


def test_a_manager_sets_up_a_team_and_a_member_joins(screen: Screen) -> None:
    screen.act_as(INGRID)
    screen.open_channel("general")
    screen.write("/ssi setup")
    modal = screen.find("modal")
    modal.get_by_label("Team name").fill("")
    screen.find("modal-submit").click()
    expect(modal).to_contain_text("Please complete this required field.")

    modal.get_by_label("Team name").fill("Field Sales")
    screen.find("modal-submit").click()
    expect(modal).to_have_count(0)
    post = screen.find("message").filter(has_text="Field Sales is set up")
    expect(post).to_contain_text(f"Managers: @{INGRID.name}")

    screen.act_as(NOUR)
    screen.open_channel("general")
    screen.press(post, "join")
    expect(screen.find("ephemeral")).to_contain_text("Field Sales")

    screen.act_as(GRACE)
    screen.open_channel("general")
    expect(post).to_be_visible()
    expect(screen.find("ephemeral")).to_have_count(0)


def test_the_own_export_is_dropped_on_the_page(screen: Screen) -> None:
    screen.act_as(MATEO)
    screen.open_direct_message()

    screen.page.evaluate(DROP, base64.b64encode(sample("2026")).decode())

    preview = screen.find("message").filter(has_text="Nothing of it is stored yet")
    preview.locator('[data-action-id="import_start"]').click()
    report = screen.find("message").filter(has_text="Your score:")
    expect(report).to_contain_text("43 activities new")
    screen.write("/ssi me")
    expect(screen.find("ephemeral")).to_contain_text("of 100")


def test_a_message_is_logged_from_its_menu(screen: Screen) -> None:
    screen.act_as(NOUR)
    screen.open_channel("general")
    screen.write("My comment: https://www.linkedin.com/feed/update/1")
    message = screen.find("message").filter(has_text="My comment").last
    message.hover()
    message.get_by_label("More actions").click()
    screen.page.locator('[data-shortcut="log_message"]').click()
    modal = screen.find("modal")
    expect(modal.get_by_label("Link on LinkedIn")).to_have_value(re.compile("linkedin"))
    expect(modal.get_by_label("Which day")).to_have_value(f"{MONDAY:%Y-%m-%d}")

    screen.find("modal-submit").click()

    expect(modal).to_have_count(0)
    screen.open_direct_message()
    logged = screen.find("message").filter(has_text="Logged: 1 comment")
    screen.press(logged, "undo")
    expect(screen.find("message").filter(has_text="1 entry taken back")).to_be_visible()


def test_the_drawer_shows_the_raw_traffic(screen: Screen) -> None:
    screen.act_as(LUCAS)
    screen.write("/ssi help")
    expect(screen.find("ephemeral")).to_be_visible()

    screen.find("traffic-toggle").click()
    request = screen.find("traffic").locator("details").filter(has_text="slash_commands").last
    request.click()

    expect(request).to_contain_text(f'"user_id": "{LUCAS.slack_id}"')


def test_the_page_fits_a_phone(screen: Screen) -> None:
    screen.page.set_viewport_size(PHONE)
    screen.find("menu").click()
    screen.open_channel("general")

    expect(screen.find("channel-sales-social")).not_to_be_in_viewport()
    widths = screen.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths == [PHONE["width"], PHONE["width"]]
