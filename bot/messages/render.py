"""From an answer's context to what Slack shows: a template prints JSON, a line for each block."""

import json
import re
from dataclasses import fields
from datetime import date
from typing import TypeAlias

from bot.messages.contexts import (
    Board,
    Compare,
    Context,
    Data,
    Details,
    Digest,
    HeadsUp,
    Home,
    Me,
    MyRow,
    Nudge,
    Outlook,
    Plan,
    Reported,
    ReportedForm,
    RulesUpload,
    Setup,
    ShiftNote,
    StandStill,
    TeamReport,
    Trend,
    WhatIf,
    Why,
)
from bot.messages.environment import environment
from bot.messages.message import Block, Json, Message, fits, plain

__all__ = ["Block", "Form", "Message", "View", "plain", "render", "render_view", "template_name"]

Form: TypeAlias = Setup | RulesUpload | ReportedForm
"""What fills a modal."""

View: TypeAlias = dict[str, Json]
"""A modal or an App Home, as ``views.open`` and ``views.publish`` take it."""

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


def render_view(context: Form | Home, *, language: str = "en") -> View:
    """Render a modal or the App Home; the arguments are those of ``render``."""
    printed = _print(context, language)
    view: View = {}
    for line in printed:
        match line:
            case {"view": dict(properties)}:
                view |= properties
    return view | {"blocks": [line for line in printed if "type" in line]}


def template_name(context: type[Context]) -> str:
    """Tell which template shows a context: ``MyRow`` is shown by ``my_row.j2``."""
    return _CAPITAL.sub("_", context.__name__).lower() + ".j2"


def variables(context: type[Context]) -> tuple[str, ...]:
    """Name what a context gives to its template: its fields and its properties."""
    properties = (name for name, what in vars(context).items() if isinstance(what, property))
    return (*(field.name for field in fields(context)), *properties)


def _print(context: Context, language: str) -> list[Block]:
    kind = type(context)
    template = environment(language).get_template(template_name(kind))
    given = {name: getattr(context, name) for name in variables(kind)}
    printed = template.render(given | {"today": _today(context)})
    return [json.loads(line) for line in printed.split("\n") if line.strip()]


def _today(context: Context) -> date:
    """Tell the day that a context speaks from; where there is none, all years are told."""
    match context:
        case Why(today=date() as day) | Why(last=day) | Digest(last=day) | Details(today=day):
            return day
        case Home(me=Me(day=day)) | Me(day=day) | Outlook(day=day) | ShiftNote(last=day):
            return day
        case TeamReport(day=day) | MyRow(day=day) | HeadsUp(today=day) | StandStill(day=day):
            return day
        case Plan(day=day) | WhatIf(day=day) | Data(today=day) | Board(day=day) | Compare(day=day):
            return day
        case Reported(today=day) | ReportedForm(day=day) | Nudge(today=day) | Trend(today=day):
            return day
        case _:
            return date.min
