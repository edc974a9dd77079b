"""`/ssi plan effort comments 3 min`: how long things take, which an admin sets for a workspace."""

import re
from collections.abc import Iterable

from bot.answers.ahead.wish import nouns
from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.rules.rulebooks import published_rulebooks
from bot.errors import BadInput, NotAllowed
from bot.messages.contexts import EffortLine, Efforts
from bot.messages.words import load_words
from scoring.rulebook import in_force

LONGEST_MINUTES = 600

_CHANGE = re.compile(
    r"(?P<signal>.*?\w)\s*[\s=:]\s*"
    r"(?:(?P<minutes>\d{1,4})\s*(?:min(?:ute)?s?\.?)?|(?P<default>default|reset))"
)


def efforts(desk: Desk, asker: Asker, text: str) -> Efforts:
    """Show how long things take, after changing what a text says.

    Args:
        desk: What every answer works with.
        asker: Who asks; only an admin may change something.
        text: Blank to change nothing, "comments 3 min", or "comments default".

    Raises:
        NotAllowed: the asker may change nothing.
        BadInput: the text cannot be read, or nobody works on what it names.
    """
    changed = _change(desk, asker, text) if text.strip() else None
    return Efforts(effort_lines(desk, _published(desk)), changed, is_admin=asker.is_admin)


def effort_lines(desk: Desk, signals: Iterable[str]) -> tuple[EffortLine, ...]:
    """Tell how long some signals take, here and by the rulebook."""
    own, published = desk.store.efforts.all(desk.workspace_id), _published(desk)
    return tuple(
        EffortLine(name, own.get(name, published[name]), published[name])
        for name in signals
        if name in published
    )


def _change(desk: Desk, asker: Asker, text: str) -> str:
    """Note what a text says, and name the signal that it is about."""
    if not asker.is_admin:
        raise NotAllowed(
            "How long things take is set by the admins of this workspace. "
            "`/ssi plan effort` shows it."
        )
    match = _CHANGE.fullmatch(text.strip().lower())
    if match is None:
        raise BadInput(
            "Write it as `/ssi plan effort comments 3 min`; "
            "`default` in place of the minutes brings the rulebook's own back."
        )
    published = _published(desk)
    signal = nouns(tuple(sorted(published))).get(match["signal"])
    if signal not in published:
        names = ", ".join(load_words("en").signal(name).name for name in published)
        raise BadInput(f"“{match['signal']}” takes nobody's time by the rules. These do: {names}.")
    if match["default"]:
        desk.store.efforts.reset(desk.workspace_id, signal)
        return signal
    minutes = int(match["minutes"])
    if not 1 <= minutes <= LONGEST_MINUTES:
        raise BadInput(f"Minutes go from 1 to {LONGEST_MINUTES}; {minutes} is not among them.")
    desk.store.efforts.set(desk.workspace_id, signal, minutes)
    return signal


def _published(desk: Desk) -> dict[str, int]:
    """Map the signals that one works on to their minutes by the rulebook in force."""
    today = desk.today(desk.workspace.zone)
    rulebook = in_force(published_rulebooks(desk.store, desk.workspace_id), today)
    return {s.name: s.effort for s in rulebook.signals if s.effort is not None}
