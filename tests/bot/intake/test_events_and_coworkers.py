"""Events attended, and connections at the company that the owner works for."""

import pytest

from bot.intake import Export
from scoring.model import Kind
from tests.bot.intake.reading import read_files, read_one

EVENTS = "Event Name,Event Time,Status,External Url\n"
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On\n"
OWN = POSITIONS + "Crane & Co,Account Executive,,,Jan 2024,\nDock Ltd,Trainee,,,2020,Dec 2023\n"


@pytest.mark.parametrize(
    ("when", "status", "days"),
    [
        ("Feb 3, 2026, 1:30 PM - Feb 3, 2026, 2:15 PM", "Attending", ["2026-02-03"]),
        ("Feb 03, 2026 01:30 PM - Feb 05, 2026 02:15 PM", "ATTENDING", ["2026-02-03"]),
        ("Feb 3, 2026, 1:30 PM", "HOST", ["2026-02-03"]),
        ("2026-02-03 13:30:00", "Speaker", ["2026-02-03"]),
        ("Feb 3, 2026, 1:30 PM", "RELINQUISHED", []),
        ("Feb 3, 2026, 1:30 PM", "INVITED", []),
        ("Feb 3, 2026, 1:30 PM", "Not attending", []),
        ("Feb 3, 2026, 1:30 PM", "", []),
        ("Jul 1, 2026, 1:30 PM", "Attending", []),
        ("Jul 1, 2036, 1:30 PM", "Attending", []),
    ],
)
def test_an_event_counts_once_it_began_for_those_who_took_part(
    when: str, status: str, days: list[str]
) -> None:
    extract = read_one("Events.csv", f'{EVENTS}Harbour Day,"{when}",{status},\n')

    assert [str(each.day) for each in extract.activities] == days
    assert (extract.rows_refused, extract.covers) == (0, {Kind.EVENT_ATTENDED})
    assert {each.kind for each in extract.activities} <= {Kind.EVENT_ATTENDED}


def test_an_event_on_no_day_costs_its_row() -> None:
    rows = 'Harbour Day,soon,Attending,\nLate Day,"Feb 3, 2026, 1:30 PM",Attending,\n' * 2

    extract = read_one("Events.csv", EVENTS + rows)

    assert (len(extract.activities), extract.rows_refused) == (2, 2)
    assert extract.refused[0].reason == "Its date is not written like “Feb 3, 2026, 1:30 PM”."


def coworkers(export: Export) -> int | None:
    """Count coworkers; None where none can be told."""
    (connections,) = (each for each in export.extracts if each.recognised == "Connections")
    if Kind.COWORKER_CONNECTED not in connections.covers:
        return None
    return sum(each.kind is Kind.COWORKER_CONNECTED for each in connections.activities)


@pytest.mark.parametrize(
    ("company", "count"),
    [
        ("Crane & Co", 1),
        ("CRANE and Co.", 0),
        ("crane co.", 1),
        ("Crane & Co Holding", 0),
        ("Dock Ltd", 0),
        ("", 0),
    ],
)
def test_a_coworker_works_where_the_owner_does_now(company: str, count: int) -> None:
    rows = f"Noor,Bakker,,,{company},Clerk,08 Feb 2026\n"

    export = read_files({"Connections.csv": CONNECTIONS + rows, "Positions.csv": OWN})

    assert coworkers(export) == count


def test_a_coworker_is_the_same_connection_and_may_decide_as_well() -> None:
    rows = "Noor,Bakker,,,Crane & Co,CEO,08 Feb 2026\n"

    export = read_files({"Connections.csv": CONNECTIONS + rows, "Positions.csv": OWN})

    _, connections = export.extracts
    assert [each.kind for each in connections.activities] == [
        Kind.CONNECTION_MADE,
        Kind.DECISION_MAKER_CONNECTED,
        Kind.COWORKER_CONNECTED,
    ]
    assert len({(each.day, each.ref, each.counterpart) for each in connections.activities}) == 1


def test_without_positions_it_is_unknown_who_is_a_coworker() -> None:
    rows = "Noor,Bakker,,,Crane & Co,Clerk,08 Feb 2026\n"

    assert coworkers(read_files({"Connections.csv": CONNECTIONS + rows})) is None


@pytest.mark.parametrize(
    "positions", [POSITIONS, POSITIONS + ",Founder,,,2020,\nFreelance,Writer,,,2020,\n"]
)
def test_who_works_for_no_company_has_no_coworkers(positions: str) -> None:
    rows = ",,,,,,08 Feb 2026\nNoor,Bakker,,,Freelance,Writer,08 Feb 2026\n"

    export = read_files({"Connections.csv": CONNECTIONS + rows, "Positions.csv": positions})

    assert coworkers(export) == 0
