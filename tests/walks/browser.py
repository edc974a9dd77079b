"""The demo in a real browser: a Chromium of this machine, and what a person does on the page."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bot.workspace.seed.people import Person

MONDAY = datetime(2026, 11, 23, 8, 12, tzinfo=UTC)
"""A quarter past nine in the morning of a digest, where the demo's team is."""

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str | None:
    """Find a Chromium that is installed here."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def running_browser(path: str) -> Iterator[Browser]:
    """Run a Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@dataclass(frozen=True, slots=True)
class Screen:
    """The page as a person uses it; each step waits until the page has followed."""

    page: Page

    def act_as(self, person: Person) -> None:
        """Choose somebody in the menu *Act as*."""
        self.find("act-as").click()
        self.find(f"act-as-{person.slack_id}").click()
        expect(self.find("act-as")).to_contain_text(person.name)

    def open_channel(self, name: str) -> None:
        """Choose a channel in the sidebar."""
        self.find(f"channel-{name}").click()
        expect(self.page.get_by_label(f"Message #{name}")).to_be_visible()

    def open_direct_message(self) -> None:
        """Choose the bot in the sidebar."""
        self.find("dm-openssi").click()
        expect(self.page.get_by_label("Message OpenSSI")).to_be_visible()

    def write(self, text: str) -> None:
        """Type a message or a command, key by key, and send it."""
        self.find("composer").press_sequentially(text)
        self.find("composer").press("Enter")

    def reply(self, message: Locator, text: str) -> None:
        """Open the thread of a message, and answer there."""
        message.hover()
        message.get_by_label("Reply in thread").click()
        self.find("thread-composer").press_sequentially(text)
        self.find("thread-composer").press("Enter")

    def press(self, place: Locator, action_id: str) -> None:
        """Click a button of the bot."""
        place.locator(f'[data-action-id="{action_id}"]').click()

    def find(self, test_id: str) -> Locator:
        """Find a part of the page."""
        return self.page.get_by_test_id(test_id)
