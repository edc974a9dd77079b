"""Every message and view has its pictures, light and dark, and its row in the gallery's page."""

from typing import get_args

from bot.messages.contexts import Context
from tests.walks.gallery.index import GALLERY, PAGE, index
from tests.walks.gallery.scenes import SCENES, picture_names

MOST_BYTES = 6_000_000


def test_every_message_and_view_has_a_scene() -> None:
    shown = {scene.shows for scene in SCENES}

    assert set(get_args(Context)) - shown == set()
    assert len({scene.name for scene in SCENES}) == len(SCENES)


def test_every_scene_has_its_pictures_and_no_picture_is_left_over() -> None:
    there = {path.name for path in GALLERY.glob("*.png")}

    assert there == set(picture_names()), "run `uv run python -m tests.walks.gallery`"
    assert sum(path.stat().st_size for path in GALLERY.glob("*.png")) < MOST_BYTES


def test_the_page_is_what_the_scenes_make() -> None:
    assert PAGE.read_text("utf-8") == index(), "run `uv run python -m tests.walks.gallery`"
