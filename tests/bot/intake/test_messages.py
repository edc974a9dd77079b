"""Outreach, replies and messages sent are told from conversations, without their bodies."""

import tracemalloc
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intake import Extract
from scoring.model import Kind
from tests.bot.intake.reading import read_files, read_one

HEADER = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n"
)
LINK = "https://www.linkedin.com/in/"
ADA, NOOR = ("Ada Quill", LINK + "ada-quill"), ("Noor Bakker", LINK + "noor-bakker")
OFFERS = ("Great Offers", "")


def message(
    thread: str,
    sender: tuple[str, str],
    day: int,
    *,
    to: tuple[str, str] = NOOR,
    end: str = "INBOX,,,",
) -> str:
    (name, link), (to_name, to_link) = sender, to
    moment = f"2026-02-{day:02} 09:00:00 UTC"
    return f"{thread},,{name},{link},{to_name},{to_link},{moment},,words,{end}\n"


def read(*rows: str, owner: str | None = "Ada Quill") -> Extract:
    return read_one("messages.csv", HEADER + "".join(rows), owner=owner)


def days(extract: Extract, kind: Kind) -> list[int]:
    assert extract.problem is None
    return sorted(activity.day.day for activity in extract.activities if activity.kind is kind)


def test_outreach_is_a_conversation_the_owner_began_and_its_reply_the_first_answer() -> None:
    extract = read(
        message("t", ADA, 20),
        message("t", NOOR, 18, to=ADA),
        message("t", NOOR, 12, to=ADA),
        message("t", ADA, 10),
    )

    assert days(extract, Kind.OUTREACH_SENT) == [10]
    assert days(extract, Kind.REPLY_RECEIVED) == [12]
    assert days(extract, Kind.MESSAGE_SENT) == [10, 20]
    assert len({activity.counterpart for activity in extract.activities}) == 1


def test_unanswered_outreach_has_no_reply() -> None:
    extract = read(message("t", ADA, 10), message("t", ADA, 15))

    assert days(extract, Kind.OUTREACH_SENT) == [10]
    assert days(extract, Kind.REPLY_RECEIVED) == []


def test_answering_somebody_else_is_no_outreach() -> None:
    extract = read(message("t", NOOR, 10, to=ADA), message("t", ADA, 11))

    assert days(extract, Kind.OUTREACH_SENT) == []
    assert days(extract, Kind.MESSAGE_SENT) == [11]


def test_two_conversations_with_one_person_are_two() -> None:
    extract = read(message("t", ADA, 10), message("u", ADA, 10))

    assert days(extract, Kind.OUTREACH_SENT) == [10, 10]
    assert len({activity.counterpart for activity in extract.activities}) == 2


@pytest.mark.parametrize("drafts", ["Yes,", "TRUE,No", "No,Yes"])
def test_drafts_do_not_count(drafts: str) -> None:
    extract = read(
        message("t", ADA, 10, end=f"INBOX,,{drafts}"), message("u", ADA, 11, end="INBOX,,No,No")
    )

    assert days(extract, Kind.MESSAGE_SENT) == [11]


def test_spam_and_sponsored_mail_do_not_count() -> None:
    extract = read(
        message("t", NOOR, 9, to=ADA, end="SPAM,,,"),
        message("t", NOOR, 13, to=ADA, end="SPAM,,,"),
        message("o", OFFERS, 9, to=ADA),
        message("t", ADA, 10),
        message("t", OFFERS, 11, to=ADA),
        message("v", NOOR, 12, to=ADA),
    )

    assert days(extract, Kind.OUTREACH_SENT) == [10]
    assert days(extract, Kind.REPLY_RECEIVED) == []


def test_answering_sponsored_mail_is_no_outreach() -> None:
    extract = read(message("o", OFFERS, 9, to=ADA), message("o", ADA, 10), message("t", ADA, 11))

    assert days(extract, Kind.OUTREACH_SENT) == [11]
    assert days(extract, Kind.MESSAGE_SENT) == [10, 11]


def test_where_no_sender_has_a_link_nobody_is_taken_for_an_advertiser() -> None:
    extract = read(
        message("t", ("Ada Quill", ""), 10),
        message("t", ("Noor Bakker", ""), 11, to=("Ada Quill", "")),
    )

    assert days(extract, Kind.REPLY_RECEIVED) == [11]


def test_a_message_of_no_conversation_is_refused() -> None:
    extract = read(message("t", ADA, 10), message("", ADA, 11))

    (refusal,) = extract.refused
    assert refusal.row == 3
    assert refusal.reason == "It does not say which conversation it belongs to."
    assert days(extract, Kind.MESSAGE_SENT) == [10]


def test_an_empty_file_means_looked_and_there_were_none() -> None:
    extract = read(owner=None)

    assert extract.problem is None
    assert extract.activities == ()
    assert Kind.OUTREACH_SENT in extract.covers


def test_bodies_are_not_held_while_reading() -> None:
    bodies = "".join(
        message(f"t{n % 50}", NOOR, n % 28 + 1, to=ADA).replace("words", f"{n} " + "x" * 2_000)
        for n in range(5_000)
    )
    content = (HEADER + bodies + message("t", ADA, 10)).encode()

    tracemalloc.start()
    extract = read_one("messages.csv", content, owner="Ada Quill")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert extract.rows_read == 5_001
    assert peak < 5_000_000 < len(content)


PROFILE = "First Name,Last Name,Headline,Summary\nAda,Quill,,\n"
INVITATIONS = (
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    f'Ada Q,Noor Bakker,"1/29/26, 2:37 PM",,OUTGOING,{ADA[1]},{NOOR[1]}\n'
    f'Jens Holm,Ada Q,"1/30/26, 2:37 PM",,INCOMING,{LINK}jens,{ADA[1]}\n'
)
TALK = HEADER + message("t", ADA, 10) + message("t", NOOR, 11, to=ADA)


@pytest.mark.parametrize("other", [{"Profile.csv": PROFILE}, {"Invitations.csv": INVITATIONS}])
@pytest.mark.parametrize("told", [None, "ada@example.com", "Noor Bakker"])
def test_the_owner_is_found_in_the_other_files_whatever_name_slack_has(
    other: dict[str, str], told: str | None
) -> None:
    export = read_files({"messages.csv": TALK, **other}, owner=told)

    assert days(export.extracts[-1], Kind.OUTREACH_SENT) == [10]


@pytest.mark.parametrize("owner", ["Ada QUILL, MBA", "linkedin.com/in/Ada-Quill/?trk=x"])
def test_the_owner_may_be_told_by_name_or_link(owner: str) -> None:
    extract = read_one("messages.csv", TALK, owner=owner)

    assert days(extract, Kind.OUTREACH_SENT) == [10]


@pytest.mark.parametrize("told", [None, "ada_from_sales"])
def test_the_owner_is_else_the_one_in_most_conversations(told: str | None) -> None:
    jens = ("Jens Holm", LINK + "jens-holm")
    extract = read(
        message("t", ADA, 10),
        message("u", jens, 11, to=ADA),
        message("u", ADA, 12, to=jens),
        owner=told,
    )

    assert days(extract, Kind.OUTREACH_SENT) == [10]
    assert days(extract, Kind.MESSAGE_SENT) == [10, 12]


@pytest.mark.parametrize("owner", [None, "Somebody Else"])
def test_messages_are_set_aside_where_nothing_tells_who_is_who(owner: str | None) -> None:
    extract = read_one("messages.csv", TALK, owner=owner)

    assert extract.problem == (
        "We cannot tell which of the people in these messages is you. "
        "Please send the whole ZIP, or Profile.csv together with this file."
    )
    assert (extract.activities, extract.covers) == ((), frozenset())


ROWS = st.lists(
    st.tuples(st.sampled_from("tuv"), st.sampled_from([ADA, NOOR]), st.integers(1, 28)),
    min_size=1,
    max_size=12,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    rows: list[tuple[str, tuple[str, str], int]], random: Random
) -> None:
    lines = [message(thread, sender, day, to=ADA) for thread, sender, day in rows]
    shuffled = random.sample(lines, len(lines))

    assert set(read(*lines).activities) == set(read(*shuffled).activities)


@given(ROWS)
def test_replies_only_answer_outreach_and_never_precede_it(
    rows: list[tuple[str, tuple[str, str], int]],
) -> None:
    extract = read(*(message(thread, sender, day, to=ADA) for thread, sender, day in rows))
    began = {a.counterpart: a.day for a in extract.activities if a.kind is Kind.OUTREACH_SENT}

    for reply in extract.activities:
        if reply.kind is Kind.REPLY_RECEIVED:
            assert began[reply.counterpart] <= reply.day
    assert len(days(extract, Kind.MESSAGE_SENT)) == sum(sender is ADA for _, sender, _ in rows)
