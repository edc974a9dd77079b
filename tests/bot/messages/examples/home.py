"""App Home and what belongs to it, as examples."""

from datetime import timedelta

from bot.messages import contexts as c
from bot.messages.contexts.agent import FeedbackLine
from bot.messages.contexts.home import (
    FirstSteps,
    HomeAdmin,
    HomeHealth,
    HomeScore,
    HomeSettings,
    HomeTeam,
)
from bot.messages.presses import HomePlace
from tests.bot.messages.examples.outcomes import some_tokens
from tests.bot.messages.examples.scores import an_own_score
from tests.bot.messages.examples.teams import TEAMS
from tests.bot.messages.samples import (
    HOSTILE,
    TODAY,
    Makers,
    some_actions,
    some_data,
    some_names,
)


def some_health(rows: int) -> HomeHealth:
    return HomeHealth(
        owed=rows,
        in_doubt=rows // 2,
        failed=rows // 3,
        late=rows > 5,
        scored_through=TODAY if rows else None,
        night_missing=rows > 5,
        engine="SQLite",
        recordings=rows,
        last_recording=TODAY if rows else None,
        disputes=rows,
        feedback=FeedbackLine(28, rows, rows // 2),
    )


def some_steps(rows: int) -> FirstSteps:
    return FirstSteps(HOSTILE if rows else None, rows, rows, rows, previewed=rows > 1)


def an_admins_part(rows: int) -> HomeAdmin:
    settings = HomeSettings(5, (3, 4, 5, *range(6, rows)), rows > 1, TODAY if rows else None)
    return HomeAdmin(
        some_steps(rows) if rows != 5 else None,
        settings,
        some_health(rows),
        some_tokens(min(rows, 20)),
        some_tokens(rows, revoked=True),
    )


def a_team(number: int) -> HomeTeam:
    average = 640 if number % 2 else None
    return HomeTeam(f"{HOSTILE}{number}", number, average, -3 if number % 3 else None, 5, number)


def a_home(rows: int) -> c.Home:
    trend = tuple(
        c.TrendPoint(TODAY - timedelta(weeks=n), 684 - n % 7) for n in range(min(rows, 13), 0, -1)
    )
    score = HomeScore(an_own_score(rows), trend, some_actions(rows)[0]) if rows else c.NoData(None)
    return c.Home(
        today=TODAY,
        score=score,
        teams=some_names(rows)[:5],
        team_pages=-(-rows // 5),
        managed=tuple(a_team(n) for n in range(min(rows, 5))),
        managed_pages=-(-rows // 5),
        place=HomePlace(rows // 10, rows // 20, steps=rows > 1),
        admin=an_admins_part(rows) if rows != 1 else None,
    )


def a_preview(rows: int) -> c.DigestPreview:
    digest = TEAMS[c.Digest](rows)
    assert isinstance(digest, c.Digest)
    return c.DigestPreview("C00NORTH1", digest)


HOME: Makers = {
    c.Home: a_home,
    c.Waiting: lambda _: c.Waiting(),
    c.HowToImport: lambda rows: c.HowToImport(some_data(rows).imports),
    c.DigestPreview: a_preview,
    c.SettingsChanged: lambda rows: c.SettingsChanged(rows + 3),
}
