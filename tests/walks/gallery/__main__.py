"""Takes the gallery's pictures: `uv run python -m tests.walks.gallery`."""

import sys
from contextlib import ExitStack

from bot.cli.demo import running_demo
from bot.cli.stage import Stage
from bot.clock import fixed_clock
from bot.messages.contexts import Context
from tests.walks.browser import MONDAY, find_chromium, running_browser
from tests.walks.gallery.index import GALLERY, PAGE, index
from tests.walks.gallery.palette import small
from tests.walks.gallery.scene import Scene, Seeded, made, prepare
from tests.walks.gallery.scenes import SCENES, THEMES, picture_name
from tests.walks.gallery.studio import Window, clear, go_to, part, show, window

DESK = 1020
"""So wide is a window whose messages are as wide as Slack's."""

PHONE = 390


def draw(chromium: str, only: set[str]) -> None:
    """Take the pictures of all scenes, or only of those that are named, and write the page."""
    GALLERY.mkdir(exist_ok=True)
    with (
        running_demo(fixed_clock(MONDAY)) as stage,
        running_browser(chromium) as browser,
        ExitStack() as open_windows,
    ):
        seeded = Seeded(stage)
        prepare(seeded)
        windows = [
            open_windows.enter_context(window(browser, stage.server.url, theme, width))
            for width in (DESK, PHONE)
            for theme in THEMES
        ]
        for scene in SCENES:
            context = made(scene, seeded)
            if not only or scene.name in only:
                take(scene, context, windows, stage)
    PAGE.write_text(index(), "utf-8")


def take(scene: Scene, context: Context, windows: list[Window], stage: Stage) -> None:
    """Show a scene in all windows that it is for, and take a picture of each."""
    audience = [each for each in windows if scene.on_phone or not each.is_phone]
    for each in audience:
        go_to(each, stage.workspace, scene)
    ts = show(stage.workspace, scene, context)
    for each in audience:
        name = picture_name(scene, each.theme, on_phone=each.is_phone)
        picture = part(each, scene, ts).screenshot(animations="disabled", caret="hide")
        (GALLERY / name).write_bytes(small(each.page, picture))
    clear(stage.workspace, scene, ts)


if __name__ == "__main__":
    found = find_chromium()
    if found is None:
        sys.exit("No Chromium was found here; Debian's package is called chromium.")
    draw(found, set(sys.argv[1:]))
