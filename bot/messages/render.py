"""From an answer's context to what Slack shows: a template prints JSON, a line for each block."""

import json
import re
from dataclasses import fields
from datetime import date
from typing import TypeAlias

from markupsafe import Markup

from bot.messages.contexts import (
    Board,
    Compare,
    Context,
    Data,
    Details,
    Digest,
    DigestPreview,
    DisputeAsked,
    DisputeDecided,
    DisputeForm,
    DisputeRaised,
    Disputes,
    Echoed,
    HeadsUp,
    Home,
    LogDoubt,
    LogForm,
    Logged,
    Me,
    MyRow,
    Nudge,
    OtherRules,
    Outlook,
    Plan,
    Progress,
    Reported,
    ReportedForm,
    RulesUpload,
    Setup,
    ShiftNote,
    StandStill,
    TeamProgress,
    TeamReport,
    Tips,
    Trend,
    Waiting,
    WhatIf,
    Why,
)
from bot.messages.contexts.agent import Prompts, Rated
from bot.messages.contexts.api import TokenForm
from bot.messages.contexts.deliveries import Deliveries
from bot.messages.contexts.importing import ColumnsForm, Preview, SeatsForm, TeamPreview
from bot.messages.contexts.managing import Coaching, ConsentAnswered
from bot.messages.contexts.outcomes import TeamOutcomes
from bot.messages.contexts.quarantine import Quarantined
from bot.messages.contexts.score import PastScore
from bot.messages.contexts.weekly import NoteSwitched, Story, WeeklyNote
from bot.messages.environment import environment
from bot.messages.message import Block, Json, Message, fits, plain

__all__ = [
    "Block",
    "Form",
    "Message",
    "View",
    "plain",
    "render",
    "render_answer",
    "render_prompts",
    "render_view",
    "template_name",
]

Form: TypeAlias = (
    Setup | RulesUpload | ReportedForm | LogForm | DisputeForm | TokenForm | ColumnsForm | SeatsForm
)
"""What fills a modal."""

View: TypeAlias = dict[str, Json]
"""A modal or an App Home, as ``views.open`` and ``views.publish`` take it."""

IN_VIEWS = frozenset(
    {"actions", "context", "divider", "header", "image", "rich_text", "section", "video"}
)
"""The types of blocks that an answer may have and a modal takes."""

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


def render(context: Context, *, language: str = "en") -> Message:
    """Render an answer's context as a message within Slack's limits.

    Args:
        context: What the answer found out.
        language: The folder of the templates.

    Returns:
        The message. One whose tables make it too long for Slack comes in its plain form instead.
    """
    printed = _print(context, language)
    text = "".join(str(line["fallback"]) for line in printed if "fallback" in line)
    message = Message(text, [line for line in printed if "type" in line])
    return message if fits(message) else plain(message)


def render_view(context: Form | Home | Waiting, *, language: str = "en") -> View:
    """Render a modal or the App Home; the arguments are those of ``render``."""
    printed = _print(context, language)
    view: View = {}
    for line in printed:
        match line:
            case {"view": dict(properties)}:
                view |= properties
    return view | {"blocks": [line for line in printed if "type" in line]}


def render_answer(context: Context, *, language: str = "en") -> View:
    """Render an answer as a modal; the arguments are those of ``render``.

    It comes in its plain form, and without blocks that Slack takes in messages alone.
    """
    blocks = plain(render(context, language=language)).blocks
    shown: list[Json] = [block for block in blocks if block["type"] in IN_VIEWS]
    return render_view(Waiting(), language=language) | {"blocks": shown}


def render_prompts(context: Prompts, *, language: str = "en") -> tuple[str, list[dict[str, str]]]:
    """Render suggested questions: what stands over them, and each with its title and message."""
    printed = _print(context, language)
    title = "".join(str(line["fallback"]) for line in printed if "fallback" in line)
    prompts = [prompt for line in printed if isinstance(prompt := line.get("prompt"), dict)]
    return title, [{name: str(text) for name, text in prompt.items()} for prompt in prompts]


def template_name(context: type[Context]) -> str:
    """Tell which template shows a context: ``MyRow`` is shown by ``my_row.j2``."""
    return _CAPITAL.sub("_", context.__name__).lower() + ".j2"


def variables(context: type[Context]) -> tuple[str, ...]:
    """Name what a context gives to its template: its fields and its properties."""
    properties = (name for name, what in vars(context).items() if isinstance(what, property))
    return (*(field.name for field in fields(context)), *properties)


def _print(context: Context, language: str) -> list[Block]:
    lines = [json.loads(line) for line in _printed(context, language).split("\n") if line.strip()]
    return (
        lines + _previewed(context.digest, language)
        if isinstance(context, DigestPreview)
        else lines
    )


def _previewed(digest: Digest, language: str) -> list[Block]:
    """Print a digest without its buttons, for they act on the team."""
    printed = _print(digest, language)
    return [line for line in printed if line.get("type", "actions") != "actions"]


def _printed(context: Context, language: str) -> str:
    """Print a context by its template; an answer within another context comes printed already."""
    kind = type(context)
    template = environment(language).get_template(template_name(kind))
    given = {name: getattr(context, name) for name in variables(kind)}
    if isinstance(context, Echoed | Rated):
        given["answer"] = Markup(_printed(context.answer, language))  # noqa: S704 - printed by us
    return template.render(given | {"today": _today(context)})


def _today(context: Context) -> date:
    """Tell the day that a context speaks from; where there is none, all years are told."""
    match context:
        case Why(today=date() as day) | Why(last=day) | Digest(last=day) | Details(today=day):
            return day
        case Home(today=day) | Me(day=day) | Outlook(day=day) | ShiftNote(last=day):
            return day
        case TeamReport(day=day) | MyRow(day=day) | HeadsUp(today=day) | StandStill(day=day):
            return day
        case (
            Plan(day=day)
            | Story(last=day)
            | WeeklyNote(today=day)
            | NoteSwitched(on=date() as day)
            | WhatIf(day=day)
            | OtherRules(day=day)
            | Board(day=day)
            | Coaching(day=day)
            | ConsentAnswered(today=day)
            | Data(today=day)
            | Compare(day=day)
            | Nudge(today=day)
            | Trend(today=day)
        ):
            return day
        case (
            Reported(today=day)
            | Echoed(today=day)
            | Prompts(today=day)
            | PastScore(today=day)
            | ReportedForm(day=day)
            | Tips(day=day)
            | Progress(today=day)
            | TeamProgress(today=day)
            | LogForm(today=day)
            | LogDoubt(today=day)
            | Logged(today=day)
            | DisputeForm(today=day)
            | DisputeRaised(today=day)
            | DisputeAsked(today=day)
            | DisputeDecided(today=day)
            | Disputes(today=day)
            | Preview(today=day)
            | TeamPreview(today=day)
            | ColumnsForm(today=day)
            | Quarantined(today=day)
            | Deliveries(today=day)
            | TeamOutcomes(last=day)
        ):
            return day
        case _:
            return date.min
