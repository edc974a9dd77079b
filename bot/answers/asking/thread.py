"""What a conversation is about: the last question that somebody got an answer to, in a thread.

In a thread every message continues it, for a week. Outside of threads a message that only names
something continues the question of the last ten minutes, whether that was said or was a command,
and so does a command that is no word we know. No words are kept, only how they were
understood; and a question counts once it was answered, so what was refused changes nothing.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.answers.turn import Turn
from bot.measures import UNDERSTANDING
from bot.storage import Store
from bot.storage.tables import ThreadQuestion
from bot.storage.times import from_day, to_day, to_epoch
from bot.understanding import (
    ABOUT_SCORES,
    Intent,
    Part,
    Period,
    Question,
    Subject,
    SubjectKind,
    continue_from,
    in_light_of,
    only_names,
    parts_of,
    understand,
)
from scoring.model import Pillar

KEPT = timedelta(days=7)
"""How long a thread's last question is remembered."""

_FLOW = timedelta(minutes=10)
"""Outside of threads, what was asked so long ago may be continued."""

_ANSWERED = timedelta(minutes=1)
"""A thread that hangs on the bot's answer continues what was asked so shortly before it."""


def asked(turn: Turn) -> tuple[Part, ...]:
    """Understand what is said: one question or two, with what the conversation tells of them."""
    with UNDERSTANDING.time():
        return _asked(turn)


def _asked(turn: Turn) -> tuple[Part, ...]:
    zone = ZoneInfo(turn.asker.zone)
    read = partial(understand, now=turn.desk.now, zone=zone, bot_user=turn.bot_user)
    parts = parts_of(turn.text, read, turn.today)
    previous = _recalled(turn)
    first = parts[0]
    if previous is None:
        return parts
    question = in_light_of(previous, first.question, first.text, turn.today)
    if turn.thread_ts is None and not only_names(first.text, question, previous.intent):
        return parts
    continued = []
    for part in parts:
        question = continue_from(previous, part.text, read, turn.today)
        continued.append(replace(part, question=question))
        previous = question if question.intent in ABOUT_SCORES else previous
    return tuple(continued)


def remember(turn: Turn, question: Question) -> None:
    """Keep what was asked and answered, for what may follow; a command hangs on no thread."""
    if turn.channel_id is None or question.intent not in ABOUT_SCORES:
        return
    period = question.period
    turn.desk.store.threads.remember(
        ThreadQuestion(
            workspace_id=turn.desk.workspace_id,
            channel_id=turn.channel_id,
            slack_id=turn.asker.slack_id,
            thread_ts=turn.thread_ts or turn.ts or f"{turn.desk.now.timestamp():.6f}",
            intent=question.intent,
            subject=str(question.subject),
            pillar=question.pillar,
            first=to_day(period.first) if period else None,
            last=to_day(period.last) if period else None,
            signal=question.signal,
            asked_at=to_epoch(turn.desk.now),
        )
    )


def forget_old(store: Store, now: datetime) -> None:
    """Forget what was asked too long ago to be continued."""
    for workspace in store.workspaces.all():
        store.threads.forget_before(workspace.workspace_id, now - KEPT)


def _recalled(turn: Turn) -> Question | None:
    """Recall what the conversation is about, if this may continue it."""
    if turn.channel_id is None:
        return None
    threads, where = turn.desk.store.threads, (turn.desk.workspace_id, turn.channel_id)
    asker, now = turn.asker.slack_id, turn.desk.now
    if turn.thread_ts is None:
        row = threads.latest(*where, asker, now - _FLOW, now)
    else:
        root = datetime.fromtimestamp(float(turn.thread_ts), UTC)
        row = threads.question(*where, asker, turn.thread_ts)
        row = row or threads.latest(*where, asker, root - _ANSWERED, root)
    return _question(row) if row else None


def _question(row: ThreadQuestion) -> Question:
    period = None
    if row.first is not None and row.last is not None:
        period = Period(from_day(row.first), from_day(row.last))
    named = row.subject in set(SubjectKind)
    return Question(
        intent=Intent(row.intent),
        subject=Subject(SubjectKind(row.subject))
        if named
        else Subject(SubjectKind.PERSON, row.subject),
        pillar=Pillar(row.pillar) if row.pillar else None,
        period=period,
        signal=row.signal,
        confidence=1.0,
        alternatives=(),
    )
