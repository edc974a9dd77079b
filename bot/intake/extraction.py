"""Reading one file with the importer made for it, or setting it aside and saying how it differs."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from bot.activity import PackedActivities
from bot.intake.archive import Member, OnRead, unheard
from bot.intake.date_forms import written_form
from bot.intake.drift import Drift, Survey, are_headers, shape, shown_file, shown_header
from bot.intake.importer import Context, Importer, TeamImporter
from bot.intake.mapping import ColumnMapping, fitting, unmapped
from bot.intake.model import BadFile, BadRow, Extract, RowError, UnknownForm
from bot.intake.table import (
    Columns,
    Drifted,
    Row,
    find_names,
    read_cells,
    read_opening,
    read_table,
)

_REFUSALS_KEPT: Final = 1_000
_SUBJECT_CHARACTERS: Final = 100
_SUBJECTS_MOST: Final = 10_000
_FORMS_SHOWN: Final = 3
_FORMS_KEPT: Final = 1_000


@dataclass(slots=True)
class _Gathered:
    """What has been read of one member so far."""

    subject: str | None
    importer: Importer
    activities: PackedActivities = field(default_factory=PackedActivities)
    refused: list[RowError] = field(default_factory=list)
    rows: int = 0
    refusals: int = 0


class _Harvest:
    """What all rows of a file give, those of each member apart, however many rows there are."""

    def __init__(self, make: type[Importer], context: Context) -> None:
        self._make = make
        self._context = context
        self._whose = make.subject if issubclass(make, TeamImporter) else None
        self._nobodys = _Gathered(None, make(context))
        self._found: dict[str, _Gathered] = {}
        self._refusals_kept = 0
        self._strange: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, row: Row | RowError) -> None:
        """Take a row, wholly or not at all.

        Raises:
            BadFile: There are more members than any workspace has.
        """
        each = self._nobodys
        if isinstance(row, RowError):
            self._refuse(each, row)
        else:
            try:
                each = self._of(row)
                each.activities.extend(tuple(each.importer.read(row)))
            except BadRow as refusal:
                self._refuse(each, RowError(row.number, str(refusal)))
                if isinstance(refusal, UnknownForm):
                    self._note_form(self._strange[refusal.column], refusal.shape)
        each.rows += 1

    def gathered(self) -> tuple[_Gathered, ...]:
        """Give what there is of each member, and of nobody if that is anything or all.

        Raises:
            BadFile: More than half of the rows hold values in no known form.
        """
        strange = sum(shapes.total() for shapes in self._strange.values())
        found = tuple(self._found.values())
        if 2 * strange > self._nobodys.rows + sum(each.rows for each in found):
            raise _StrangeValues(self._strange)
        return (*found, self._nobodys) if self._nobodys.rows or not found else found

    def _of(self, row: Row) -> _Gathered:
        """Tell whom a row counts for."""
        if self._whose is None:
            return self._nobodys
        subject = row[self._whose]
        if not subject or len(subject) > _SUBJECT_CHARACTERS:
            raise BadRow("It does not say whose it is.")
        key = subject.casefold()
        if key not in self._found:
            if len(self._found) == _SUBJECTS_MOST:
                raise BadFile(f"This file tells of more than {_SUBJECTS_MOST:,} people.")
            self._found[key] = _Gathered(subject, self._make(self._context))
        return self._found[key]

    def _refuse(self, each: _Gathered, error: RowError) -> None:
        """Count a refusal, and keep it if it is among the first."""
        each.refusals += 1
        if self._refusals_kept < _REFUSALS_KEPT:
            self._refusals_kept += 1
            each.refused.append(error)

    @staticmethod
    def _note_form(forms: Counter[str], form: str) -> None:
        """Count a form in which a value is written; the late ones of very many count as one."""
        forms[form if form in forms or len(forms) < _FORMS_KEPT else "…"] += 1


class _StrangeValues(BadFile):
    """Most rows hold a value that is written in no known way; told are the shapes by column."""

    def __init__(self, forms: Mapping[str, Counter[str]]) -> None:
        self.forms = {
            column: tuple(shape for shape, _ in shapes.most_common(_FORMS_SHOWN))
            for column, shapes in forms.items()
        }
        told = "; ".join(f"{column}: {', '.join(shapes)}" for column, shapes in self.forms.items())
        super().__init__(
            "Most rows of this file hold values written in a way we do not know, so nothing of it "
            f"was taken. {told} (9 stands for a digit, a for a letter)."
        )


def extract(
    member: Member,
    make: type[Importer],
    context: Context,
    on_read: OnRead = unheard,
    mappings: Sequence[ColumnMapping] = (),
) -> Extract:
    """Read one file of somebody's own with the importer made for it."""
    return extract_each(member, make, context, on_read, mappings)[0]


def extract_each(
    member: Member,
    make: type[Importer],
    context: Context,
    on_read: OnRead = unheard,
    mappings: Sequence[ColumnMapping] = (),
) -> tuple[Extract, ...]:
    """Read one file: an extract for each member that it tells of, at least one.

    Rows of which nobody can tell whose they are come in an extract without a subject. One row of
    values in no known form costs that row; more than half of all, and the file is set aside.
    """
    columns = make.columns
    try:
        found = fitting(mappings, make.name, read_opening(member)) if mappings else None
        if found:
            mapping, header = found
            columns = columns.under(mapping, header)
            forms = (written_form(mapping.dates),) if mapping.dates else ()
            context = replace(context, mapping=mapping, forms=forms)
        harvest = _Harvest(make, context)
        for row in read_table(member, columns, on_read):
            harvest.add(row)
        return tuple(_extract(member, each) for each in harvest.gathered())
    except BadFile as problem:
        return (
            Extract(
                member.name,
                make.name,
                context.source,
                problem=str(problem),
                drift=_drift(member, make, columns, problem),
            ),
        )


def _extract(member: Member, gathered: _Gathered) -> Extract:
    importer = gathered.importer
    gathered.activities.extend(importer.finish())
    nobodys = isinstance(importer, TeamImporter) and gathered.subject is None
    # Where every row was refused, there may have been something: that is unknown, not nothing.
    unknown = nobodys or 0 < gathered.rows == gathered.refusals
    return Extract(
        member.name,
        importer.name,
        importer.context.source,
        rows_read=gathered.rows,
        rows_refused=gathered.refusals,
        activities=gathered.activities,
        covers=frozenset() if unknown else importer.shown(),
        standings={} if unknown else importer.standings(),
        refused=tuple(gathered.refused),
        subject=gathered.subject,
        period=importer.period(),
        keeps_maximum=importer.keeps_maximum,
    )


def _drift(
    member: Member, make: type[Importer], columns: Columns, problem: BadFile
) -> Drift | None:
    """Tell how a file differs from what is known, if that is why it was set aside."""
    if isinstance(problem, Drifted):
        difference, forms = problem.difference, {}
    elif isinstance(problem, _StrangeValues):
        difference, forms = find_names(read_opening(member), columns), problem.forms
    else:
        return None
    header = difference.header
    survey = Survey(len(header))
    for cells in islice(read_cells(member), difference.number, None):
        survey.add(cells)
    shown = shown_header if difference.certain else shape
    return Drift(
        recognised=make.name,
        file=shown_file(member.name, make.name),
        rows=survey.rows,
        headers=tuple(map(shown, header)),
        shapes=survey.shapes,
        unknown=tuple(map(shown, difference.unknown)),
        missing=tuple(difference.missing),
        forms=forms,
        unmapped=(
            unmapped(make.name, header, make.fields())
            if difference.certain or are_headers(header)
            else None
        ),
    )
