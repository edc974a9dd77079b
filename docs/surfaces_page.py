"""Makes the page of surfaces: for each place in Slack its answer, its contexts, its templates.

Run ``uv run python docs/surfaces_page.py`` after one was added. The page follows the code: from a
surface's function it goes to the functions that this names, as far as those that say which contexts
they return. A test tells when the page is not what this makes.
"""

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType
from typing import get_args, get_type_hints

from bot.answers.ahead.warning import warn
from bot.answers.asking import conversation, prompts
from bot.answers.asking.feedback import give_feedback
from bot.answers.data import channel_links, pending, previewing, privacy
from bot.answers.score import reported
from bot.answers.teams import joining
from bot.answers.teams.board import my_row
from bot.answers.teams.cheering import cheer
from bot.answers.upkeep import owed
from bot.answers.upkeep.first_steps import preview
from bot.answers.upkeep.home import home
from bot.messages import actions
from bot.messages.contexts import Context
from bot.messages.render import template_name
from bot.slack.clicks import BY_VALUE
from bot.slack.exports import send_structure, send_team_file
from bot.slack.home_clicks import ACTS
from bot.slack.modals import MODALS

ROOT = Path(__file__).parents[1]
PAGE = Path(__file__).with_name("surfaces.md")
CONTEXTS = frozenset(get_args(Context))
ANSWERS = "bot.answers."
FOLLOWED = frozenset(name for name in sys.modules if name.startswith((ANSWERS, "bot.slack.")))
MANY = 12
BUTTON = re.compile(r"\bids\.([A-Z_]+)\b")

ELSEWHERE: Mapping[str, Callable[..., object]] = {
    actions.CHEER: cheer,
    actions.FEEDBACK: give_feedback,
    actions.HIDE: privacy.show_on_boards,
    actions.HOME_TURN: home,
    actions.IMPORT_CANCEL: pending.cancel,
    actions.IMPORT_START: pending.import_claimed,
    actions.JOIN: joining.join,
    actions.LEAVE: joining.leave,
    actions.MY_ROW: my_row,
    actions.PREVIEW: preview,
    actions.READING: conversation.answer,
    actions.RUN: conversation.answer,
    actions.SHOW: privacy.show_on_boards,
    actions.STRUCTURE: send_structure,
    actions.TEAM_EXPORT: send_team_file,
    actions.WARN: warn,
}
"""Buttons that no table of the listeners holds."""

SAID: Mapping[str, Callable[..., object]] = {
    "`app_home_opened`": home,
    "`app_home_opened`, on the messages": prompts.prompts,
    "`app_mention`, `message.im`": conversation.answer,
    "a file in the DM (`message.im`)": previewing.look,
    "a table of what LinkedIn showed in the DM (`message.im`)": reported.import_series,
    "numbers of LinkedIn pasted in the DM (`message.im`)": reported.linkedin,
    "a link to a LinkedIn post in a channel that counts them (`link_shared`)": channel_links.share,
    "the same, to the channel": channel_links.ask,
}

HEAD = """# Surfaces

Every place in Slack where the bot is spoken to or speaks, the answer that it leads to, and what
shows it: answers are modules of `bot.answers`, templates are in `templates/en`.

Whatever is said in words leads where the word after `/ssi` does that means the same; besides, it
may be met with a `Greeting`, `Thanks`, `OutOfScope`, or where it is not clear, `Unsure`; a word
that is not known brings `DidYouMean`. Answers to words that name days, a pillar or a signal come
within an `Echoed`, which tells what was understood of them; answers to questions in words come
within a `Rated`, which asks whether they were good, and in a DM `Working` goes before them. From
everywhere a `Problem` may come: the sentence of an error that its reader can mend, or the number of
an incident. A modal shows `Waiting` until its answer is there. While a file comes in,
`ImportProgress` stands where its preview was, and `ImportStopped` where it came no further.
`DeliveryFailed` tells who set a team up that its message could not be posted. `Kudos` is the cheer
that a digest's thread gets.

At `app_uninstalled` and `tokens_revoked` nobody is answered: the workspace's token is forgotten.

This page is made by [surfaces_page.py](surfaces_page.py) from the code.
"""

Row = tuple[str, *tuple[Callable[..., object], ...]]
"""A surface, and the functions that it leads to."""


def page() -> str:
    """Write the whole page."""
    return "\n".join(
        [
            HEAD,
            *_table("Words after `/ssi`", _words()),
            *_table("Buttons and menus", _buttons()),
            *_table("Modals", _modals()),
            *_table("Events", SAID.items()),
            *_table("Messages that are owed", _owed()),
        ]
    )


def buttons_of_templates() -> set[str]:
    """Name the actions of all buttons and menus, as templates use them."""
    texts = (path.read_text("utf-8") for path in ROOT.glob("templates/**/*.j2"))
    names = {name for text in texts for name in BUTTON.findall(text)}
    return {value for name in names if isinstance(value := getattr(actions, name), str)}


def _words() -> Iterator[Row]:
    for word, answer in sorted(conversation.COMMANDS.items()):
        yield f"`/ssi {word}`".replace(" `", "`"), answer


def _buttons() -> Iterator[Row]:
    on_home = dict.fromkeys(ACTS, home)  # they act there, and show it anew
    known = on_home | dict(conversation.COMMANDS) | dict(BY_VALUE) | dict(ELSEWHERE)
    openers = {modal.opened_by: modal.fill for modal in MODALS}
    fields = {modal.callback_id for modal in MODALS}
    for action in sorted(buttons_of_templates()):
        if action in known or action in openers:
            yield f"`{action}`", openers.get(action) or known[action]
        elif action not in fields and not _is_field(action):
            raise KeyError(f"{action}: say in ELSEWHERE where this button leads")


def _is_field(action: str) -> bool:
    """Whether this is a field of a modal: those are named after it, or told apart by their use."""
    constants = {v: k for k, v in vars(actions).items() if isinstance(v, str) and k.isupper()}
    callbacks = tuple(constants[modal.callback_id] + "_" for modal in MODALS)
    return constants[action].startswith(callbacks) or action == actions.RULES_PART


def _modals() -> Iterator[Row]:
    for modal in MODALS:
        yield f"`{modal.callback_id}`, opened by `{modal.opened_by}`", modal.fill
        yield f"`{modal.callback_id}`, submitted", modal.take, modal.tell


def _owed() -> Iterator[Row]:
    for kind, gather in sorted(owed._BY_KIND.items()):  # noqa: SLF001 - the page tells all of them
        yield f"`{kind}`", gather


def _table(title: str, rows: Iterable[Row]) -> Iterator[str]:
    yield from (f"## {title}", "", "| surface | answer | context: template |", "|---|---|---|")
    for surface, *functions in rows:
        found = {found for function in functions for found in reached(function)}
        answers = ", ".join(f"`{module}`" for module in sorted({module for module, _ in found}))
        shown = {context.__name__: template_name(context) for _, context in found}
        contexts = ", ".join(f"`{name}`: `{shown[name]}`" for name in sorted(shown))
        if len(shown) > MANY:
            answers, contexts = (
                "`conversation`",
                "that of the word after `/ssi` which means the same",
            )
        yield f"| {surface} | {answers} | {contexts} |"
    yield ""


def reached(
    function: object, seen: frozenset[object] = frozenset()
) -> set[tuple[str, type[Context]]]:
    """Follow a function to the contexts that it can come to, each with its answer's module."""
    while isinstance(function, partial):
        function = function.func
    if not isinstance(function, FunctionType) or function in seen:
        return set()
    module = function.__module__.removeprefix(ANSWERS)
    returned = get_type_hints(function).get("return")
    exactly = {context for context in CONTEXTS if context in (returned, *get_args(returned))}
    if exactly and exactly != CONTEXTS:
        return {(module, context) for context in exactly}
    found: set[tuple[str, type[Context]]] = set()
    for used in _used(function):
        if isinstance(used, type) and used in CONTEXTS:
            found.add((module, used))
        elif getattr(used, "__module__", None) in FOLLOWED:
            found |= reached(used, seen | {function})
    return found


def _used(function: FunctionType) -> Iterator[Callable[..., object]]:
    """Give the functions and classes that a function names, also by way of what it encloses."""
    enclosed = inspect.getclosurevars(function).nonlocals.values()
    names = set(_names(function.__code__))
    named = [function.__globals__.get(name) for name in names]
    modules = [used for used in named if inspect.ismodule(used)]
    from_modules = (getattr(module, name, None) for module in modules for name in names)
    for used in (*enclosed, *named, *from_modules):
        values = used.values() if isinstance(used, Mapping) else (used,)
        yield from (value for value in values if callable(value))


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
