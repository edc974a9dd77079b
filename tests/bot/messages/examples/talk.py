"""All that is said around answers, as examples."""

from bot.messages import contexts as c
from tests.bot.messages.examples.scores import an_own_score
from tests.bot.messages.samples import HOSTILE, Makers, some_names

TALK: Makers = {
    c.Home: lambda rows: c.Home(
        an_own_score(rows) if rows else c.NoData(None), some_names(rows), some_names(rows)
    ),
    c.Help: lambda rows: c.Help(is_manager=bool(rows), has_team=rows > 1),
    c.Unsure: lambda rows: c.Unsure(
        HOSTILE * (rows + 1), ("why_change", "score", "improve")[:rows]
    ),
    c.OutOfScope: lambda _: c.OutOfScope(),
    c.Thanks: lambda _: c.Thanks(),
    c.Greeting: lambda _: c.Greeting(),
    c.Problem: lambda rows: c.Problem(HOSTILE * (rows + 1), "a1b2c3d4" if rows else None),
}  # fmt: skip
