"""Disputes: "this reply is missing" goes to who manages the member, and one click decides it."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.answers.asker import Asker
from bot.answers.desk import Desk, person
from bot.answers.score.scores import points_now
from bot.answers.turn import Turn
from bot.errors import BadInput, NotAllowed, NotFound
from bot.messages import actions
from bot.messages.contexts import (
    Context,
    Disputed,
    DisputeDecided,
    DisputeForm,
    DisputeRaised,
    Disputes,
    Person,
)
from bot.messages.words import load_words
from bot.storage.disputes import Claim, DisputeState
from bot.storage.tables import Dispute, Member
from bot.storage.times import from_day
from scoring.model import STATES_FROM, Kind

KINDS = tuple(kind for kind in Kind if kind < STATES_FROM)
MOST_DAYS_BACK = 366
MOST_AT_ONCE = 50
MOST_OPEN = 10
"""So many of a member's may wait for a decision at a time."""

BEGIN = "Nothing of yours is stored yet, so nothing can be missing. `/ssi help` tells how to begin."


def form(turn: Turn) -> DisputeForm:
    """Fill the form that says what is missing or wrong.

    Raises:
        NotFound: nothing of the asker is stored.
    """
    _member(turn.desk, turn.asker)
    return DisputeForm(KINDS, turn.today, turn.today)


def dispute(  # noqa: PLR0913 - a form has as many fields
    desk: Desk, asker: Asker, *, kind: str, day: str, count: str, missing: bool
) -> DisputeRaised:
    """Open a dispute; who decides is asked after this.

    Raises:
        BadInput: it cannot be as it says; the sentence tells why.
        NotFound: nothing of the asker is stored.
    """
    member, today = _member(desk, asker), desk.today(asker.zone)
    if not count.isdecimal() or not 1 <= int(count) <= MOST_AT_ONCE:
        raise BadInput(f"How many is a whole number from 1 to {MOST_AT_ONCE}.")
    claim = Claim(Kind(int(kind)), date.fromisoformat(day), int(count) if missing else -int(count))
    if claim.day > today or (today - claim.day).days > MOST_DAYS_BACK:
        raise BadInput("Choose a day of the last twelve months.")
    _require_there(desk, member, claim)
    waiting = [each for each in _open(desk) if each.member_id == member.member_id]
    if len(waiting) >= MOST_OPEN:
        raise BadInput(
            f"{MOST_OPEN} of yours wait for a decision. Let some of them be decided first."
        )
    made = desk.store.disputes.bring(desk.workspace_id, member.member_id, claim, desk.now)
    return DisputeRaised(_line(made, member), deciders(desk, member), today)


def deciders(desk: Desk, member: Member) -> tuple[str, ...]:
    """Name who manages a member's teams, the member apart; where nobody does, an admin decides."""
    managers = {
        manager
        for team in desk.store.teams.of_member(desk.workspace_id, member.member_id)
        for manager in desk.store.teams.managers(desk.workspace_id, team.team_id)
    }
    return tuple(sorted(managers - {member.slack_id}))


def accept(desk: Desk, asker: Asker, number: str) -> DisputeDecided:
    """Accept a dispute: it becomes a correcting entry."""
    return _decide(desk, asker, int(number), accepted=True)


def decline(desk: Desk, asker: Asker, number: str) -> DisputeDecided:
    """Decline a dispute: all stays as it is."""
    return _decide(desk, asker, int(number), accepted=False)


def disputes(turn: Turn) -> Disputes:
    """List what the asker may decide, and what of the asker's own waits for a decision."""
    desk, own, to_decide = turn.desk, [], []
    for each in _open(desk):
        member = desk.store.members.get(desk.workspace_id, each.member_id)
        if member is None:
            continue
        if member.slack_id == turn.asker.slack_id:
            own.append(_line(each, member))
        elif _may_decide(desk, turn.asker, member):
            to_decide.append(_line(each, member))
    return Disputes(tuple(to_decide), tuple(own), turn.today)


def decided(desk: Desk, number: int) -> DisputeDecided | None:
    """Tell a member how a dispute was decided; nothing where it is gone, or still open."""
    made = desk.store.disputes.get(desk.workspace_id, number)
    member = desk.store.members.get(desk.workspace_id, made.member_id) if made else None
    if made is None or member is None or made.state == DisputeState.OPEN:
        return None
    return _told(desk, made, member, member.slack_id, again=False)


def _decide(desk: Desk, asker: Asker, number: int, *, accepted: bool) -> DisputeDecided:
    """Decide a dispute once; who comes second reads how it was decided.

    Raises:
        NotAllowed: it is not the asker's to decide; the sentence names whose it is.
        NotFound: whoever raised it was forgotten.
    """
    made = desk.store.disputes.get(desk.workspace_id, number)
    member = desk.store.members.get(desk.workspace_id, made.member_id) if made else None
    if made is None or member is None:
        raise NotFound("That is gone: whoever said it is not a member any more.")
    if not _may_decide(desk, asker, member):
        who = ", ".join(f"<@{each}>" for each in deciders(desk, member)) or "an admin of this Slack"
        raise NotAllowed(f"That is not yours to decide, but {member.name}'s manager's: {who}.")
    done = desk.store.disputes.decide(
        desk.workspace_id, number, accepted=accepted, by=asker.slack_id, now=desk.now
    )
    if done is None:
        made = desk.store.disputes.get(desk.workspace_id, number) or made
    return _told(desk, done or made, member, asker.slack_id, again=done is None)


def _may_decide(desk: Desk, asker: Asker, member: Member) -> bool:
    """Whether somebody manages a team of the member, or is an admin where nobody does."""
    if asker.slack_id == member.slack_id:
        return False
    managers = deciders(desk, member)
    return asker.slack_id in managers if managers else asker.is_admin


def _require_there(desk: Desk, member: Member, claim: Claim) -> None:
    """Go on only if there is as much as is said to be too much.

    Raises:
        BadInput: there is less.
    """
    store = desk.store.disputes
    there = store.counted(desk.workspace_id, member.member_id, claim.kind, claim.day)
    if there < -claim.quantity:
        noun = load_words("en").kinds[claim.kind]
        day = f"{claim.day.day} {claim.day:%b}"
        raise BadInput(f"On {day} {there or 'no'} {noun.of(there)} of yours counted, not more.")


def _member(desk: Desk, asker: Asker) -> Member:
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    if member is None:
        raise NotFound(BEGIN)
    return member


def _open(desk: Desk) -> list[Dispute]:
    return desk.store.disputes.open(desk.workspace_id)


def _line(made: Dispute, member: Member) -> Disputed:
    who: Person = person(member)
    return Disputed(made.number, who, Kind(made.kind), from_day(made.day), made.quantity)


def _told(
    desk: Desk, made: Dispute, member: Member, reader: str | None, *, again: bool
) -> DisputeDecided:
    return DisputeDecided(
        what=_line(made, member),
        accepted=made.state == DisputeState.ACCEPTED,
        by=made.decided_by or "",
        is_own=reader == member.slack_id,
        again=again,
        points=points_now(desk, member),
        today=desk.today(member.zone),
    )


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], Context]] = {
    actions.DISPUTE_ACCEPT: accept,
    actions.DISPUTE_DECLINE: decline,
}
"""What the buttons of a dispute do."""
