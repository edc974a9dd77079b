"""Matching: a person says once which columns of a file are what, or whose its seats are."""

import json
from collections.abc import Mapping
from datetime import date

from bot.answers.asker import Asker
from bot.answers.data.whose import seat_key
from bot.answers.desk import Desk
from bot.answers.upkeep.settings import require_admin
from bot.errors import BadInput, NotFound
from bot.intake import ColumnMapping, Field, Unmapped
from bot.messages.contexts.importing import ColumnsForm, SeatsForm
from bot.storage.tables import FileImport
from bot.storage.times import from_day

Days = tuple[date, date]

SEATS_AT_ONCE = 20
"""So many seats are asked for in one form; the preview then offers the rest."""

NOTHING = "There is nothing to match any more. Send me the file again."


def known_columns(desk: Desk, period: Days | None = None) -> list[ColumnMapping]:
    """Give what is known of files' columns; for one file with the days that it tells of."""
    return [
        ColumnMapping(
            each.format,
            each.headers,
            parts["columns"],
            parts["dates"],
            period,
        )
        for each in desk.store.matching.columns(desk.workspace_id)
        for parts in (json.loads(each.columns),)
    ]


def days_of(file: FileImport) -> Days | None:
    """Give the days that a person said a file tells of."""
    if file.first_day is None or file.last_day is None:
        return None
    return from_day(file.first_day), from_day(file.last_day)


def as_json(question: Unmapped) -> str:
    """Write which columns are to be matched, to ask it later."""
    return json.dumps(
        {
            "format": question.format,
            "headers": question.headers,
            "fields": [[each.name, each.required] for each in question.fields],
            "suggestions": dict(question.suggestions),
            "any_of": sorted(question.any_of),
            "needs_period": question.needs_period,
        }
    )


def from_json(text: str) -> Unmapped:
    """Read what ``as_json`` wrote."""
    parts = json.loads(text)
    return Unmapped(
        format=parts["format"],
        headers=tuple(parts["headers"]),
        fields=tuple(Field(name, required) for name, required in parts["fields"]),
        suggestions=parts["suggestions"],
        any_of=frozenset(parts["any_of"]),
        needs_period=parts["needs_period"],
    )


def columns_form(
    desk: Desk, asker: Asker, question: Unmapped, file: FileImport | None, place: str
) -> ColumnsForm:
    """Fill the form that asks which columns are which; of a file of which not known when, that.

    Raises:
        NotAllowed: the asker is no admin: what is said holds for everybody's files.
    """
    require_admin(asker)
    return ColumnsForm(
        format=question.format,
        headers=question.headers,
        fields=tuple((each.name, each.required) for each in question.fields),
        suggestions=tuple(question.suggestions.items()),
        needs_days=question.needs_period and file is not None,
        today=desk.today(desk.workspace.zone),
        place=place,
    )


def seats_form(desk: Desk, asker: Asker, number: int, place: str) -> SeatsForm:
    """Fill the form that asks whose seats are.

    Raises:
        NotAllowed: the asker is no admin.
        NotFound: there is nothing to ask.
    """
    require_admin(asker)
    seats = seats_of(desk, number)
    if not seats:
        raise NotFound(NOTHING)
    return SeatsForm(seats[:SEATS_AT_ONCE], max(0, len(seats) - SEATS_AT_ONCE), place)


def seats_of(desk: Desk, number: int) -> tuple[str, ...]:
    """Give the seats of a brought-in file of which nobody knows whose they are."""
    file = desk.store.imports.get(desk.workspace_id, number)
    return tuple(json.loads(file.unmatched)) if file and file.unmatched else ()


def question_of(desk: Desk, number: int) -> Unmapped:
    """Give which columns of a brought-in file a person may match.

    Raises:
        NotFound: the file is not here any more, or nothing is to be asked.
    """
    file = desk.store.imports.get(desk.workspace_id, number)
    if file is None or file.question is None:
        raise NotFound(NOTHING)
    return from_json(file.question)


def match_columns(  # noqa: PLR0913 - a form has as many fields
    desk: Desk,
    asker: Asker,
    question: Unmapped,
    columns: Mapping[str, str],
    *,
    dates: str,
    days: tuple[str, str] | None,
) -> Days | None:
    """Remember what the columns of files like one are, and give the days that it tells of.

    ``days`` are the first and the last as ISO writes them, blank where nothing was said, and None
    where they were not asked for.

    Raises:
        NotAllowed: the asker is no admin.
        BadInput: a needed column is missing, chosen twice, or the days are no range.
    """
    require_admin(asker)
    period = _period(question, columns, days)
    mapping = question.mapped(columns, dates=dates.strip(), period=period)
    desk.store.matching.remember_columns(
        desk.workspace_id,
        mapping.fingerprint,
        format_=mapping.format,
        columns=json.dumps({"columns": dict(mapping.columns), "dates": mapping.dates}),
        by=asker.slack_id,
        now=desk.now,
    )
    return period


def match_seats(desk: Desk, asker: Asker, people: Mapping[str, str | None]) -> None:
    """Remember whose seats are, by Slack id; a seat of which nothing is said stays unmatched.

    Raises:
        NotAllowed: the asker is no admin.
        BadInput: somebody is no member.
    """
    require_admin(asker)
    seats = {}
    for seat, slack_id in people.items():
        if not slack_id:
            continue
        member = desk.store.members.by_slack_id(desk.workspace_id, slack_id)
        if member is None:
            raise BadInput(
                f"<@{slack_id}> is no member here yet. They join a team first, or write to me."
            )
        seats[seat_key(seat)] = member.member_id
    desk.store.matching.remember_seats(desk.workspace_id, seats)


def _period(
    question: Unmapped, columns: Mapping[str, str], days: tuple[str, str] | None
) -> Days | None:
    """Read the days of which a file tells, where no column does."""
    if (
        days is None
        or not question.needs_period
        or (columns.get("first_day") and columns.get("last_day"))
    ):
        return None
    if not all(days):
        raise BadInput("Say of which days the file tells: the first and the last.")
    first, last = map(date.fromisoformat, days)
    if last < first:
        raise BadInput("The last day is before the first.")
    return first, last
