"""`/ssi data`: what is stored of the asker; an import can be undone, and all of it forgotten."""

from collections.abc import Callable, Mapping
from itertools import groupby

from bot.activity import LOGGED, Source
from bot.answers.asker import Asker
from bot.answers.data.log import problem_with_undo
from bot.answers.desk import Desk
from bot.answers.score.scores import points_now
from bot.errors import NotAllowed, NotFound
from bot.messages import actions
from bot.messages.contexts import (
    Context,
    Data,
    Forgotten,
    HowToImport,
    ImportLine,
    KindLine,
    Undone,
)
from bot.storage.personal import Holding
from bot.storage.tables import Member
from bot.storage.times import from_epoch

IMPORTS = 5


def data(desk: Desk, asker: Asker) -> Data:
    """Tell somebody what is stored of them, with the last imports."""
    today = desk.today(asker.zone)
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    questions = desk.store.threads.count(desk.workspace_id, asker.slack_id)
    ratings = desk.store.feedback.count(desk.workspace_id, asker.slack_id)
    if member is None:
        return Data(today, (), 0, 0, None, None, (), questions, ratings=ratings)
    holdings = _holdings(desk, member)
    wishes = desk.store.personal.wishes(desk.workspace_id, member.member_id)
    readings, first, last = desk.store.personal.readings(desk.workspace_id, member.member_id)
    happened = [holding for holding in holdings if not holding.kind.is_state]
    return Data(
        today=today,
        sources=tuple(
            (
                source.label,
                tuple(KindLine(each.kind, each.count, each.first, each.last) for each in held),
            )
            for source, held in groupby(happened, key=lambda holding: holding.source)
        ),
        sections=_sections(holdings),
        readings=readings,
        first_reading=first,
        last_reading=last,
        imports=_imports(desk, member),
        questions=questions,
        ratings=ratings,
        has_goal=wishes.goal,
        weeks_off=wishes.weeks_off,
        tips=wishes.tips,
        disputes=desk.store.disputes.count(desk.workspace_id, member.member_id),
        cheers=desk.store.cheers.received(desk.workspace_id, member.member_id),
        consents=desk.store.consents.count(desk.workspace_id, member.member_id),
        looks=desk.store.looks.count(desk.workspace_id, member.member_id),
    )


def how_to_import(desk: Desk, asker: Asker) -> HowToImport:
    """Tell somebody how data comes in, with what came in last."""
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    imports = _imports(desk, member) if member else ()
    return HowToImport(imports)


def undo(desk: Desk, asker: Asker, text: str) -> Undone:
    """Undo an import or a log of the asker's own by its recording's number: it counts no more.

    Raises:
        NotAllowed: something in it is somebody else's, or it was logged more than an hour ago.
        NotFound: there is nothing left to undo.
    """
    recording = int(text)
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    brought_in = desk.store.personal.brought_in(desk.workspace_id, recording)
    made = desk.store.personal.recording(desk.workspace_id, recording)
    if member is None or made is None or not brought_in:
        raise NotFound("Nothing is left of that import. `/ssi data` lists what there is.")
    if set(brought_in) != {member.member_id}:
        raise NotAllowed("That import is not yours alone, so it is not yours to undo.")
    problem = problem_with_undo(Source(made.source), from_epoch(made.recorded_at), desk.now)
    if problem:
        raise NotAllowed(problem)
    before = points_now(desk, member)
    entries = desk.store.recordings.retract(
        desk.workspace_id, recording, recorded_by=asker.slack_id, now=desk.now
    )
    by_hand = made.source in LOGGED
    return Undone(made.title, entries, before, points_now(desk, member), by_hand=by_hand)


def forget(desk: Desk, asker: Asker, _text: str) -> Forgotten:
    """Delete the asker and everything stored of the asker, and say what that was."""
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    desk.store.threads.forget(desk.workspace_id, asker.slack_id)
    desk.store.feedback.forget(desk.workspace_id, asker.slack_id)
    if member is None:
        return Forgotten(known=False, activities=0, sections=0, readings=0, teams=())
    holdings = _holdings(desk, member)
    readings, _, _ = desk.store.personal.readings(desk.workspace_id, member.member_id)
    teams = desk.store.teams.of_member(desk.workspace_id, member.member_id)
    desk.store.personal.forget(desk.workspace_id, member.member_id)
    return Forgotten(
        known=True,
        activities=sum(each.count for each in holdings if not each.kind.is_state),
        sections=_sections(holdings),
        readings=readings,
        teams=tuple(team.name for team in teams),
    )


def _holdings(desk: Desk, member: Member) -> list[Holding]:
    return desk.store.personal.holdings(desk.workspace_id, member.member_id)


def _imports(desk: Desk, member: Member) -> tuple[ImportLine, ...]:
    """List what came in last, the latest first."""
    return tuple(
        ImportLine(
            recording=each.recording,
            at=each.at,
            title=each.title,
            entries=each.entries,
            may_undo=problem_with_undo(each.source, each.at, desk.now) is None,
            number=each.number,
        )
        for each in desk.store.personal.imports(desk.workspace_id, member.member_id, IMPORTS)
    )


def _sections(holdings: list[Holding]) -> int:
    return len({holding.kind for holding in holdings if holding.kind.is_state})


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], Context]] = {
    actions.UNDO: undo,
    actions.FORGET: forget,
}
"""What the buttons under these answers do."""
