"""Spreadsheets of post analytics: each table stands beside what reading it must give."""

import io
from collections.abc import Iterable, Mapping
from datetime import date, datetime

import pytest

from bot.errors import BadInput
from bot.intake import Export, Extract, read
from scoring.model import Kind
from tests.bot.intake.reading import TODAY
from tests.bot.intake.spreadsheets import Table, engagement, spreadsheet, xml_row

POST = "https://www.linkedin.com/feed/update/urn:li:activity:7290000000000000001"
SAME_POST = (
    "https://www.linkedin.com/posts/ada-quill_cranes-activity-7290000000000000001-x1Yz?utm=1"
)
OTHER_POST = "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7290000000000000002"

Given = list[tuple[Kind, str, int]]
BY_DAY = Kind.IMPRESSION_RECEIVED, Kind.ENGAGEMENT_RECEIVED

OF_2024: Mapping[str, Table] = {
    "DISCOVERY": [
        ["Overall Performance", "3/1/2024 - 3/31/2024"],
        ["Impressions", 5046],
        ["Members reached", 2011],
    ],
    "ENGAGEMENT": [
        ["Date", "Impressions", "Engagements"],
        ["3/1/2024", 5000, 40],
        ["3/2/2024", 46, 0],
    ],
    "TOP POSTS": [
        ["Maximum of 50 posts available to include in this list"],
        [],
        [
            "Post URL",
            "Post publish date",
            "Engagements",
            "",
            "Post URL",
            "Post publish date",
            "Impressions",
        ],
        [POST, "2/28/2024", 31, "", OTHER_POST, "3/1/2024", 4100],
        [None, None, None, "", POST, "2/28/2024", 900],
    ],
    "FOLLOWERS": [
        ["Total followers on 3/31/2024:", 812],
        [],
        ["Date", "New followers"],
        ["3/1/2024", 7],
        ["3/2/2024", 0],
    ],
    "DEMOGRAPHICS": [["Top Demographics", "Value", "Percentage"], ["Company size", "11-50", 0.31]],
}
GIVEN_OF_2024: Mapping[str, Given] = {
    "ENGAGEMENT": [
        (Kind.IMPRESSION_RECEIVED, "2024-03-01", 5000),
        (Kind.ENGAGEMENT_RECEIVED, "2024-03-01", 40),
        (Kind.IMPRESSION_RECEIVED, "2024-03-02", 46),
    ],
    "TOP POSTS by engagements": [
        (Kind.POST_ENGAGEMENT_RECEIVED, "2024-02-28", 31),
    ],
    "TOP POSTS by impressions": [
        (Kind.POST_IMPRESSION_RECEIVED, "2024-03-01", 4100),
        (Kind.POST_IMPRESSION_RECEIVED, "2024-02-28", 900),
    ],
    "FOLLOWERS": [(Kind.FOLLOWER_GAINED, "2024-03-01", 7)],
}

# Since 2026 numbers are stored as text, and of small ones only that they are small is told.
OF_2026: Mapping[str, Table] = {
    "ENGAGEMENT": [
        ["Date", "Impressions", "Engagements"],
        ["1/31/2026", "12,345", "1,002"],
        ["2/1/2026", "< 1%", "3"],
        [datetime(2026, 2, 2), "7", "-"],  # noqa: DTZ001 -- cells have no zone
    ],
    "FOLLOWERS": [["Total followers on 2/2/2026:", "812"], [], ["Date", "New followers"]],
    "DEMOGRAPHICS": [["Top Demographics", "Value", "Percentage"], ["Job titles", "CEO", "< 1%"]],
}
GIVEN_OF_2026: Mapping[str, Given] = {
    "ENGAGEMENT": [
        (Kind.IMPRESSION_RECEIVED, "2026-01-31", 12345),
        (Kind.ENGAGEMENT_RECEIVED, "2026-01-31", 1002),
        (Kind.ENGAGEMENT_RECEIVED, "2026-02-01", 3),
        (Kind.IMPRESSION_RECEIVED, "2026-02-02", 7),
    ],
    "FOLLOWERS": [],
}

ONE_POST: Mapping[str, Table] = {
    "PERFORMANCE": [
        ["Post URL", SAME_POST],
        ["Post Date", "2/28/2024"],
        ["Post Publish Time", "9:14 AM"],
        [],
        ["Discovery"],
        ["Impressions", "950"],
        ["Members reached", "700"],
        ["Social engagements"],
        ["Reactions", "24"],
        ["Comments", "6"],
        ["Reposts", "3"],
        ["Saves", "2"],
        ["Sends on LinkedIn", "1"],
        ["Profile viewers from this post", "9"],
        ["Followers gained from this post", "4"],
        ["A figure LinkedIn will think of next year", "17"],
    ],
    "TOP DEMOGRAPHICS": [["Category", "Value", "Percentage"], ["Company", "Kade BV", "< 1%"]],
}
GIVEN_OF_ONE_POST: Mapping[str, Given] = {
    "PERFORMANCE": [
        (Kind.POST_IMPRESSION_RECEIVED, "2024-02-28", 950),
        (Kind.POST_REACTION_RECEIVED, "2024-02-28", 24),
        (Kind.POST_COMMENT_RECEIVED, "2024-02-28", 6),
        (Kind.POST_ENGAGEMENT_RECEIVED, "2024-02-28", 33),
    ]
}


def read_book(made: io.BytesIO, name: str = "Content_2026.xlsx") -> Export:
    return read(made, name, salt=b"salt", today=TODAY)


def read_sheets(sheets: Mapping[str, Table], name: str = "Content_2026.xlsx") -> Export:
    return read_book(spreadsheet(sheets), name)


def read_days(rows: Iterable[Iterable[object]]) -> Extract:
    """Read the days of ENGAGEMENT."""
    header = ["Date", "Impressions", "Engagements"]
    (extract,) = read_sheets({"ENGAGEMENT": [header, *rows]}).extracts
    return extract


def told(extract: Extract) -> Given:
    return [(each.kind, str(each.day), each.quantity) for each in extract.activities]


@pytest.mark.parametrize(
    ("name", "sheets", "given", "ignored"),
    [
        ("Content_2024.xlsx", OF_2024, GIVEN_OF_2024, ("DEMOGRAPHICS", "DISCOVERY")),
        ("AggregateAnalytics_Ada_1_2.xlsx", OF_2026, GIVEN_OF_2026, ("DEMOGRAPHICS",)),
        ("PostAnalytics_Ada_7.xlsx", ONE_POST, GIVEN_OF_ONE_POST, ("TOP DEMOGRAPHICS",)),
    ],
)
def test_a_spreadsheet_gives_what_stands_beside_it(
    name: str, sheets: Mapping[str, Table], given: Mapping[str, Given], ignored: tuple[str, ...]
) -> None:
    export = read_sheets(sheets, name)

    assert {extract.recognised: told(extract) for extract in export.extracts} == given
    assert [extract.refused for extract in export.extracts if extract.rows_refused] == []
    assert all(extract.keeps_maximum for extract in export.extracts)
    assert (export.format, export.ignored) == ("post_analytics", ignored)


def test_one_post_is_one_thing_in_both_files_and_however_its_link_is_written() -> None:
    whole, single = read_sheets(OF_2024), read_sheets(ONE_POST)

    keys = [
        {
            (each.kind, each.day, each.ref)
            for extract in export.extracts
            for each in extract.activities
        }
        for export in (whole, single)
    ]

    assert {kind for kind, _, _ in keys[0] & keys[1]} == {
        Kind.POST_IMPRESSION_RECEIVED,
        Kind.POST_ENGAGEMENT_RECEIVED,
    }


def test_days_and_posts_are_different_kinds_so_nothing_counts_twice() -> None:
    by_sheet = [extract.covers for extract in read_sheets(OF_2024).extracts]

    assert sum(map(len, by_sheet)) == len(frozenset[Kind]().union(*by_sheet))


def test_what_a_spreadsheet_does_not_hold_stays_unknown() -> None:
    export = read_sheets({"FOLLOWERS": OF_2024["FOLLOWERS"], "EMPTY": []})

    assert export.covers == {Kind.FOLLOWER_GAINED}


def test_the_labels_of_one_post_are_known_on_a_sheet_of_another_name_and_in_another_order() -> None:
    performance = list(map(list, ONE_POST["PERFORMANCE"]))[:11]

    (extract,) = read_sheets({"Sheet1": reversed(performance)}).extracts

    assert told(extract) == GIVEN_OF_ONE_POST["PERFORMANCE"]


def test_columns_go_by_their_names_and_not_by_their_places() -> None:
    rows = [["Engagements", "Date", "Impressions"], [4, "3/1/2024", 50]]

    (extract,) = read_sheets({"Engagement ": rows}).extracts

    assert told(extract) == [
        (Kind.IMPRESSION_RECEIVED, "2024-03-01", 50),
        (Kind.ENGAGEMENT_RECEIVED, "2024-03-01", 4),
    ]


def test_the_extent_that_a_sheet_claims_is_not_believed() -> None:
    header, day = ("Date", "Impressions", "Engagements"), ("3/1/2024", "50", "4")
    rows = xml_row(1, *header) + xml_row(2, *day)

    for extent in ("A1", "A1:C2", "A1:XFD1048576"):
        (extract,) = read_book(engagement(rows, extent=extent)).extracts
        assert [amount for _, _, amount in told(extract)] == [50, 4]


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        ("1.234", "Its figure in “Impressions” is not a whole number."),
        (12.5, "Its figure in “Impressions” is not a whole number."),
        ("-3", "Its figure in “Impressions” is not a whole number."),
        ("many", "Its figure in “Impressions” is not a whole number."),
        ("1,23", "Its figure in “Impressions” is not a whole number."),
        ("99,999,999,999", "Its figure in “Impressions” is larger than any can be."),
        ("2147483648", "Its figure in “Impressions” is larger than any can be."),
    ],
)
def test_a_figure_that_cannot_be_one_costs_its_row(figure: object, reason: str) -> None:
    extract = read_days([["3/1/2024", figure, 4], ["3/2/2024", 1, 2], ["3/3/2024", 1, 2]])

    assert [(error.row, error.reason) for error in extract.refused] == [(2, reason)]
    assert {day for _, day, _ in told(extract)} == {"2024-03-02", "2024-03-03"}


@pytest.mark.parametrize("day", ["13/1/2024", "1 March 2024", "3/1/2001", "3/1/2027", ""])
def test_a_day_that_cannot_be_one_costs_its_row(day: str) -> None:
    extract = read_days([[day, 1, 1], ["3/2/2024", 1, 1], ["3/3/2024", 1, 1]])

    assert (extract.rows_read, extract.rows_refused) == (3, 1)


def test_a_row_that_names_no_post_is_refused() -> None:
    rows = [["Post URL", "Post publish date", "Engagements"], ["", "3/1/2024", 4]]

    (extract,) = read_sheets({"TOP POSTS": rows}).extracts

    assert extract.refused[0].reason == "It does not say which post it is of."


def test_a_strange_column_sets_its_table_aside_and_the_others_stand() -> None:
    strange = [["Date", "Impressions", "Engagements", "Smiles"], ["3/1/2024", 1, 1, 1]]

    engaged, followers = read_sheets(
        {"ENGAGEMENT": strange, "FOLLOWERS": OF_2024["FOLLOWERS"]}
    ).extracts

    assert engaged.problem is not None
    assert engaged.problem.startswith(
        "The columns of this file are not those we know. Unknown: Smiles."
    )
    assert engaged.drift is not None
    assert engaged.drift.unknown == ("Smiles",)
    assert followers.problem is None


def test_another_spreadsheet_is_told_what_is_expected() -> None:
    with pytest.raises(BadInput) as caught:
        read_sheets({"Sheet1": [["Name", "Amount"], ["Noor", 3]]}, "orders.xlsx")

    assert str(caught.value) == (
        "orders.xlsx is a spreadsheet, but not one of LinkedIn's post analytics in English. "
        "Expected are its sheets ENGAGEMENT, TOP POSTS and FOLLOWERS, or PERFORMANCE of a single "
        "post."
    )


def test_a_day_is_the_same_one_whenever_it_is_told() -> None:
    first, later = (read_days([["3/1/2024", amount, 1]]) for amount in ("40", "1,040"))

    assert first.activities[0].ref == later.activities[0].ref
    assert first.activities[0].day == later.activities[0].day == date(2024, 3, 1)
