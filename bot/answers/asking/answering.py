"""The answers by name: what each word after `/ssi`, and each intent of a question, leads to."""

from collections.abc import Mapping

from bot.answers.aims.aiming import goal
from bot.answers.aims.games import switch_for_all
from bot.answers.asking import about_members
from bot.answers.asking.about_members import Answer
from bot.answers.asking.about_teams import board_of_team, impact_on_team, report_on_team
from bot.answers.asking.feedback import feedback_report
from bot.answers.asking.subjects import managed_teams, own_teams
from bot.answers.data.disputes import disputes
from bot.answers.data.log import ask_first, log
from bot.answers.data.log_words import asks_to_log
from bot.answers.data.own import data, how_to_import
from bot.answers.data.privacy import privacy
from bot.answers.data.quarantine import quarantined
from bot.answers.rules.today import rules
from bot.answers.score.compare import compare
from bot.answers.score.reported import linkedin
from bot.answers.turn import Turn
from bot.answers.upkeep.deliveries import deliveries
from bot.answers.upkeep.settings import set_smallest_team
from bot.errors import BadInput
from bot.messages.actions import DISPUTE
from bot.messages.contexts import CommandHelp, Context, Help, OutOfScope
from bot.understanding import Intent, Question


def plain_word(text: str) -> str:
    """Read one word as a command, however it is written: " Board?" is "board"."""
    return text.strip().lower().strip("?!.,:;`/\"'“”")


def _compare(turn: Turn, question: Question) -> Context:
    return compare(turn.desk, turn.asker.slack_id, turn.today, question)


def _rules(turn: Turn, _question: Question) -> Context:
    return rules(turn.desk, turn.today, turn.asker.slack_id)


def _privacy(turn: Turn, _question: Question) -> Context:
    desk = turn.desk
    return privacy(desk, desk.store.members.by_slack_id(desk.workspace_id, turn.asker.slack_id))


def _setup(turn: Turn, _question: Question) -> Context:
    """Set what holds for everybody; the form for a team opens without words."""
    match turn.text.lower().split():
        case ["games", ("on" | "off") as choice]:
            return switch_for_all(turn.desk, turn.asker, on=choice == "on")
        case ["smallest", number]:
            return set_smallest_team(turn.desk, turn.asker, number)
        case ["feedback"]:
            return feedback_report(turn.desk, turn.asker)
    raise BadInput(
        "`/ssi setup` alone opens the form for this channel's team; `/ssi setup games off` "
        "hides goals, streaks and badges from everybody; `/ssi setup smallest 5` shows averages "
        "of five scored members or more; `/ssi setup feedback` tells what people said of answers."
    )


def _data(turn: Turn, _question: Question) -> Context:
    """Tell what is stored; who plainly asks to log something is asked whether to."""
    if asks_to_log(turn.text):
        return ask_first(turn)
    return data(turn.desk, turn.asker)


def _linkedin(turn: Turn, _question: Question) -> Context:
    return linkedin(turn.desk, turn.asker, turn.text)


def _help(turn: Turn, question: Question) -> Context:
    """Tell what there is, or how the word that follows is used."""
    word = plain_word(turn.text)
    return CommandHelp(word) if word in WORDS else _all_help(turn, question)


def _all_help(turn: Turn, _question: Question) -> Context:
    return Help(is_manager=bool(managed_teams(turn)), has_team=bool(own_teams(turn)))


COMMANDS: Mapping[str, Answer] = {
    "": _all_help,
    "help": _help,
    "me": about_members.score,
    "why": about_members.change,
    "details": about_members.every_cause,
    "team": report_on_team,
    "board": board_of_team,
    "impact": impact_on_team,
    "next": about_members.what_next,
    "tips": about_members.own_tips,
    "goal": lambda turn, _question: goal(turn),
    "outlook": about_members.what_leaves,
    "plan": about_members.plan_or_efforts,
    "whatif": about_members.what_if,
    "trend": about_members.past_scores,
    "compare": _compare,
    "rules": _rules,
    "privacy": _privacy,
    "data": _data,
    "linkedin": _linkedin,
    "log": lambda turn, _question: log(turn),
    "disputes": lambda turn, _question: disputes(turn),
    "setup": _setup,
    "deliveries": lambda turn, _question: deliveries(turn),
    "imports": lambda turn, _question: quarantined(turn),
    "import": lambda turn, _question: how_to_import(turn.desk, turn.asker),
}
"""What `/ssi` takes for certain by its first word; buttons of the same names lead here, too."""

WORDS = frozenset({*COMMANDS, DISPUTE} - {""})
"""Every word that does something after `/ssi`: one of them opens a form, and does nothing else."""

MEANING: Mapping[str, Intent] = {
    "me": Intent.SCORE,
    "why": Intent.WHY_CHANGE,
    "details": Intent.WHY_CHANGE,
    "team": Intent.TEAM_REPORT,
    "board": Intent.LEADERBOARD,
    "next": Intent.IMPROVE,
    "tips": Intent.IMPROVE,
    "plan": Intent.WHATIF,
    "whatif": Intent.WHATIF,
    "trend": Intent.TREND,
    "compare": Intent.COMPARE,
}
"""What the words ask that a conversation can go on from."""

BY_INTENT: Mapping[Intent, Answer] = {
    Intent.WHY_CHANGE: about_members.change,
    Intent.COHORT: about_members.change,
    Intent.SCORE: about_members.score,
    Intent.TREND: about_members.past_scores,
    Intent.LEADERBOARD: board_of_team,
    Intent.COMPARE: _compare,
    Intent.IMPROVE: about_members.what_next,
    Intent.RULES: _rules,
    Intent.WHATIF: about_members.what_if,
    Intent.DATA: _data,
    Intent.PRIVACY: _privacy,
    Intent.TEAM_REPORT: report_on_team,
    Intent.HELP: _all_help,
    Intent.OUT_OF_SCOPE: lambda _turn, _question: OutOfScope(),
}
"""What a question leads to whose intent is certain."""
