"""All that an agent shows around its answers, as examples."""

from bot.messages.contexts import Why
from bot.messages.contexts.agent import (
    About,
    FeedbackLine,
    FeedbackReport,
    FeedbackRow,
    FeedbackTaken,
    Offer,
    Prompts,
    Rated,
    Working,
)
from bot.messages.presses import Rating
from bot.understanding import Intent
from tests.bot.messages.examples.scores import SCORES
from tests.bot.messages.samples import HOSTILE, TODAY, Makers

INTENTS = tuple(Intent)
RATINGS = tuple(Rating("why_change", named_days=True, good=good).encode() for good in (True, False))


def offers(rows: int) -> tuple[Offer, ...]:
    abouts = tuple(About)
    return tuple(
        Offer(abouts[n % len(abouts)], 31 * (-1) ** n, bool(n % 2), TODAY, HOSTILE)
        for n in range(min(rows, 4))
    )


AGENT: Makers = {
    Prompts: lambda rows: Prompts(TODAY, offers(rows), is_new=not rows),
    Working: lambda _: Working(),
    Rated: lambda rows: Rated(SCORES[Why](rows), *RATINGS),
    FeedbackTaken: lambda rows: FeedbackTaken(good=bool(rows)),
    FeedbackReport: lambda rows: FeedbackReport(
        FeedbackLine(28, rows, rows // 2),
        tuple(
            FeedbackRow(INTENTS[n].value if n < len(INTENTS) else HOSTILE, n, n + 1, n % 3)
            for n in range(rows)
        ),
    ),
}  # fmt: skip
