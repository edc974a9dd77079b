"""Scenes around answers: help, doubt, courtesies, problems, feedback, and the rules."""

from collections.abc import Callable
from importlib.resources import files

from bot.answers.asking.prompts import prompts
from bot.answers.rules.announcing import notice, notice_for
from bot.answers.rules.rulebooks import parsed
from bot.answers.rules.uploading import draft, upload_form
from bot.messages import contexts as c
from bot.messages.contexts.agent import (
    FeedbackLine,
    FeedbackReport,
    FeedbackRow,
    FeedbackTaken,
    Prompts,
    Rated,
    Working,
)
from bot.workspace.seed.people import INGRID, JONAS, MATEO, MAYA, TOMAS
from tests.walks.gallery.scene import (
    Place,
    Scene,
    Seeded,
    asked,
    days_ago,
    given,
    there,
    typed,
)
from tests.walks.new_rules import COMMENTS

VERSION = "larkfield-1"
NOVEMBER = files("scoring").joinpath("rulebooks", "2026-11.toml").read_text("utf-8")
NEW_RULES = (
    NOVEMBER.replace('"2026-11"', f'"{VERSION}"')
    .replace("effective = 2026-11-11", f"effective = {days_ago(-14)}")
    .replace(COMMENTS, COMMENTS.replace("40", "60"))
)


def _preview(seeded: Seeded) -> c.Context:
    return draft(seeded.desk(), NEW_RULES, uploaded_by=MATEO.slack_id)


def _ahead(tell: Callable[[Seeded], c.Context | None]) -> Callable[[Seeded], c.Context]:
    return lambda seeded: there(tell(seeded))


def _notice(seeded: Seeded) -> c.Context | None:
    return notice(seeded.desk((parsed(NEW_RULES),)), seeded.team(), VERSION)


def _notice_for_maya(seeded: Seeded) -> c.Context | None:
    return notice_for(seeded.desk((parsed(NEW_RULES),)), seeded.member(MAYA), VERSION)


TALK = (
    Scene(c.Greeting, "“Hello!”", given(c.Greeting()), Place.DIRECT),
    Scene(c.Help, "`/ssi help`", typed("help")),
    Scene(c.CommandHelp, "`/ssi help plan`", typed("help plan")),
    Scene(c.DidYouMean, "`/ssi bord`", typed("bord")),
    Scene(Working, "while an answer is looked up", given(Working()), Place.STATUS),
    Scene(Prompts, "the direct message is opened",
          lambda seeded: prompts(seeded.desk(), seeded.asker(MAYA)), Place.PROMPTS),
    Scene(Rated, "“Why did my score drop?”", asked("why did my score drop?", JONAS),
          Place.DIRECT, JONAS),
    Scene(FeedbackTaken, "👍 or 👎", given(FeedbackTaken(good=False)), Place.DIRECT),
    Scene(FeedbackReport, "`/ssi setup feedback`", given(FeedbackReport(
        FeedbackLine(28, 41, 6),
        (FeedbackRow("why_change", 22, 4, 3), FeedbackRow("whatif", 6, 2, 0),
         FeedbackRow("score", 13, 0, 0)))), reader=MATEO),
    Scene(c.Unsure, "a question that may mean several things",
          given(c.Unsure("is that good for november", ("score", "compare", "why_change"))),
          Place.DIRECT),
    Scene(c.OutOfScope, "a question about something else", given(c.OutOfScope()), Place.DIRECT),
    Scene(c.Thanks, "“Thank you!”", given(c.Thanks()), Place.DIRECT),
    Scene(c.Problem, "something that its reader can mend", given(c.Problem(
        "The report on Mid-Market Sales is for its managers (<@U0INGRID09>). "
        "You can see your own score with `/ssi me`, and the leaderboard with `/ssi board`."))),
    Scene(c.Problem, "something that went wrong here",
          given(c.Problem("Something went wrong here, and it is not your doing.", "a1b2c3d4")),
          variant="incident"),
    Scene(c.Rules, "`/ssi rules`", typed("rules", TOMAS), reader=TOMAS),
    Scene(c.RulesUpload, "`/ssi rules upload`",
          lambda seeded: upload_form(seeded.desk(), seeded.asker(MATEO)), Place.MODAL, MATEO),
    Scene(c.RulesPreview, "a draft of new rules", _preview, Place.DIRECT, MATEO),
    Scene(c.RulesDecided, "*Publish*, *Discard*",
          given(c.RulesDecided(VERSION, days_ago(-14), published=True)), Place.DIRECT, MATEO),
    Scene(c.RulesNotice, "before new rules take effect", _ahead(_notice), Place.CHANNEL, INGRID),
    Scene(c.RulesForYou, "before new rules take effect, to each member", _ahead(_notice_for_maya),
          Place.DIRECT),
)  # fmt: skip
