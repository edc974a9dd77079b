"""Writes the gallery's page: a row for each scene, with its two pictures."""

from collections.abc import Iterator
from pathlib import Path

from bot.messages.render import template_name
from tests.walks.gallery.scene import Scene
from tests.walks.gallery.scenes import SCENES, THEMES, picture_name

GALLERY = Path(__file__).parents[3] / "docs" / "gallery"
PAGE = GALLERY / "README.md"

HEAD = """# Gallery

Every message and view, as the local workspace shows it to the people of `ssi demo`, in light and in
dark. Slack's own look differs a little; the words, tables and buttons are the same.

This page and its pictures are made by `uv run python -m tests.walks.gallery`; with names after
it, such as `me why`, only those are taken anew. A test tells when a message has no picture.
"""

HEADING = ("| message | when it comes | template | light | dark |", "|---|---|---|---|---|")


def index() -> str:
    """Write the whole page."""
    return "\n".join((HEAD, *_table(SCENES), "", *_phones())) + "\n"


def _table(scenes: tuple[Scene, ...]) -> Iterator[str]:
    yield from HEADING
    for scene in scenes:
        template = template_name(scene.shows)
        yield _row(
            f"`{scene.shows.__name__}`",
            f"{scene.when} ({scene.place})",
            f"[{template}](../../templates/en/{template})",
            *(_picture(scene, theme) for theme in THEMES),
        )


def _phones() -> Iterator[str]:
    yield from ("## On a phone", "", "| message | light | dark |", "|---|---|---|")
    for scene in SCENES:
        if scene.on_phone:
            pictures = (_picture(scene, theme, on_phone=True) for theme in THEMES)
            yield _row(f"`{scene.shows.__name__}`", *pictures)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _picture(scene: Scene, theme: str, *, on_phone: bool = False) -> str:
    name = picture_name(scene, theme, on_phone=on_phone)
    words = f"{scene.shows.__name__}, {theme}{', on a phone' if on_phone else ''}"
    return f'<img src="{name}" alt="{words}" width="{300 if on_phone else 420}">'
