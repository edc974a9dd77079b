"""What went with outcomes, and the API's tokens, as examples."""

from bot.messages.contexts.api import TokenForm, TokenLine, TokenMade
from bot.messages.contexts.outcomes import EventfulShare, OutcomeLine, TeamOutcomes
from scoring.model import Kind
from tests.bot.messages.samples import HOSTILE, TODAY, Makers

KINDS = tuple(kind for kind in Kind if kind.is_outcome)


def a_line(signal: str, number: int) -> OutcomeLine:
    shares = EventfulShare(number, 90, 40, 30, 50), EventfulShare(9, 90, 10, 5, 18)
    return OutcomeLine(signal, *(shares if number % 2 else shares[::-1]))


def an_impact(rows: int) -> TeamOutcomes:
    lines = tuple(a_line(f"{HOSTILE}{n}" if n else "comments", n) for n in range(rows))
    return TeamOutcomes(
        team=HOSTILE,
        first=TODAY if rows else None,
        last=TODAY,
        outcomes=tuple((kind, rows) for kind in KINDS) if rows else (),
        members=rows,
        weeks=rows,
        eventful=rows,
        least=(5, 12, 20),
        enough=rows > 4,
        clear=lines[: rows // 2] if rows > 4 else (),
        unclear=lines[rows // 2 :] if rows > 4 else (),
    )


def some_tokens(rows: int, *, revoked: bool = False) -> tuple[TokenLine, ...]:
    return tuple(
        TokenLine(
            number=number,
            name=HOSTILE[:40],
            may_write=number % 3 != 1,
            may_read=number % 3 != 0,
            by=f"U{number:08}" if number % 2 else "",
            made=TODAY,
            last_used=TODAY if number % 2 else None,
            revoked=TODAY if revoked else None,
            revoked_by="U00000001" if revoked and number % 2 else "",
        )
        for number in range(rows)
    )


OUTCOMES: Makers = {
    TeamOutcomes: an_impact,
    TokenForm: lambda _: TokenForm(),
    TokenMade: lambda rows: TokenMade(
        HOSTILE[:40], "ssi_1_1_" + "0" * 64, ("write", "read", "both")[rows % 3]
    ),
}
