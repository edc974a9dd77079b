"""All that is said around answers, as examples."""

from bot.messages import contexts as c
from scoring.model import Pillar
from tests.bot.messages.examples.scores import SCORES
from tests.bot.messages.samples import HOSTILE, TODAY, Makers, a_signal


def _echoed(rows: int) -> c.Echoed:
    return c.Echoed(
        answer=SCORES[c.Why](rows),
        days=(TODAY, TODAY) if rows % 2 else None,
        pillar=Pillar.BRAND if rows else None,
        signal=a_signal(rows) if rows % 5 else None,
        days_left_out=rows > 1,
        left_out=(Pillar.INSIGHTS, a_signal(rows))[: rows % 3],
        today=TODAY,
    )


TALK: Makers = {
    c.Help: lambda rows: c.Help(is_manager=bool(rows), has_team=rows > 1),
    c.CommandHelp: lambda rows: c.CommandHelp("plan" if rows else "me"),
    c.DidYouMean: lambda rows: c.DidYouMean(HOSTILE * (rows + 1), "board"),
    c.Echoed: _echoed,
    c.Unsure: lambda rows: c.Unsure(
        HOSTILE * (rows + 1), ("why_change", "score", "improve")[:rows]
    ),
    c.OutOfScope: lambda _: c.OutOfScope(),
    c.Thanks: lambda _: c.Thanks(),
    c.Greeting: lambda _: c.Greeting(),
    c.Problem: lambda rows: c.Problem(HOSTILE * (rows + 1), "a1b2c3d4" if rows else None),
}  # fmt: skip
