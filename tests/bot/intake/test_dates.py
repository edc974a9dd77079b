"""Every way LinkedIn writes dates is read, and what cannot be is refused in words."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intake.date_forms import DateForm
from bot.intake.dates import AMERICAN, DAY, LINKEDIN_OPENED, STAMP, WEEKDAY, read_moment
from bot.intake.model import BadRow

TODAY = date(2026, 6, 30)
MOMENTS = st.datetimes(
    datetime(2003, 5, 5),  # noqa: DTZ001 -- hypothesis adds the zone
    datetime(2026, 7, 1),  # noqa: DTZ001 -- hypothesis adds the zone
    timezones=st.just(UTC),
).map(lambda moment: moment.replace(microsecond=0))
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def reason(text: str, *forms: DateForm, today: date = TODAY) -> str:
    with pytest.raises(BadRow) as caught:
        read_moment(text, forms or (STAMP,), today)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("2026-02-09 01:21:47", STAMP, datetime(2026, 2, 9, 1, 21, 47, tzinfo=UTC)),
        ("2025-06-01 14:03:22 UTC", STAMP, datetime(2025, 6, 1, 14, 3, 22, tzinfo=UTC)),
        ("2024/02/01 15:02:55 UTC", STAMP, datetime(2024, 2, 1, 15, 2, 55, tzinfo=UTC)),
        ("2026-05-02 06:12", STAMP, datetime(2026, 5, 2, 6, 12, tzinfo=UTC)),
        ("2019-07-02T04:22:13.0Z", STAMP, datetime(2019, 7, 2, 4, 22, 13, tzinfo=UTC)),
        ("2025-04-01", STAMP, datetime(2025, 4, 1, tzinfo=UTC)),
        ("08 Feb 2026", DAY, datetime(2026, 2, 8, tzinfo=UTC)),
        ("8 february 26", DAY, datetime(2026, 2, 8, tzinfo=UTC)),
        ("1/29/26, 2:37 PM", AMERICAN, datetime(2026, 1, 29, 14, 37, tzinfo=UTC)),
        ("1/29/26, 2:37\u202fPM", AMERICAN, datetime(2026, 1, 29, 14, 37, tzinfo=UTC)),
        ("01/19/13, 12:10 AM", AMERICAN, datetime(2013, 1, 19, 0, 10, tzinfo=UTC)),
        ("06/01/2025 12:00 pm", AMERICAN, datetime(2025, 6, 1, 12, 0, tzinfo=UTC)),
        ("03/29/26", AMERICAN, datetime(2026, 3, 29, tzinfo=UTC)),
        ("Wed Jun 24 12:43:42 UTC 2026", WEEKDAY, datetime(2026, 6, 24, 12, 43, 42, tzinfo=UTC)),
    ],
)
def test_the_forms_of_real_exports_are_read(text: str, form: DateForm, expected: datetime) -> None:
    assert read_moment(text, (form,), TODAY) == expected


@given(MOMENTS)
def test_whatever_moment_linkedin_writes_is_read_back(moment: datetime) -> None:
    month = MONTHS[moment.month - 1]
    clock = f"{moment:%H:%M:%S}"
    hour, half = (moment.hour - 1) % 12 + 1, "PM" if moment.hour >= 12 else "AM"
    minute = moment.replace(second=0)

    assert read_moment(f"{moment:%Y-%m-%d %H:%M:%S}", (STAMP,), TODAY) == moment
    weekday = f"Mon {month} {moment.day:02} {clock} UTC {moment.year}"
    assert read_moment(weekday, (WEEKDAY,), TODAY) == moment
    american = f"{moment.month}/{moment.day}/{moment:%y}, {hour}:{moment:%M} {half}"
    assert read_moment(american, (AMERICAN,), TODAY) == minute
    day = f"{moment.day:02} {month} {moment.year}"
    assert read_moment(day, (DAY,), TODAY).date() == moment.date()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2026-02-30 10:00:00", STAMP),
        ("2026-13-01 10:00:00", STAMP),
        ("2026-01-01 24:00:00", STAMP),
        ("2026-01-01 10:61:00", STAMP),
        ("0000-01-01 10:00:00", STAMP),
        ("31 Jun 2026", DAY),
        ("08 Foo 2026", DAY),
        ("29/01/26, 2:37 PM", AMERICAN),
        ("1/29/26, 13:37 PM", AMERICAN),
        ("1/29/26, 0:37 AM", AMERICAN),
    ],
)
def test_an_impossible_date_is_refused(text: str, form: DateForm) -> None:
    assert reason(text, form) == "Its date does not exist in the calendar."


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "45000",
        "2026-02-09T01:21:47+02:00",
        "09.02.2026 01:21",
        "08 Feb 2026",
        "\u0662\u0660\u0662\u0666-01-01",
    ],
)
def test_another_form_is_refused_and_the_right_one_shown(text: str) -> None:
    assert reason(text) == "Its date is not written like “2026-02-09 01:21:47”."


def test_a_blank_date_is_refused() -> None:
    assert reason("  ") == "It has no date."


def test_only_tomorrow_may_be_ahead_because_of_time_zones() -> None:
    tomorrow, later = TODAY + timedelta(days=1), TODAY + timedelta(days=2)

    assert read_moment(f"{tomorrow}", (STAMP,), TODAY).date() == tomorrow
    assert reason(f"{later}") == "Its date is in the future."
    assert reason("1/1/99", AMERICAN) == "Its date is in the future."


def test_nothing_happened_before_linkedin_opened() -> None:
    assert read_moment(f"{LINKEDIN_OPENED}", (STAMP,), TODAY).date() == LINKEDIN_OPENED
    assert reason("2003-05-04 23:59:59") == (
        "Its date is before 5 May 2003, the day LinkedIn opened."
    )


@given(st.text(max_size=40), st.sampled_from([STAMP, DAY, AMERICAN, WEEKDAY]))
def test_no_text_breaks_the_reader(text: str, form: DateForm) -> None:
    with suppress(BadRow):
        moment = read_moment(text, (form,), TODAY)
        assert LINKEDIN_OPENED <= moment.date() <= TODAY + timedelta(days=1)


def test_a_refusal_never_quotes_what_stood_in_the_cell() -> None:
    assert "secret" not in reason("secret") + reason("secret 2026", DAY)
