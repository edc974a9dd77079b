"""Every command, button, form and view of the bot works on the page, in a real browser."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from runpy import run_path

import pytest
from playwright.sync_api import ConsoleMessage, Locator, expect

from bot.answers.asking.answering import WORDS
from bot.cli.demo import running_demo
from bot.cli.stage import Stage
from bot.clock import fixed_clock
from bot.workspace.seed.people import INGRID, MATEO, MAYA, NOUR, Person
from tests.walks.browser import MONDAY, Screen, find_chromium, running_browser
from tests.walks.new_rules import parts, rulebook

pytestmark = pytest.mark.browser

PAGE_OF_SURFACES = Path(__file__).parents[2] / "docs" / "surfaces_page.py"
BUTTONS: frozenset[str] = frozenset(run_path(str(PAGE_OF_SURFACES))["buttons_of_templates"]())

ANSWERS = frozenset({"message", "message_changed", "ephemeral", "modal", "home"})
"""What the page hears of when the bot has answered; its own calls are journalled, too."""

FIELDS = frozenset({
    "count", "day", "kind", "link", "managers", "name", "note", "rules_part_", "time", "weekday",
    "what", "zone",
})  # fmt: skip
"""Fields of forms: they are filled in, and do nothing by themselves."""

FORMS = frozenset({"dispute", "linkedin_enter", "log", "rules_upload", "setup"})
"""What opens a form, or what that form is called: it is filled in and sent."""

ELSEWHERE = frozenset({"home_turn", "team_page", "newest_again"})
"""What a team of eight does not get to see, in a workspace that takes all blocks."""

LAST = frozenset({"forget", "leave"})
"""What ends a story is pressed last."""

ARGUMENTS = {"plan": "75 by 31 Dec", "whatif": "posts+3", "log": "1 comment"}
"""What follows words that would open a form or ask back without it."""

OF_HOME = {"games_for_all", "home_turn", "newest_again", "preview", "smallest_team"}
"""What Home itself answers; all other answers to its buttons open over it."""


@dataclass
class Tour:
    """Somebody tries everything that is in sight, each kind of button once."""

    screen: Screen
    demo: Stage
    person: Person = MAYA
    pressed: set[str] = field(default_factory=set)

    def begin(self, person: Person, channel: str = "sales-social") -> None:
        """Go on as somebody, in a channel."""
        self.person = person
        self.screen.act_as(person)
        self.screen.open_channel(channel)

    def run(self, text: str) -> None:
        """Type a command, and press each new kind of button of its answer, and of theirs."""
        private = self.screen.find("ephemeral")
        number = private.count()
        self.answered(lambda: self.screen.write(text))
        expect(private).not_to_have_count(number)
        while number < private.count():
            self.press_all(private.nth(number))
            number += 1

    def look(self, tab: str) -> None:
        """Open the bot's Home or messages, and press each new kind of button there."""
        if tab == "home":
            self.answered(self.screen.find("app-home").click)
            self.screen.page.reload()  # what another person saw there is gone then
            home = self.screen.find("home-view")
            expect(home.locator("[data-action-id]").first).to_be_visible()
            self.press_all(home)
            return
        self.screen.open_direct_message()
        with_buttons = self.screen.find("message").filter(
            has=self.screen.page.locator("[data-action-id]")
        )
        expect(with_buttons.first).to_be_visible()
        for number in range(with_buttons.count()):
            self.press_all(with_buttons.nth(number))

    def press_all(self, place: Locator) -> None:
        """Press each new kind of button in a message, or on the Home."""
        expect(place).to_be_visible()
        while new := [
            each for each in _ids(place) if kind_of(each) not in self.pressed | FORMS | LAST
        ]:
            self.press(place, new[0])

    def press(self, place: Locator, action_id: str) -> None:
        """Press a button, or choose in a menu; say yes if asked, and close what opens."""
        control = place.locator(f'[data-action-id="{action_id}"]').first
        self.pressed.add(kind_of(action_id))

        def act() -> None:
            if control.get_attribute("role") == "combobox":
                self.choose_first(control)
            else:
                control.click()
            if self.screen.find("confirm").is_visible():
                self.screen.find("confirm").click()

        self.answered(act)
        self.drawn()
        opens = place.get_attribute("data-testid") == "home-view"
        if opens and kind_of(action_id) not in OF_HOME:
            with suppress(AssertionError):  # Home was drawn anew under the click: once more
                expect(self.modal).to_be_visible(timeout=4_000)
            if not self.modal.count():
                control.click()
            expect(self.modal).to_be_visible(timeout=10_000)
        if self.demo.workspace.views.stack(self.person.slack_id):
            self.close_modal()

    def close_modal(self) -> None:
        """Close the answer that is open, once it is there."""
        expect(self.modal).not_to_contain_text("One moment…")
        self.screen.find("modal-close").click()
        expect(self.modal).to_have_count(0)

    def choose_first(self, control: Locator) -> None:
        """Choose in a menu; one that the bot has drawn anew meanwhile is opened once more."""
        option = self.screen.page.get_by_role("option").first
        while not option.is_visible():
            control.click()
            self.screen.page.wait_for_timeout(200)
        option.click()

    def fill_in(self, act: Callable[[], None], *values: tuple[str, str]) -> None:
        """Open a form, write into its fields in order, each found by its label, and send it."""
        self.answered(act)
        for number, (label, value) in enumerate(values):
            same = sum(before == label for before, _ in values[:number])
            self.modal.get_by_label(label).nth(same).fill(value)
        self.drawn()
        self.answered(self.screen.find("modal-submit").click)
        expect(self.modal).to_have_count(0)

    def answered(self, act: Callable[[], object]) -> None:
        """Do something, and wait until the page hears of what the bot made of it."""
        journal = self.demo.workspace.journal
        before = journal.seq
        act()
        heard = journal.wait_for(
            lambda: any(change.type in ANSWERS for change in journal.since(before)), timeout=10
        )
        assert heard

    def drawn(self) -> None:
        """Nothing is replaced by a sentence that tells what the page cannot draw."""
        expect(self.screen.page.locator(".unknown")).to_have_count(0)

    @property
    def modal(self) -> Locator:
        """The form or answer that is open."""
        return self.screen.find("modal")


def _ids(place: Locator) -> list[str]:
    controls = place.locator("[data-action-id]")
    return list(controls.evaluate_all("all => all.map((control) => control.dataset.actionId)"))


def kind_of(action_id: str) -> str:
    """Tell the kind of a button: its id may go on with a place or a pillar."""
    return max((kind for kind in BUTTONS if f"{action_id}_".startswith(f"{kind}_")), key=len)


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
        yield Tour(Screen(page), demo)
        assert errors == []


def test_every_command_button_form_and_view(tour: Tour) -> None:
    a_member_tries_every_word(tour)
    a_member_fills_in_forms(tour)
    a_manager_looks_after_the_team(tour)
    a_member_is_asked_for_consent(tour)
    an_admin_sets_things_up(tour)
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
    tour.run("/ssi is that good for november")
    tour.run("/ssi I wrote 2 comments yesterday, please log them")
    tour.run("/ssi linkedin brand 18 people 15 insights 0 relationships 20")
    tour.look("home")


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
    tour.look("home")


def a_member_is_asked_for_consent(tour: Tour) -> None:
    tour.demo.bot.ticker.tick()
    tour.screen.act_as(MAYA)
    wish = tour.screen.find("message").filter(has_text="would like to see")
    tour.screen.open_direct_message()
    tour.press(wish, "consent_allow")
    tour.begin(MAYA)
    tour.run("/ssi privacy")
    tour.screen.open_direct_message()
    tour.press(wish, "consent_refuse")


def an_admin_sets_things_up(tour: Tour) -> None:
    tour.begin(MATEO, "general")
    tour.run("/ssi setup feedback")
    tour.look("home")
    tour.begin(MATEO, "general")
    for version in ("draft-1", "draft-2"):
        text = parts(rulebook(version, "2026-12-10"))
        labels = ("Rulebook", "Rulebook, continued", "Rulebook, continued", "Rulebook, continued")
        upload = zip(labels, text, strict=False)
        tour.fill_in(lambda: tour.screen.write("/ssi rules upload"), *upload)
    tour.look("messages")
    tour.pressed.add("rules_upload")


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
