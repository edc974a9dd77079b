"""Connections, invitations, and which invitations were accepted."""

from datetime import date

from bot.activity import Activity
from bot.intake import Extract, accepted
from scoring.model import Kind
from tests.bot.intake.reading import read_one

NOTES = 'Notes:\n"When exporting your connection data, you may notice that…"\n\n'
OLD = NOTES + "First Name,Last Name,Email Address,Company,Position,Connected On\n"
NEW = NOTES + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"


def keys(extract: Extract) -> set[tuple[Kind, date, int]]:
    return {(activity.kind, activity.day, activity.ref) for activity in extract.activities}


def invited(extract: Extract) -> dict[int, date]:
    return {activity.counterpart or 0: activity.day for activity in extract.activities}


def sent(to: str, day: str, link: str = "") -> str:
    return f'Ada Quill,{to},"{day}, 2:37 PM",,OUTGOING,,{link}\n'


def test_hidden_members_count_as_connections_each_of_their_own() -> None:
    extract = read_one("Connections.csv", NEW + ",,,,,,07 Jun 2026\n" * 3 + ",,,,,,06 Jun 2026")

    assert [str(activity.day) for activity in extract.activities] == [
        *["2026-06-07"] * 3,
        "2026-06-06",
    ]
    assert len({activity.counterpart for activity in extract.activities}) == 4


def test_a_decision_maker_counts_as_a_connection_and_as_one_who_decides() -> None:
    extract = read_one("Connections.csv", NEW + "Noor,Bakker,,,Kade BV,CEO,08 Feb 2026\n")

    made, decides = extract.activities
    assert (made.kind, decides.kind) == (Kind.CONNECTION_MADE, Kind.DECISION_MAKER_CONNECTED)
    assert made.counterpart == decides.counterpart


def test_exports_of_2021_and_2026_name_the_same_connection_alike() -> None:
    old = read_one("Connections.csv", OLD + "Noor,Bakker,,Kade BV,CEO,08 Feb 2021\n")
    new = read_one(
        "Connections.csv",
        NEW + "Noor,Bakker,https://www.linkedin.com/in/nb,n@kade.nl,Other,Boss,08 Feb 2021\n",
    )

    assert keys(new) < keys(old)
    assert new.activities[0] == old.activities[0]


def test_a_fuller_export_adds_only_what_is_new() -> None:
    before = NEW + ",,,,,,07 Jun 2026\nNoor,Bakker,,,,,07 Jun 2026\n"
    after = NEW + "Jens,Holm,,,,,08 Jun 2026\n,,,,,,07 Jun 2026\nNoor,Bakker,,,,,07 Jun 2026\n"

    old, new = (keys(read_one("Connections.csv", content)) for content in (before, after))

    assert old < new
    assert len(new - old) == 1


def test_two_of_one_name_connected_on_one_day_are_two_connections() -> None:
    extract = read_one("Connections.csv", NEW + "Jan,Smit,,,,,07 Jun 2026\n" * 2)

    assert len(keys(extract)) == 2


def test_only_invitations_sent_count() -> None:
    rows = 'Noor Bakker,Ada Quill,"1/28/26, 2:37 PM",,INCOMING,,\n' + sent("Noor Bakker", "1/29/26")

    extract = read_one("Invitations.csv", INVITATIONS + rows + 'A,B,"1/29/26, 2:37 PM",,SIDEWAYS,,')

    assert [activity.kind for activity in extract.activities] == [Kind.INVITATION_SENT]
    assert (extract.rows_read, extract.rows_refused) == (3, 1)
    assert extract.refused[0].reason == "Its direction is neither OUTGOING nor INCOMING."


def test_an_invitation_of_2021_is_accepted_in_an_export_of_2026_and_the_other_way_round() -> None:
    link = "https://www.linkedin.com/in/noor-bakker"
    for invitation_link, header, cells in (("", NEW, f",{link},"), (link, OLD, ",")):
        invitations = INVITATIONS + sent("Noor Bakker", "1/29/26", invitation_link)
        connections = header + f"Noor,Bakker{cells},Kade BV,CEO,08 Feb 2026\n"
        made = read_one("Connections.csv", connections).activities

        (acceptance,) = accepted(invited(read_one("Invitations.csv", invitations)), made)

        assert acceptance.kind is Kind.INVITATION_ACCEPTED
        assert acceptance.day == date(2026, 2, 8)
        assert acceptance.counterpart == made[0].counterpart


def test_titles_marks_and_case_do_not_hide_that_a_person_is_the_same() -> None:
    invitations = INVITATIONS + sent('"JOSÉ Núñez 🚀 (he/him), MBA"', "1/29/26")
    connections = NEW + 'José,"Núñez, PhD",,,,,08 Feb 2026\n'

    people = invited(read_one("Invitations.csv", invitations))

    assert len(accepted(people, read_one("Connections.csv", connections).activities)) == 1


def test_a_connection_made_long_before_the_invitation_accepts_nothing() -> None:
    made = [
        Activity(Kind.CONNECTION_MADE, date(2020, 1, 1), ref=1, counterpart=7),
        Activity(Kind.CONNECTION_MADE, date(2026, 1, 1), ref=2, counterpart=None),
        Activity(Kind.MESSAGE_SENT, date(2026, 1, 1), ref=3, counterpart=7),
    ]

    assert accepted({7: date(2026, 1, 1)}, made) == ()
    assert len(accepted({7: date(2020, 1, 2)}, made)) == 1
