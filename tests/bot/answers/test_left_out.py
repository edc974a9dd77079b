"""What a file holds that is never stored is told of every file that can be read."""

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from bot.answers.data.left_out import ANY, LEFT_OUT
from bot.intake import formats
from bot.intake.importer import Importer
from bot.messages.languages import languages


def importers(of: type[Importer] = Importer) -> Iterator[type[Importer]]:
    for each in of.__subclasses__():
        yield each
        yield from importers(each)


def test_every_file_that_is_recognised_has_its_line() -> None:
    assert formats.FORMATS
    read = {
        each.name
        for each in importers()
        if each.__module__.startswith("bot.intake.") and "name" in vars(each)
    }
    assert read - set(LEFT_OUT) == set()


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_part_is_named_in_every_language(language: str) -> None:
    text = files("templates").joinpath(language, "_left_out.j2").read_text("utf-8")
    parts = {part for told in (*LEFT_OUT.values(), ANY) for part in told}
    assert parts - set(re.findall(r'"(\w+)": "', text)) == set()
