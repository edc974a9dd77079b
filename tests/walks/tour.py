"""Somebody who tries everything that is in sight on the page, each kind of button once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from runpy import run_path

from playwright.sync_api import Locator, expect

from bot.cli.stage import Stage
from bot.workspace.seed.people import MAYA, Person
from tests.walks.browser import Screen
from tests.walks.settling import settle

PAGE_OF_SURFACES = Path(__file__).parents[2] / "docs" / "surfaces_page.py"
BUTTONS: frozenset[str] = frozenset(run_path(str(PAGE_OF_SURFACES))["buttons_of_templates"]())

FORMS = frozenset({"admit", "dispute", "linkedin_enter", "log", "rules_upload", "setup"})
"""What opens a form, or what that form is called: it is filled in and sent."""

LAST = frozenset({"forget", "leave"})
"""What ends a story is pressed last."""

ROUNDS = 2
"""An answer may put one more to the workers; no answer puts two behind each other."""


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

    def look_home(self) -> None:
        """Open the bot's Home, and press each new kind of button there."""
        self.answered(self.screen.find("app-home").click)
        self.answered(self.screen.page.reload)  # what another person saw there is gone then
        home = self.screen.find("home-view")
        expect(home.locator("[data-action-id]").first).to_be_visible()
        self.press_all(home)

    def look_at_messages(self) -> None:
        """Open the bot's direct messages, and press each new kind of button there."""
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
                control.click()
                self.screen.page.get_by_role("option").first.click()
            else:
                control.click()
            if self.screen.find("confirm").is_visible():
                self.screen.find("confirm").click()

        self.answered(act)
        self.drawn()
        if self.demo.workspace.views.stack(self.person.slack_id):
            self.close_modal()

    def close_modal(self) -> None:
        """Close the answer that is open, once it is there."""
        self.screen.find("modal-close").click()
        expect(self.modal).to_have_count(0)

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
        """Do something that the bot hears of, and wait until all that it made of it is drawn."""
        workspace = self.demo.workspace
        before = max((one.n for one in workspace.traffic.entries()), default=0)

        def heard() -> bool:
            return any(one.direction == "to_bot" for one in workspace.traffic.entries(before))

        act()
        assert workspace.journal.wait_for(heard, timeout=10)
        self.settle()

    def settle(self) -> None:
        """Wait until the bot has nothing under way, and the page has drawn what is known."""
        self.demo.server.wait_for_events()
        for _ in range(ROUNDS):
            settle(self.demo.bot.workers)
        journal = self.demo.workspace.journal
        journal.note("settled")
        self.screen.page.wait_for_function(
            "(seq) => Number(document.documentElement.dataset.seq) >= seq", arg=journal.seq
        )

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
