"""Scenes of a team: its digest, its board, how it is set up, and what its manager sees."""

from bot.answers.score.shift import shift_note
from bot.answers.teams.board import digest, my_row
from bot.answers.teams.joining import setup
from bot.answers.teams.story import story
from bot.answers.upkeep.first_steps import preview
from bot.answers.upkeep.home import home
from bot.cli.demo import TEAM_CHANNEL_ID
from bot.messages import contexts as c
from bot.messages.contexts.api import TokenForm, TokenMade
from bot.messages.contexts.deliveries import Deliveries, DeliveryLine, NextDigest
from bot.messages.contexts.managing import (
    Coaching,
    ConsentAnswered,
    ConsentAsked,
    ConsentWanted,
    Exported,
)
from bot.messages.contexts.outcomes import TeamOutcomes
from bot.messages.contexts.weekly import Cheered, Kudos, Story
from bot.workspace.seed.people import (
    GRACE,
    INGRID,
    JONAS,
    MATEO,
    MAYA,
    NOUR,
    PRIYA,
    TEAM_NAME,
    ZONE,
    Person,
)
from tests.walks.browser import MONDAY
from tests.walks.gallery.scene import (
    SUNDAY,
    TODAY,
    Make,
    Place,
    Scene,
    Seeded,
    days_ago,
    given,
    person,
    there,
    typed,
)

MANAGERS = (INGRID.slack_id,)
KUDOS = Kudos(person(MAYA), person(PRIYA), 31)


def _home(whose: Person) -> Make:
    return lambda seeded: home(seeded.desk(), seeded.asker(whose))


def _digest(seeded: Seeded) -> c.Context:
    return digest(seeded.desk(), seeded.team(), SUNDAY)


def _shift_note(seeded: Seeded) -> c.Context:
    """Look back to the week in which what LinkedIn showed fell for everybody."""
    weeks = (days_ago(1 + 7 * number) for number in range(4))
    notes = (shift_note(seeded.desk(), seeded.team(), last) for last in weeks)
    return there(next(filter(None, notes), None))


NINE_TODAY = MONDAY.replace(hour=8, minute=0)
FARED = Deliveries(
    days=7,
    counts={"sent": 23, "failed": 1, "unknown": 1, "ready": 1},
    lines=(
        DeliveryLine("digest", TEAM_NAME, TEAM_CHANNEL_ID, NINE_TODAY, "failed", None,
                     "not_in_channel", "[]"),
        DeliveryLine("note", None, None, NINE_TODAY, "unknown", None,
                     "unverified:missing_scope", "[]"),
    ),
    found=2,
    page=1,
    pages=1,
    next=(NextDigest(TEAM_NAME, days_ago(-7), 9 * 60, ZONE),),
    stopped=(),
    posts_in_doubt=False,
    late_days=6,
    today=TODAY,
)  # fmt: skip

TEAMS = (
    Scene(c.Home, "App Home of a member", _home(MAYA), Place.HOME, on_phone=True),
    Scene(c.Home, "App Home of a manager", _home(INGRID), Place.HOME, INGRID, "manager"),
    Scene(c.Home, "App Home of an admin, before a first import", _home(MATEO), Place.HOME, MATEO,
          "admin"),
    Scene(c.Digest, "Mondays at nine, in the team's channel", _digest, Place.CHANNEL,
          on_phone=True),
    Scene(Story, "in the digest's thread",
          lambda seeded: story(seeded.desk(), seeded.team(), SUNDAY), Place.CHANNEL),
    Scene(Kudos, "*Cheer*, in the digest's thread", given(KUDOS), Place.CHANNEL),
    Scene(Cheered, "*Cheer*", given(Cheered(person(PRIYA), KUDOS))),
    Scene(c.MyRow, "*My row*",
          lambda seeded: my_row(seeded.desk(), seeded.team(), seeded.member(MAYA), SUNDAY)),
    Scene(c.Board, "`/ssi board`", typed("board")),
    Scene(c.TeamReport, "`/ssi team`", typed("team", INGRID), reader=INGRID),
    Scene(Exported, "*Export CSV*", given(Exported(TEAM_NAME, 8)), reader=INGRID),
    Scene(Coaching, "`/ssi team @Maya`, with her consent",
          typed(f"team <@{MAYA.slack_id}>", INGRID), reader=INGRID),
    Scene(Coaching, "`/ssi team @Jonas`, without it", typed(f"team <@{JONAS.slack_id}>", INGRID),
          reader=INGRID, variant="without-consent"),
    Scene(ConsentAsked, "*Ask to see more*", given(ConsentAsked(person(JONAS), again=False)),
          reader=INGRID),
    Scene(ConsentWanted, "to the member who is asked", given(ConsentWanted(INGRID.slack_id, 30)),
          Place.DIRECT, JONAS),
    Scene(ConsentAnswered, "*Allow for 30 days*, *No*, *Stop sharing*",
          given(ConsentAnswered(INGRID.slack_id, days_ago(-30), TODAY)), Place.DIRECT, JONAS),
    Scene(TeamOutcomes, "`/ssi impact`", typed("impact", INGRID), reader=INGRID),
    Scene(c.ShiftNote, "to managers, when many moved while inputs stood still", _shift_note,
          Place.DIRECT, INGRID),
    Scene(c.Setup, "`/ssi setup`",
          lambda seeded: setup(seeded.desk(), seeded.asker(INGRID), TEAM_CHANNEL_ID), Place.MODAL,
          INGRID),
    Scene(c.TeamReady, "a team is set up", given(
        c.TeamReady(TEAM_NAME, MANAGERS, 0, 9 * 60, ZONE, INGRID.slack_id)), Place.CHANNEL, INGRID),
    Scene(c.Joined, "*Join*", given(c.Joined(TEAM_NAME, MANAGERS, again=False)), reader=NOUR),
    Scene(c.Left, "*Leave*", given(c.Left(TEAM_NAME)), reader=NOUR),
    Scene(c.DeliveryFailed, "a post did not reach its channel", given(
        c.DeliveryFailed(TEAM_NAME, TEAM_CHANNEL_ID, "is_archived")), Place.DIRECT, INGRID),
    Scene(Deliveries, "`/ssi deliveries`", given(FARED), reader=MATEO),
    Scene(c.TeamProgress, "`/ssi goal team`", typed("goal team", INGRID), reader=INGRID),
    Scene(c.DigestPreview, "*Preview a digest* on an admin's App Home",
          lambda seeded: preview(seeded.desk(), seeded.asker(MATEO), TEAM_NAME), Place.MODAL,
          MATEO),
    Scene(c.SettingsChanged, "`/ssi setup smallest 4`", given(c.SettingsChanged(4)), reader=MATEO),
    Scene(TokenForm, "*Make a token* on an admin's App Home", given(TokenForm()), Place.MODAL,
          MATEO),
    Scene(TokenMade, "a token is made", given(
        TokenMade("HubSpot", f"ssi_1_1_{'0f' * 32}", "write")), Place.MODAL, MATEO),
    Scene(c.GamesSwitched, "`/ssi setup games off`", given(c.GamesSwitched(on=False)),
          reader=MATEO),
    Scene(c.Waiting, "the moment before an answer in a modal", given(c.Waiting()), Place.MODAL,
          GRACE),
)  # fmt: skip
