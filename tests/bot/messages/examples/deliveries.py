"""The admins' view of deliveries, as examples."""

from datetime import timedelta

from bot.answers.upkeep.owed import KINDS
from bot.messages.contexts.deliveries import Deliveries, DeliveryLine, NextDigest
from tests.bot.messages.samples import HOSTILE, NOW, TODAY, Makers, some_names

STATES = ("failed", "unknown", "in_doubt", "late")
ERRORS = (
    "not_in_channel", "unverified:missing_scope", "is_archived", "channel_not_found",
    "restricted_action", "unverified:no_answer", "missing_scope", "token_revoked",
    "brand_new_error",
)  # fmt: skip
A_PAGE = 5


def some_lines(rows: int) -> tuple[DeliveryLine, ...]:
    return tuple(
        DeliveryLine(
            kind=KINDS[n % len(KINDS)],
            team=HOSTILE if n % 3 else None,
            channel_id="C00NORTH1" if n % 3 else None,
            due=NOW - timedelta(days=n % 7),
            state=STATES[n % len(STATES)],
            since=NOW if n % len(STATES) > 1 else None,
            error=None if n % len(STATES) == 2 else ERRORS[n // 2 % len(ERRORS)],
            again=None if n % 2 else f'["digest", "2026-W47", "C00NORTH1", {n}, 1]',
        )
        for n in range(rows)
    )


def an_overview(rows: int) -> Deliveries:
    pages = max(1, -(-rows // A_PAGE))
    return Deliveries(
        days=7,
        counts={"sent": rows, "failed": rows // 2, "ready": rows // 3} if rows else {},
        lines=some_lines(rows)[-(rows - (pages - 1) * A_PAGE) :] if rows else (),
        found=rows,
        page=pages,
        pages=pages,
        next=tuple(NextDigest(HOSTILE, TODAY, 9 * 60, "Europe/Berlin") for _ in range(rows)),
        stopped=some_names(rows),
        posts_in_doubt=rows > 1,
        late_days=1 + rows % 6,
        today=TODAY,
        pressed=(None, "again", "already")[rows % 3],
    )


DELIVERIES: Makers = {Deliveries: an_overview}
