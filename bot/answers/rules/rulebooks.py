"""Which rulebooks a workspace has: those that travel with the product, and its own ones."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from bot.storage import Store
from scoring.rulebook import Rulebook, in_force, shipped

KEPT_PARSED = 256
"""So many texts stay parsed; a text names its rulebook as well as its digest does."""


def rulebooks_of(store: Store, workspace_id: int) -> tuple[Rulebook, ...]:
    """Give the rulebooks that score a workspace's days, oldest first, with its own efforts."""
    efforts = store.efforts.all(workspace_id)
    published = published_rulebooks(store, workspace_id)
    return tuple(_with_efforts(book, efforts) for book in published) if efforts else published


def published_rulebooks(store: Store, workspace_id: int) -> tuple[Rulebook, ...]:
    """Give the rulebooks that score a workspace's days as they were published, oldest first.

    From the day that the first of its own takes effect, only its own ones count.
    """
    own = own_rulebooks(store, workspace_id)
    if not own:
        return shipped()
    return (*(book for book in shipped() if book.effective < own[0].effective), *own)


def own_rulebooks(store: Store, workspace_id: int) -> tuple[Rulebook, ...]:
    """Give the rulebooks that a workspace has published itself, oldest first."""
    return tuple(parsed(row.text) for row in store.rulebooks.all(workspace_id))


@lru_cache(maxsize=KEPT_PARSED)
def parsed(text: str) -> Rulebook:
    """Read a rulebook's text, once for all who ask.

    Raises:
        RulebookError: the text is no sound rulebook; the sentence names the line.
    """
    return Rulebook.parse(text)


def before(rulebooks: Sequence[Rulebook], rulebook: Rulebook) -> Rulebook | None:
    """Give the rulebook that another one follows; none goes before the first."""
    former = in_force(rulebooks, rulebook.effective - timedelta(days=1))
    return None if former.effective >= rulebook.effective else former


def upcoming(rulebooks: Sequence[Rulebook], today: date) -> tuple[Rulebook, ...]:
    """Give the rulebooks that are known and not in force yet, the next one first."""
    later = (book for book in rulebooks if book.effective > today)
    return tuple(sorted(later, key=lambda book: book.effective))


def _with_efforts(rulebook: Rulebook, efforts: Mapping[str, int]) -> Rulebook:
    """Let signals that one works on take a workspace's own minutes; no score depends on them."""
    return replace(
        rulebook,
        signals=tuple(
            replace(signal, effort=efforts[signal.name])
            if signal.effort is not None and signal.name in efforts
            else signal
            for signal in rulebook.signals
        ),
    )
