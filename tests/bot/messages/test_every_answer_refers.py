"""Whatever tells a score carries the reference by which it can be computed again."""

from dataclasses import fields

from tests.bot.messages.conftest import MAKERS

FIGURES = {"points", "average", "before", "mine", "change"}
ACTS = {"DisputeDecided", "Imported", "Kudos", "Logged", "RulesForYou", "Undone"}
"""These tell what an act did to a score; the answers that they lead to carry the reference."""


def test_every_answer_with_a_score_has_a_reference() -> None:
    names = {made.__name__: {field.name for field in fields(made)} for made in MAKERS}
    without = {made for made, has in names.items() if has & FIGURES and "reference" not in has}

    assert without == ACTS
