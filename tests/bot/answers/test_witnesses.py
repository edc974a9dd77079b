"""Where two files tell of the same deeds, what counts is the same whichever came in first."""

import io
import json
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from bot.answers.asker import Asker
from bot.answers.data.importing import import_file
from bot.answers.data.pending import undo_import
from bot.answers.data.sending import Told, send
from bot.intake.mapping import fingerprint_of
from bot.storage.tables import ApiToken, Member
from scoring.model import Kind
from tests.bot.answers.crew import Crew
from tests.engines import on_every_engine

LONG_AGO = date(2026, 1, 1)
CONNECTIONS = """First Name,Last Name,Position,Connected On
Noor,Bakker,,01 Jun 2026
Iris,Vale,,10 Jun 2026
"""
SEARCHES = """Time
2026-06-03 10:00:00
2026-06-09 10:00:00
"""
SEATS = """activityId,activityType,createdAt,seatId,memberIdentityKey
a1,CONNECTION_MADE,05-31-2026 10:00:00,ADA,l1
a2,CONNECTION_MADE,06-01-2026 10:00:00,ADA,l2
a3,CONNECTION_MADE,06-11-2026 10:00:00,ADA,l3
a4,SEARCH_PERFORMED,06-02-2026 10:00:00,ADA,
a5,SEARCH_PERFORMED,06-09-2026 10:00:00,ADA,
a6,SEARCH_PERFORMED,06-09-2026 11:00:00,ADA,
a7,SAVED_LEAD,06-05-2026 11:00:00,ADA,l4
"""
TABLE = """member,kind,occurred_at
ADA,connection_made,2026-06-05
ADA,connection_made,2026-06-20
ADA,deal_won,2026-06-05
"""
EXPORT_FILES = {"Connections.csv": CONNECTIONS, "SearchQueries.csv": SEARCHES}
SEAT_FILES = {"seats.csv": SEATS}
TABLE_FILES = {"crm.csv": TABLE}
EXPECTED = Counter(
    {
        (Kind.CONNECTION_MADE, "05-31"): 1,
        (Kind.CONNECTION_MADE, "06-01"): 1,
        (Kind.CONNECTION_MADE, "06-10"): 1,
        (Kind.CONNECTION_MADE, "06-11"): 1,
        (Kind.CONNECTION_MADE, "06-20"): 1,
        (Kind.SEARCH_MADE, "06-02"): 1,
        (Kind.SEARCH_MADE, "06-09"): 2,
        (Kind.LEAD_SAVED, "06-05"): 1,
        (Kind.DEAL_WON, "06-05"): 1,
    }
)
ASKER = Asker("UADA", "ADA", None, "UTC", is_admin=False)


@pytest.fixture
def ada(crew: Crew) -> Member:
    return crew.join("ADA")


def bring(crew: Crew, member: Member, files: Mapping[str, str]) -> int:
    """Import files, and give the last import's number."""
    for name, text in files.items():
        stream = io.BytesIO(text.replace("ADA", "UADA").encode())
        imported = import_file(crew.desk, member, stream, name, by="UADA")
        assert imported.number
    return imported.number


def counted(crew: Crew, member: Member) -> Counter[tuple[Kind, str]]:
    """Count what stands of a member by kind and day."""
    facts = crew.store.activities.facts(crew.desk.workspace_id, member.member_id, LONG_AGO)
    found: Counter[tuple[Kind, str]] = Counter()
    for fact in facts:
        if fact.known_until is None:
            found[fact.kind, f"{fact.day:%m-%d}"] += fact.quantity
    return found


@pytest.mark.parametrize("order", list(permutations([EXPORT_FILES, SEAT_FILES, TABLE_FILES])))
def test_nothing_counts_twice_whichever_file_came_first(
    crew: Crew, ada: Member, order: tuple[Mapping[str, str], ...]
) -> None:
    for files in order:
        bring(crew, ada, files)

    assert counted(crew, ada) == EXPECTED


def test_importing_all_again_changes_nothing(crew: Crew, ada: Member) -> None:
    for _ in range(2):
        bring(crew, ada, EXPORT_FILES | SEAT_FILES | TABLE_FILES)

    assert counted(crew, ada) == EXPECTED


@on_every_engine
def test_undoing_the_better_file_brings_the_weaker_back(crew: Crew, ada: Member) -> None:
    first = bring(crew, ada, SEAT_FILES)
    before = counted(crew, ada)
    number = bring(crew, ada, {"Connections.csv": CONNECTIONS})

    undo_import(crew.desk, ASKER, str(number))

    assert counted(crew, ada) == before

    undo_import(crew.desk, ASKER, str(first))

    assert not counted(crew, ada)


def test_what_was_undone_before_does_not_come_back(crew: Crew, ada: Member) -> None:
    first = bring(crew, ada, SEAT_FILES)
    second = bring(crew, ada, {"Connections.csv": CONNECTIONS})

    undo_import(crew.desk, ASKER, str(first))
    undo_import(crew.desk, ASKER, str(second))

    assert not counted(crew, ada)


def test_what_only_one_of_them_shows_is_left_alone(crew: Crew, ada: Member) -> None:
    bring(crew, ada, SEAT_FILES | EXPORT_FILES)

    assert counted(crew, ada)[Kind.LEAD_SAVED, "06-05"] == 1
    assert counted(crew, ada)[Kind.SEARCH_MADE, "06-02"] == 1


def report(crew: Crew, ada: Member, *ranges: tuple[str, str, int]) -> Counter[tuple[Kind, str]]:
    """Import usage reports of one range each, and count what stands."""
    header = "Who,Start date,End date,Leads saved"
    names = ("person", "first_day", "last_day", "lead_saved")
    columns = dict(zip(names, header.split(","), strict=True))
    crew.store.matching.remember_columns(
        crew.desk.workspace_id,
        fingerprint_of(header.split(",")),
        format_="Sales Navigator usage",
        columns=json.dumps({"columns": columns, "dates": ""}),
        by="UADMIN",
        now=crew.desk.now,
    )
    for first, last, count in ranges:
        bring(crew, ada, {"usage.csv": f"{header}\nADA,2026-{first},2026-{last},{count}\n"})
    return counted(crew, ada)


def test_a_total_revised_upwards_is_brought_up_to_date(crew: Crew, ada: Member) -> None:
    found = report(crew, ada, ("06-01", "06-28", 10), ("06-01", "06-28", 12), ("06-01", "06-28", 9))

    assert found == {(Kind.LEAD_SAVED, "06-28"): 12}


def test_totals_of_ranges_side_by_side_add_up(crew: Crew, ada: Member) -> None:
    found = report(crew, ada, ("06-01", "06-07", 3), ("06-08", "06-14", 4))

    assert found == {(Kind.LEAD_SAVED, "06-07"): 3, (Kind.LEAD_SAVED, "06-14"): 4}


def test_of_ranges_that_overlap_the_later_one_counts(crew: Crew, ada: Member) -> None:
    found = report(crew, ada, ("06-01", "06-14", 9), ("06-08", "06-21", 5))

    assert found == {(Kind.LEAD_SAVED, "06-21"): 5}


@pytest.mark.parametrize("last", ["06-05", "06-10", "06-30"])
def test_single_deeds_take_the_place_of_totals_that_may_hold_them(
    crew: Crew, ada: Member, last: str
) -> None:
    bring(crew, ada, SEAT_FILES)

    found = report(crew, ada, ("06-01", last, 40))

    assert {key: count for key, count in found.items() if key[0] is Kind.LEAD_SAVED} == {
        (Kind.LEAD_SAVED, "06-05"): 1
    }


def test_what_a_program_sends_gives_way_to_the_export(crew: Crew, ada: Member) -> None:
    token = ApiToken(
        workspace_id=crew.desk.workspace_id,
        token_id=1,
        name="CRM",
        digest="",
        may_write=True,
        may_read=False,
        created_by="UADMIN",
        created_at=0,
    )
    told = {
        place: Told("UADA", Kind.CONNECTION_MADE, datetime(2026, 6, day, tzinfo=UTC))
        for place, day in enumerate((5, 20))
    }
    bring(crew, ada, {"Connections.csv": CONNECTIONS})

    receipts = [send(crew.desk, token, told) for _ in range(2)]

    assert counted(crew, ada) == {
        (Kind.CONNECTION_MADE, day): 1 for day in ("06-01", "06-10", "06-20")
    }
    assert [(receipt.taken, receipt.known) for receipt in receipts] == [(1, 1), (0, 2)]
