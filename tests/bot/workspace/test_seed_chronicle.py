"""What the demo tells of its people: when it became known, and what they wrote."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.workspace.seed.chronicle import chronicle, day_in_demo
from bot.workspace.seed.people import CAST, TEAM_CHANNEL, ZONE
from bot.workspace.seed.stories import SAVED_SEARCHES_ENDED
from bot.workspace.seed.talk import SMALL_TALK, spoken_at
from scoring.model import Kind

SATURDAY_NIGHT = datetime(2026, 11, 21, 20, 15, tzinfo=UTC)
MONDAY_MORNING = datetime(2026, 11, 23, 6, 5, tzinfo=UTC)
A_THURSDAY_LATER = datetime(2027, 4, 1, 23, 59, tzinfo=UTC)
DAYS = (SATURDAY_NIGHT, MONDAY_MORNING, A_THURSDAY_LATER)


def test_no_search_is_saved_once_the_platform_has_none() -> None:
    saved = [
        deed.day
        for now in DAYS
        for entry in chronicle(CAST, now)
        for deed in entry.deeds
        if deed.kind is Kind.SEARCH_SAVED
    ]
    assert saved
    assert all(day < SAVED_SEARCHES_ENDED for day in saved)


def test_things_become_known_in_order_and_never_before_they_happened() -> None:
    for now in DAYS:
        entries = chronicle(CAST, now)
        instants = [entry.at for entry in entries]
        assert instants == sorted(instants)
        assert instants[-1] <= now
        assert all(deed.day <= day_in_demo(entry.at) for entry in entries for deed in entry.deeds)


def test_the_same_instant_gives_the_same_demo() -> None:
    assert chronicle(CAST, SATURDAY_NIGHT) == chronicle(CAST, SATURDAY_NIGHT)


def test_nobody_can_be_reached_by_the_addresses_of_the_cast() -> None:
    assert {person.email.partition("@")[2] for person in CAST} == {"example.com"}
    assert len({person.slack_id for person in CAST}) == len(CAST) == 10


def test_people_write_in_their_own_channels_on_working_days_before_now() -> None:
    for now in DAYS:
        for line in SMALL_TALK:
            spoken = spoken_at(line, now)
            assert line.channel in line.author.channels
            assert spoken < now
            assert spoken.astimezone(ZoneInfo(ZONE)).weekday() < 5


def test_two_or_three_people_have_written_in_the_teams_channel() -> None:
    assert 2 <= len({line.author for line in SMALL_TALK if line.channel == TEAM_CHANNEL}) <= 3
