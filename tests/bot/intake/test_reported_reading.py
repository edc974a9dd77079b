"""What people type, paste or keep of LinkedIn's index is read right, asked about, or refused."""

import io
import json
import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadInput
from bot.intake.reported import Doubtful, Series, is_pasted, read_reported, read_series
from scoring.model import Pillar
from scoring.reported import Figures, ReportedReading, Whose

DATA = Path(__file__).parents[2] / "data" / "linkedin_ssi"
TODAY = date(2026, 6, 30)
FOUR = dict(zip(Pillar, (2100, 640, 1025, 1500), strict=True))
PASTED = json.loads((DATA / "pasted.json").read_text("utf-8"))


def read(text: str) -> ReportedReading:
    return read_reported(text, TODAY)


def own(text: str) -> Figures:
    return read(text).of(Whose.OWN)


@pytest.mark.parametrize(
    "text",
    [
        "21.0 6.4 10.25 15",
        "21,0 6,4 10,25 15",
        "21, 6.4, 10.25, 15",
        "21;6,4;10,25;15",
        "21,6.4,10.25,15",
        "brand 21 people 6,4 insights 10.25 relationships 15",
        "Brand: 21 of 25, People: 6.4, Insights = 10.25; Relationships 15/25",
        "relationships 15 insights 10.25 people 6.4 brand 21",
        "21 brand 6.4 people 10.25 insights 15 relationships",
    ],
)
def test_four_pillars_however_they_are_typed(text: str) -> None:
    assert own(text) == Figures(pillars=FOUR)


@pytest.mark.parametrize(
    "text", ["53 21 6.4 10.25 15", "21 6.4 10.25 15 53", "21 6 11 15 total 53"]
)
def test_a_fifth_number_is_the_total_before_or_after(text: str) -> None:
    assert own(text).overall == 5300


@pytest.mark.parametrize("text", ["53", "53/100", "total 53", "my linkedin SSI score is 53 of 100"])
def test_one_number_is_the_total_and_the_pillars_stay_unknown(text: str) -> None:
    assert own(text) == Figures(overall=5300)


@pytest.mark.parametrize(
    "text",
    ["total 53 industry 9 network 13", "53 industry top 9% network: top 13 %"],
)
def test_ranks_are_of_their_groups(text: str) -> None:
    assert read(text).figures == {
        Whose.OWN: Figures(overall=5300),
        Whose.INDUSTRY: Figures(rank=9),
        Whose.NETWORK: Figures(rank=13),
    }


def test_a_day_may_be_named() -> None:
    assert read("53").day == TODAY
    assert read("53 yesterday").day == date(2026, 6, 29)
    assert read("53 on 2026-05-19").day == date(2026, 5, 19)


PILLAR_POINTS = st.integers(1, 2500).map(lambda hundredths: Decimal(hundredths) / 100)


@given(st.tuples(*[PILLAR_POINTS] * 4), st.sampled_from(".,"), st.sampled_from([" ", "; ", " | "]))
def test_any_four_pillars_are_read_as_they_are_written(
    values: tuple[Decimal, ...], decimal: str, between: str
) -> None:
    text = between.join(str(value).replace(".", decimal) for value in values)

    pillars = own(text).pillars

    assert [pillars[pillar] for pillar in Pillar] == [int(value * 100) for value in values]


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused_in_words(text: str) -> None:
    with suppress(BadInput):
        assert read(text).figures


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("brand 27", "Brand 27 cannot be: it goes from 0 to 25. What does LinkedIn show?"),
        ("-3", "Total -3 cannot be: it goes from 0 to 100."),
        ("102", "Total 102 cannot be"),
        ("industry 0", "Industry rank 0 cannot be: ranks go from “top 1 %” to “top 100 %”."),
        ("network 9.5", "Network rank 9.5 cannot be"),
        (
            "60 21 6.4 10.25 15",
            "The pillars add up to 52.65, but the total is 60. Which of these numbers does",
        ),
        ("total 10 brand 21", "The pillars leave a total of 21 to 96, but the total is 10."),
        ("brand 21 brand 22", "You gave two numbers for Brand. Which one does LinkedIn show?"),
        ("why is it 53", "I don't understand “why” there. Give the four pillars"),
        ("21 6.4 10", "I read 3 numbers and can't tell what they are."),
        ("brand people 3", "I can't tell which number belongs to which name."),
        ("brand", "One of the names has no number."),
        ("the", "There is no number in it."),
        ("53 2026-07-01", "2026-07-01 is still to come."),
        ("53 2013-07-01", "LinkedIn had no such index on 2013-07-01."),
        ("53 2026-02-30", "2026-02-30 is no day of the calendar."),
        ('{"memberScore": {"overall"', "This JSON is cut or damaged."),
        ('{"activeSeat": false}', "This JSON holds no “memberScore”"),
        ('{"memberScore": {"overall": 1e400}}', "cannot be: it goes from 0 to 100."),
    ],
)
def test_what_cannot_be_is_asked_about_in_a_plain_sentence(text: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=re.escape(sentence)):
        read(text)


@pytest.mark.parametrize("total", [52, 53])
def test_the_gauge_may_be_off_by_rounding(total: int) -> None:
    assert own(f"{total} 20.998 6.5 9.55 15").overall == total * 100


@pytest.mark.parametrize("text", ["0 0 0 0", "brand 0 people 6.4", "total 0", "21 6.4 0.0 15"])
def test_a_zero_is_asked_about_and_taken_only_when_it_is_certain(text: str) -> None:
    with pytest.raises(Doubtful, match="Does LinkedIn really show 0 for"):
        read(text)

    figures = read_reported(text, TODAY, certain=True).of(Whose.OWN)
    assert 0 in (figures.overall, *figures.pillars.values())


@pytest.mark.parametrize("nested", [False, True])
def test_pasted_json_is_read_with_its_groups(*, nested: bool) -> None:
    text = json.dumps({"data": PASTED} if nested else PASTED)

    assert is_pasted(text)
    assert read(f"```{text}```").figures == {
        Whose.OWN: Figures(1971, dict(zip(Pillar, (1312, 368, 30, 261), strict=True))),
        Whose.INDUSTRY: Figures(overall=3099, rank=75),
        Whose.NETWORK: Figures(overall=3272, rank=81),
    }


def test_quotation_marks_that_slack_made_curly_do_no_harm() -> None:
    text = json.dumps({"memberScore": {"overall": 52.5}})
    curly = re.sub(r'"(\w+)"', r"“\1”", text)
    assert own(curly).overall == 5250


def test_a_team_is_kept_too_and_an_unknown_group_left_alone() -> None:
    team = {"groupType": "TEAM", "rank": 12, "groupSize": 9, "score": {"overall": 41.5}}
    text = json.dumps(PASTED | {"groupScore": [team, {"groupType": "PLANET", "rank": 1}]})
    reading = read(text)
    assert reading.of(Whose.TEAM) == Figures(overall=4150, rank=12)
    assert set(reading.figures) == {Whose.OWN, Whose.TEAM}


def series(name: str) -> Series:
    found = read_series(DATA / name, name, TODAY)
    assert found
    return found


def test_the_tidy_series_comes_in_day_by_day() -> None:
    found = series("series_tidy.csv")

    assert found.refused == ()
    assert len(found.readings) == 9
    first = found.readings[0]
    assert first.day == date(2026, 4, 27)
    assert first.of(Whose.INDUSTRY) == Figures(overall=3500, rank=10)
    assert [reading.of(Whose.OWN).pillars[Pillar.INSIGHTS] for reading in found.readings] == [
        1025, 1025, 950, 955, 1025, 1025, 1025, 1025, 1025,
    ]  # fmt: skip


def test_the_trackers_file_with_portuguese_labels_says_the_same() -> None:
    for day in ("18", "19"):
        (reading,) = series(f"ssi_2026-05-{day}.csv").readings
        assert reading in series("series_tidy.csv").readings


def test_days_with_a_failed_reading_are_refused_one_by_one() -> None:
    rows = "date,overall,brand\n2026-05-12,53,21\n2026-05-13,0,0.0\n13 May,52,21\n2026-05-15,x,21\n"
    found = read_series(io.BytesIO(rows.encode()), "mine.csv", TODAY)

    assert found
    assert [reading.day.day for reading in found.readings] == [12]
    assert [error.row for error in found.refused] == [3, 4, 5]
    assert "really show 0" in found.refused[0].reason


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Comments.csv", b"Date,Link,Message\n2026-06-28 10:00:00,https://x,Hello\n"),
        ("series.txt", b"date,overall\n2026-05-12,53\n"),
        ("empty.csv", b""),
        ("export.zip", b"PK\x03\x04"),
        ("latin.csv", "date,overall,é\n".encode("latin-1")),
        ("long.csv", b'date,"' + b"x" * 200_000),
    ],
)
def test_other_files_are_left_to_others(name: str, content: bytes) -> None:
    stream = io.BytesIO(content)

    assert read_series(stream, name, TODAY) is None
    assert stream.read() == content


def test_a_json_file_is_one_reading() -> None:
    stream = io.BytesIO(json.dumps(PASTED).encode())
    found = read_series(stream, "ssi.json", TODAY)
    assert found
    assert [reading.day for reading in found.readings] == [TODAY]
