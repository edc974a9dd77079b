"""What each smaller file counts, what it leaves out, and how it names things year after year."""

from datetime import date

import pytest

from bot.intake import Extract, identify
from bot.intake.importer import Importer
from bot.intake.linkedin.registry import IMPORTERS
from scoring.model import Kind
from tests.bot.intake.reading import read_files, read_one

SHARES = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
POST = "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7"


def kinds(extract: Extract) -> list[Kind]:
    assert extract.problem is None
    return [activity.kind for activity in extract.activities]


@pytest.mark.parametrize(
    ("commentary", "kind"),
    [
        ("Hello", Kind.POST_PUBLISHED),
        ('"Hello""\n""\n""there"', Kind.POST_PUBLISHED),
        ("", Kind.SHARE_MADE),
        ('"  "', Kind.SHARE_MADE),
        ('"""\n"""', Kind.SHARE_MADE),
    ],
)
def test_a_share_with_own_words_is_a_post(commentary: str, kind: Kind) -> None:
    row = f'2026-02-09 01:21:47,{POST},{commentary},"","",MEMBER_NETWORK\n'

    assert kinds(read_one("Shares.csv", SHARES + row)) == [kind]


def test_the_same_comment_is_known_again_in_another_year() -> None:
    old = f"Date,Link,Message\n2021-01-01 10:00:00,{POST.replace('%3A', ':')},hi\n"
    new = f'"Date","Link","Message"\n"2021-01-01 10:00:00","{POST}?trk=x","hi, edited"\n'

    assert read_one("Comments.csv", old).activities == (
        read_one("Comments_1752.csv", new).activities
    )


def test_equal_rows_count_each_and_are_known_again() -> None:
    row = f"2026-01-01 10:00:00,LIKE,{POST}\n"
    twice = read_one("Reactions.csv", "Date,Type,Link\n" + row * 2)
    thrice = read_one("Reactions.csv", "Date,Type,Link\n" + row * 3)

    assert len(set(thrice.activities)) == 3
    assert set(twice.activities) < set(thrice.activities)


def test_comments_on_two_posts_are_told_apart() -> None:
    first, second = (
        read_one("Comments.csv", f"Date,Link\n2026-01-01 10:00:00,{POST}{n}\n") for n in (1, 2)
    )

    assert first.activities[0].ref != second.activities[0].ref
    assert first.activities[0].counterpart != second.activities[0].counterpart


def test_comments_on_one_post_share_a_counterpart() -> None:
    rows = f"2026-01-01 10:00:00,{POST},a\n2026-01-02 10:00:00,{POST},b\n2026-01-03,,c\n"
    first, second, nowhere = read_one("Comments.csv", "Date,Link,Message\n" + rows).activities

    assert first.counterpart == second.counterpart != nowhere.counterpart
    assert nowhere.counterpart is None


def test_a_bad_date_costs_its_row_only() -> None:
    rows = "2026-01-01 10:00:00\n2026-02-30 10:00:00\n2027-01-01 10:00:00\n2001-01-01 10:00:00\n"
    rows = "".join(f"{moment},{POST}\n" for moment in rows.split("\n") if moment)

    extract = read_one("Comments.csv", "Date,Link\n" + rows)

    assert len(extract.activities) == 1
    assert (extract.rows_read, extract.rows_refused) == (4, 3)
    assert [(error.row, error.reason) for error in extract.refused] == [
        (3, "Its date does not exist in the calendar."),
        (4, "Its date is in the future."),
        (5, "Its date is before 5 May 2003, the day LinkedIn opened."),
    ]


def test_of_very_many_refusals_the_first_are_kept_and_all_counted() -> None:
    extract = read_one("Comments.csv", "Date,Link\n" + "never,x\n2026-01-01,x\n" * 1_200)

    assert (len(extract.refused), extract.rows_refused, extract.rows_read) == (1_000, 1_200, 2_400)


@pytest.mark.parametrize("status", ["REJECTED", "PENDING", "HIDDEN"])
def test_recognition_counts_only_where_it_stands_on_a_profile(status: str) -> None:
    endorsement = (
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorsement Status\n"
        "2024/02/01 15:02:55 UTC,Cranes,Noor,Bakker,"
    )
    recommendation = (
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
        'Noor,Bakker,,,,"01/19/26, 12:10 AM",'
    )

    assert kinds(read_one("Endorsement_Received_Info.csv", endorsement + status)) == []
    assert kinds(read_one("Endorsement_Received_Info.csv", endorsement + "ACCEPTED")) == [
        Kind.ENDORSEMENT_RECEIVED
    ]
    assert kinds(read_one("Recommendations_Given.csv", recommendation + status)) == []
    assert kinds(read_one("Recommendations_Given.csv", recommendation + "VISIBLE")) == [
        Kind.RECOMMENDATION_GIVEN
    ]


def test_one_person_is_one_counterpart_in_every_file() -> None:
    connection = "First Name,Last Name,Position,Connected On\nNoor,Bakker,,08 Feb 2026\n"
    follow = "Date,Status,FullName\n2026-04-01 10:00:00,Active,Noor Bakker\n"

    (made,) = read_one("Connections.csv", connection).activities
    (followed,) = read_one("Member_Follows_17.csv", follow).activities

    assert made.counterpart == followed.counterpart


def test_an_empty_section_stands_at_nothing_and_is_known() -> None:
    extract = read_one("Skills.csv", "Name\n")

    assert dict(extract.standings) == {Kind.PROFILE_SKILLS: 0}
    assert extract.covers == {Kind.PROFILE_SKILLS}


ARTICLE = '<h1><a href="https://www.linkedin.com/pulse/lift">Lift</a></h1>{}<div>Body</div>'


@pytest.mark.parametrize(
    ("name", "lines", "day"),
    [
        ("lift.html", '<p class="published">Published on 2026-05-02 06:12</p>', date(2026, 5, 2)),
        ("2019-07-02 04:22:13.0-lift.html", "", date(2019, 7, 2)),
        ("lift.html", '<p class="created">Created on 2026-05-02 06:12</p>', None),
    ],
)
def test_an_article_counts_on_the_day_it_was_published(
    name: str, lines: str, day: date | None
) -> None:
    (extract,) = read_files({f"Articles/Articles/{name}": ARTICLE.format(lines)}).extracts

    assert extract.problem is None
    assert [activity.day for activity in extract.activities] == ([day] if day else [])


def test_an_article_without_a_day_is_left_out_and_says_so() -> None:
    (extract,) = read_files({"Articles/Articles/lift.html": ARTICLE.format("")}).extracts

    assert extract.problem == "This article's file does not say when it was published."
    assert extract.covers == frozenset()


@pytest.mark.parametrize("importer", IMPORTERS)
def test_a_file_is_recognised_whatever_was_done_to_its_name(importer: type[Importer]) -> None:
    name = importer.name
    variants = (
        name,
        name.upper(),
        name.lower().replace("_", " "),
        name.replace(" ", "_"),
        f"{name}_17529409",
        f"{name} (1)",
        f"{name}_17529409 (2)",
        f"{name} copy",
        f"{name}.scrambled",
        f"Basic_LinkedInDataExport_06-30-2026/{name}",
        f"C:\\Downloads\\{name}",
    )

    assert {identify(variant + ".csv") for variant in variants} == {importer}


@pytest.mark.parametrize(
    "name",
    ["guide_messages.csv", "learning_coach_messages.csv", "Comments.txt", "Learning.csv", "x.csv"],
)
def test_other_files_are_not_taken_for_one(name: str) -> None:
    assert identify(name) is None


def test_columns_tell_a_renamed_file_only_where_one_file_has_them() -> None:
    names = {
        importer.name
        for importer in IMPORTERS
        if identify("renamed.csv", importer.columns.required + importer.columns.optional)
    }

    assert {"Connections", "messages", "Comments", "Shares", "Invitations"} <= names
    assert not {"Skills", "Recommendations_Given", "Recommendations_Received"} & names
    assert identify("guide_messages.csv", ["CONVERSATION ID", "FROM", "TO", "DATE", "FOLDER"]) is (
        None
    )
