"""The language of a locale, numbers and days as it writes them, and instants in Slack's dates."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.messages import contexts as c
from bot.messages.dates import instant
from bot.messages.languages import spoken
from bot.messages.render import render
from bot.messages.words import load_words
from tests.bot.messages.samples import TODAY


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("de-DE", "de"),
        ("de-AT", "de"),
        ("DE", "de"),
        ("en-GB", "en"),
        ("fr-FR", "en"),
        ("", "en"),
        (None, "en"),
        ("../en", "en"),
    ],
)
def test_a_locale_is_read_in_the_nearest_language(locale: str | None, language: str) -> None:
    assert spoken(locale) == language


def test_german_writes_decimal_commas_and_days_with_points() -> None:
    outlook = c.Outlook(
        person=None,
        day=TODAY,
        points=684,
        days=(),
        points_then=684,
        until=TODAY + timedelta(days=28),
        reference="r",
    )
    assert render(outlook, language="de").text == (
        "Bis Mi., 16. Dez. fällt nichts aus dem Zeitfenster: Es bleibt bei 68,4."
    )


def test_an_instant_is_slacks_to_say_and_has_a_text_for_where_it_cannot() -> None:
    berlin = timezone(timedelta(hours=1))
    when = datetime(2026, 11, 18, 0, 30, tzinfo=berlin)
    seconds = int(datetime(2026, 11, 17, 23, 30, tzinfo=UTC).timestamp())
    assert instant(when, load_words("en").dates) == (
        f"<!date^{seconds}^{{date_short_pretty}} at {{time}}|17 Nov 2026, 23:30 UTC>"
    )
    assert instant(when, load_words("de").dates) == (
        f"<!date^{seconds}^{{date_short_pretty}}, {{time}}|17. Nov. 2026, 23:30 UTC>"
    )
