"""What was asked already: within one state of the database, the same question has one answer."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast

from bot.storage.database import Database


class _Subject(Protocol):
    """One of the store's subjects."""

    _database: Database


Subject = TypeVar("Subject", bound=_Subject)
Given = ParamSpec("Given")
Found = TypeVar("Found")


def once_a_state(
    query: Callable[Concatenate[Subject, Given], Found],
) -> Callable[Concatenate[Subject, Given], Found]:
    """Let a query tell again what it found, where the same is asked within one state.

    Parts of an answer need the same and know nothing of each other. Outside of
    `Database.one_state`, and after somebody wrote within, the database is asked anew. The query
    only reads, what it is given is hashable, and nobody changes what it gives.
    """

    @wraps(query)
    def answer(self: Subject, /, *args: Given.args, **kwargs: Given.kwargs) -> Found:
        found = self._database.found
        if found is None:
            return query(self, *args, **kwargs)
        asked = (query, args, *kwargs.items())
        if asked not in found:
            found[asked] = query(self, *args, **kwargs)
        return cast("Found", found[asked])

    return answer
