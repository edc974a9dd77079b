"""Answers about what is logged by hand, and about what is missing or wrong, as examples."""

from bot.messages import contexts as c
from bot.messages.contexts.by_hand import PostShared
from scoring.model import Kind
from tests.bot.messages.samples import HOSTILE, TODAY, Makers, a_person

KINDS = tuple(kind for kind in Kind if not kind.is_state)


def _logged(rows: int) -> tuple[tuple[Kind, int], ...]:
    return tuple((KINDS[n % 10], n + 1) for n in range(max(rows, 1)))


def _disputed(number: int) -> c.Disputed:
    quantity = (number + 1) * (-1 if number % 2 else 1)
    return c.Disputed(number, a_person(number), KINDS[number % len(KINDS)], TODAY, quantity)


def _people(rows: int) -> tuple[str, ...]:
    return tuple(f"U{n:08}" for n in range(rows))


BY_HAND: Makers = {
    c.LogForm: lambda rows: c.LogForm(KINDS, TODAY, f"https://x{HOSTILE * rows}", TODAY),
    c.LogDoubt: lambda rows: c.LogDoubt(_logged(rows), TODAY, '{"seed": "1"}', TODAY),
    c.Logged: lambda rows: c.Logged(
        _logged(rows), TODAY, rows if rows % 5 else None, 600 if rows > 1 else None,
        684 if rows else None, TODAY, in_channel=rows == 1,
    ),
    PostShared: lambda rows: PostShared("U01", -rows),
    c.DisputeForm: lambda _: c.DisputeForm(KINDS, TODAY, TODAY),
    c.DisputeRaised: lambda rows: c.DisputeRaised(
        _disputed(rows), _people(rows), TODAY, _people(rows // 5)
    ),
    c.DisputeAsked: lambda rows: c.DisputeAsked(
        _disputed(rows), HOSTILE * 5 if rows else "", TODAY
    ),
    c.DisputeDecided: lambda rows: c.DisputeDecided(
        _disputed(rows), accepted=bool(rows % 2), by="U1" if rows else "", is_own=rows > 5,
        again=rows % 3 == 1, points=684 if rows else None, today=TODAY,
    ),
    c.Disputes: lambda rows: c.Disputes(
        tuple(_disputed(n) for n in range(rows)), tuple(_disputed(n) for n in range(rows // 2)),
        TODAY,
    ),
}  # fmt: skip
