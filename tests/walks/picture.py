"""Makes the README's picture of the demo: `uv run python -m tests.walks.picture`."""

import sys
from pathlib import Path

from playwright.sync_api import expect

from bot.cli.demo import running_demo
from bot.clock import fixed_clock
from tests.walks.browser import MONDAY, Screen, find_chromium, running_browser

PICTURE = Path(__file__).parents[2] / "docs" / "images" / "demo.png"


def draw(chromium: str) -> None:
    """Let Maya ask in a thread why she fell, beside the week's board, and take the picture."""
    with running_demo(fixed_clock(MONDAY)) as stage, running_browser(chromium) as browser:
        page = browser.new_page(
            viewport={"width": 1280, "height": 1160}, device_scale_factor=1.25, color_scheme="light"
        )
        page.clock.set_fixed_time(MONDAY)
        page.goto(stage.server.url)
        page.get_by_label("Dismiss").click()
        screen = Screen(page)
        question = screen.find("message").filter(has_text="What am I missing?")
        screen.reply(question, "@OpenSSI why did my score drop since last Monday?")
        expect(screen.find("ephemeral")).to_contain_text("Back to")
        page.get_by_role("button", name="Latest messages").click()
        page.mouse.move(0, 0)
        page.screenshot(path=PICTURE, animations="disabled", caret="hide")


if __name__ == "__main__":
    found = find_chromium()
    if found is None:
        sys.exit("No Chromium was found here; Debian's package is called chromium.")
    draw(found)
