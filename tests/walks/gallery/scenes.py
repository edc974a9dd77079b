"""All scenes of the gallery, in the order of its table, and what their pictures are called."""

from collections.abc import Iterator

from tests.walks.gallery.of_data import DATA
from tests.walks.gallery.of_imports import IMPORTS
from tests.walks.gallery.of_scores import SCORES
from tests.walks.gallery.of_talk import TALK
from tests.walks.gallery.of_teams import TEAMS
from tests.walks.gallery.scene import Scene

THEMES = ("light", "dark")
SCENES: tuple[Scene, ...] = (*SCORES, *TEAMS, *DATA, *IMPORTS, *TALK)


def picture_name(scene: Scene, theme: str, *, on_phone: bool = False) -> str:
    """Name the file of a scene's picture."""
    return f"{scene.name}.{'phone.' if on_phone else ''}{theme}.png"


def picture_names() -> Iterator[str]:
    """Name the files of all pictures."""
    for scene in SCENES:
        for theme in THEMES:
            yield picture_name(scene, theme)
            if scene.on_phone:
                yield picture_name(scene, theme, on_phone=True)
