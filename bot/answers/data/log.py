"""`/ssi log`: what a member did is logged by hand, until an import shows it.

Nothing is stored but the kind, the day and a number that names the entry: of a link its hash.
"""

import json
import re
import secrets
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from html import unescape
from zoneinfo import ZoneInfo

from bot.activity import LOGGED, Activity, Source, fingerprint
from bot.answers.asker import Asker
from bot.answers.data.log_words import KINDS, ToLog, read_log
from bot.answers.desk import Desk
from bot.answers.score.scores import points_now
from bot.answers.teams.joining import as_member
from bot.answers.turn import Turn
from bot.errors import BadInput
from bot.intake import Extract
from bot.messages import actions
from bot.messages.contexts import Context, LogDoubt, LogForm, Logged
from bot.messages.words import load_words
from bot.storage.recordings import Batch
from bot.storage.tables import Member
from scoring.model import Kind

MOST_DAYS_BACK = 30
MOST_AT_ONCE = 50
UNDO_FOR = timedelta(hours=1)
TITLE = "Logged by hand"

TOO_LATE = (
    "You logged that more than an hour ago, so it stays. If it is wrong, `/ssi dispute` says so, "
    "and a manager of your team decides."
)
DECIDED = "A manager's correction stays. If it is wrong, `/ssi dispute` says so."

ALSO_SHOWN: Mapping[Kind, tuple[Kind, ...]] = {Kind.POST_PUBLISHED: (Kind.SHARE_MADE,)}
"""What a file shows besides, even where it holds none of it."""

_LINK = re.compile(r"https://(?:[a-z0-9-]+\.)*linkedin\.com/[^\s<>|]+", re.IGNORECASE)


def form(turn: Turn) -> LogForm:
    """Fill the form with today."""
    return LogForm(KINDS, turn.today, "", turn.today)


def form_of_message(turn: Turn) -> LogForm:
    """Fill the form with the day of a message, and with the first LinkedIn link in it."""
    day = datetime.fromtimestamp(float(turn.ts or 0), UTC).astimezone(ZoneInfo(turn.asker.zone))
    link = _LINK.search(unescape(turn.text))
    return LogForm(KINDS, day.date(), link[0] if link else "", turn.today)


def log(turn: Turn) -> Logged:
    """Log what was typed, at once.

    Raises:
        BadInput: it cannot be read, or logged; the sentence says why.
    """
    wanted = read_log(turn.text, turn.desk.now, turn.asker.zone)
    return _log(turn.desk, turn.asker, wanted, secrets.token_hex(8))


def ask_first(turn: Turn) -> LogDoubt:
    """Ask whether what was said is to be logged.

    Raises:
        BadInput: it cannot be read, or logged; the sentence says why.
    """
    wanted = read_log(turn.text, turn.desk.now, turn.asker.zone)
    member = turn.desk.store.members.by_slack_id(turn.desk.workspace_id, turn.asker.slack_id)
    _require_loggable(turn.desk, member, wanted, turn.today)
    parts = {
        "day": wanted.day.isoformat(),
        "units": {kind.label: count for kind, count in wanted.units},
        "seed": secrets.token_hex(8),
    }
    return LogDoubt(wanted.units, wanted.day, json.dumps(parts), turn.today)


def log_after_all(desk: Desk, asker: Asker, value: str) -> Logged:
    """Log what was asked about, once however often the button is pressed."""
    parts = json.loads(value)
    units = tuple((Kind[name.upper()], int(count)) for name, count in parts["units"].items())
    wanted = ToLog(units, date.fromisoformat(parts["day"]))
    return _log(desk, asker, wanted, str(parts["seed"]))


def log_filled_in(  # noqa: PLR0913 - a form has as many fields
    desk: Desk, asker: Asker, *, kind: str, count: str, day: str, link: str, seed: str
) -> Logged:
    """Log what was filled in: what a link names once, and a form once however often it is sent.

    Raises:
        BadInput: it cannot be logged; the sentence says why.
    """
    found = _LINK.fullmatch(link.strip())
    if link.strip() and found is None:
        raise BadInput("That is no link to LinkedIn. It may be left blank.")
    if not count.isdecimal():
        raise BadInput("How many is a whole number.")
    wanted = ToLog(((Kind(int(kind)), int(count)),), date.fromisoformat(day))
    return _log(desk, asker, wanted, found[0] if found else seed)


def problem_with_undo(source: Source, made: datetime, now: datetime) -> str | None:
    """Tell why a member cannot undo a recording, if that is so."""
    if source is Source.CORRECTION:
        return DECIDED
    return TOO_LATE if source in LOGGED and now - made > UNDO_FOR else None


def supersede(
    desk: Desk, member: Member, extracts: Iterable[Extract], by: str, import_number: int
) -> tuple[tuple[Kind, int], ...]:
    """Let an import take the place of what was logged of its kinds, from its first day to its last.

    So nothing counts twice; what was done since stays logged. A file that shows posts shows shares,
    too: it tells one from the other by whether there are own words.
    """
    shown: dict[Kind, tuple[date, date]] = {}
    for extract in extracts:
        for activity in extract.activities:
            for kind in (activity.kind, *ALSO_SHOWN.get(activity.kind, ())):
                first, last = shown.get(kind, (activity.day, activity.day))
                shown[kind] = min(first, activity.day), max(last, activity.day)
    logged = {kind: days for kind, days in shown.items() if kind in KINDS}
    counts = desk.store.logs.supersede(
        desk.workspace_id,
        member.member_id,
        logged,
        recorded_by=by,
        now=desk.now,
        import_number=import_number,
    )
    return tuple(counts.items())


def _log(desk: Desk, asker: Asker, wanted: ToLog, seed: str) -> Logged:
    today = desk.today(asker.zone)
    known = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    _require_loggable(desk, known, wanted, today)
    member = as_member(desk, asker)
    before = points_now(desk, member)
    batch = Batch(
        source=Source.MANUAL_LOG,
        title=TITLE,
        recorded_by=asker.slack_id,
        as_of=today,
        activities=_activities(desk, wanted, seed),
        covers=frozenset(kind for kind, _ in wanted.units),
    )
    done = desk.store.recordings.record(desk.workspace_id, member.member_id, batch, desk.now)
    return Logged(
        logged=wanted.units,
        day=wanted.day,
        recording=done.recording if done.taken else None,
        points_before=before,
        points=points_now(desk, member),
        today=today,
    )


def _activities(desk: Desk, wanted: ToLog, seed: str) -> list[Activity]:
    """Make an activity of each single thing, so that any of them can be taken back."""
    salt, source = desk.workspace.salt, Source.MANUAL_LOG.label
    return [
        Activity(kind, wanted.day, fingerprint(salt, source, seed, str(place)))
        for kind, count in wanted.units
        for place in range(count)
    ]


def _require_loggable(desk: Desk, member: Member | None, wanted: ToLog, today: date) -> None:
    """Go on only with what may be logged.

    Raises:
        BadInput: a number or the day is out of bounds, or an import shows the day already.
    """
    if any(kind not in KINDS for kind, _ in wanted.units):
        raise BadInput("That cannot be logged by hand.")
    if any(not 1 <= count <= MOST_AT_ONCE for _, count in wanted.units):
        raise BadInput(f"I log from 1 to {MOST_AT_ONCE} of a kind at a time.")
    if wanted.day > today:
        raise BadInput("What is still to come cannot be logged yet: a day is today or before.")
    if (today - wanted.day).days > MOST_DAYS_BACK:
        raise BadInput(f"I log up to {MOST_DAYS_BACK} days back; older days come by an import.")
    if member is not None:
        for kind, _ in wanted.units:
            _require_unseen(desk, member, kind, wanted.day, today)


def _require_unseen(desk: Desk, member: Member, kind: Kind, day: date, today: date) -> None:
    """Go on only where no import shows a day; today is never over, so it is never shown whole."""
    until = desk.store.logs.shown_until(desk.workspace_id, member.member_id, kind)
    if until is not None and day <= until and day < today:
        kinds = load_words("en").kinds[kind].many
        raise BadInput(
            f"An import shows your {kinds} until {until.day} {until:%b}, so that day is counted "
            "already. If one is missing there, say so with `/ssi dispute`."
        )


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], Context]] = {actions.LOG_YES: log_after_all}
"""What the button under the question does."""
