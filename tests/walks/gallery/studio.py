"""Shows a scene on the demo's page, and takes its picture."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import get_args

from playwright.sync_api import Browser, Locator, Page, Route, expect

from bot.cli.demo import TEAM_CHANNEL_ID
from bot.messages import contexts as c
from bot.messages.contexts.agent import Prompts
from bot.messages.render import (
    Form,
    Home,
    Message,
    Waiting,
    render,
    render_answer,
    render_prompts,
    render_view,
)
from bot.workspace import Message as Posted
from bot.workspace import Workspace
from tests.walks.browser import MONDAY
from tests.walks.gallery.scene import Place, Scene

FORMS = (*get_args(Form), Waiting)
TALLEST = 3000
"""So high is the window that no message is cut."""

SHARPNESS = 1.25
NO_FRAME = (
    "*, *::before, *::after { transition: none !important; animation: none !important }"
    ".toolbar, .notices, .stream-latest { display: none !important }"
    ".dialog { max-height: none !important } .composer { padding-top: 12px !important }"
)
THREAD = "1.000000"


@dataclass(frozen=True, slots=True)
class Window:
    """A window of the browser, as wide as Slack on a desk or a phone, in one of the themes."""

    page: Page
    address: str
    theme: str
    is_phone: bool


@contextmanager
def window(browser: Browser, address: str, theme: str, width: int) -> Iterator[Window]:
    """Open a window on the demo's page."""
    context = browser.new_context(
        viewport={"width": width, "height": TALLEST},
        device_scale_factor=SHARPNESS,
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
        bypass_csp=True,
    )
    page = context.new_page()
    page.clock.set_fixed_time(MONDAY)
    page.route("**/page/home", _unheard)
    page.goto(address)
    page.add_style_tag(content=NO_FRAME)
    yield Window(page, address, theme, is_phone=width < 640)
    context.close()


def _unheard(route: Route) -> None:
    """Tell the bot of no opened tab: what it would show then is shown by the scenes."""
    if route.request.method == "POST":
        route.fulfill(json={"ok": True})
    else:
        route.continue_()


def show(workspace: Workspace, scene: Scene, context: c.Context) -> str:
    """Put a scene into the workspace; give the ts of its message, if it is one."""
    reader = scene.reader.slack_id
    direct = workspace.direct_channel(reader).id
    match scene.place:
        case Place.HOME if isinstance(context, Home):
            workspace.views.publish(reader, dict(render_view(context)))
        case Place.PROMPTS if isinstance(context, Prompts):
            workspace.assistant[f"{direct}/", "prompts"] = render_prompts(context)[1]
            workspace.journal.note("message", channel=direct)
        case Place.STATUS:
            workspace.assistant[f"{direct}/{THREAD}", "status"] = render(context).text
            workspace.journal.note("typing", channel=direct, ts=THREAD)
        case Place.MODAL:
            is_form = isinstance(context, FORMS)
            view = render_view(context) if is_form else render_answer(context)
            workspace.views.open(reader, dict(view))
        case _:
            return _post(workspace, scene, render(context))
    return ""


def _post(workspace: Workspace, scene: Scene, message: Message) -> str:
    reader = scene.reader.slack_id
    is_direct = scene.place is Place.DIRECT
    posted = Posted(
        ts=workspace.next_ts(MONDAY),
        channel=workspace.direct_channel(reader).id if is_direct else TEAM_CHANNEL_ID,
        user=workspace.bot.user_id,
        text=message.text,
        blocks=tuple({"block_id": f"b{n}", **block} for n, block in enumerate(message.blocks)),
        bot_id=workspace.bot.bot_id,
        visible_to=reader if scene.place is Place.PRIVATE else None,
    )
    workspace.keep_message(posted)
    return posted.ts


def clear(workspace: Workspace, scene: Scene, ts: str) -> None:
    """Take a scene away again."""
    workspace.views.clear(scene.reader.slack_id)
    workspace.assistant.clear()
    for channel in workspace.channels:
        if ts and (message := workspace.message(channel, ts)):
            workspace.drop_message(message)


def go_to(view: Window, workspace: Workspace, scene: Scene) -> None:
    """Open the place where a scene will be, as its reader."""
    reader = scene.reader.slack_id
    place = f"#as={reader}&channel={TEAM_CHANNEL_ID}"
    if scene.place not in {Place.PRIVATE, Place.CHANNEL, Place.MODAL}:
        place = f"#as={reader}&channel={workspace.direct_channel(reader).id}"
    if scene.place is Place.HOME:
        place += "&tab=home"
    view.page.evaluate("place => { window.location.hash = place }", place)
    view.page.mouse.move(0, 0)
    if not view.is_phone:
        expect(view.page.get_by_test_id("act-as")).to_contain_text(scene.reader.name)


def part(view: Window, scene: Scene, ts: str) -> Locator:
    """Find what the picture is of."""
    page = view.page
    match scene.place:
        case Place.MODAL:
            return page.get_by_test_id("modal")
        case Place.HOME:
            return page.locator(".home-column")
        case Place.PROMPTS | Place.STATUS:
            return page.locator("#conversation .composer")
        case _:
            return page.locator(f'[data-ts="{ts}"]')
