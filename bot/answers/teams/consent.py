"""Consent: what is behind a score, its owner lets a manager see for 30 days, or does not."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.answers.asker import Asker
from bot.answers.desk import Desk, person, require_access
from bot.errors import NotAllowed, NotFound
from bot.messages import actions
from bot.messages.contexts import Context
from bot.messages.contexts.managing import ConsentAnswered, ConsentAsked, ConsentWanted
from bot.messages.presses import Press
from bot.storage.consents import holds
from bot.storage.tables import Member
from bot.storage.times import from_epoch

DAYS = 30
"""Consent ends by itself after so many days."""


def open_until(desk: Desk, slack_id: str, member: Member) -> datetime | None:
    """Tell until when a member lets somebody see what is behind the score, if that is so now."""
    found = desk.store.consents.of(desk.workspace_id, member.member_id, slack_id)
    if found is None or found.until is None or not holds(found, desk.now):
        return None
    return from_epoch(found.until)


def asked_on(desk: Desk, slack_id: str, member: Member) -> date | None:
    """Tell the day on which a manager last asked a member, if ever."""
    found = desk.store.consents.of(desk.workspace_id, member.member_id, slack_id)
    return _date(from_epoch(found.asked_at), member.zone) if found else None


def is_open(desk: Desk, slack_id: str, member: Member) -> bool:
    """Whether somebody may see what is behind a score: it is their own, or its owner lets them."""
    return slack_id == member.slack_id or open_until(desk, slack_id, member) is not None


def require_consent(desk: Desk, slack_id: str, member: Member) -> None:
    """Let somebody see what is behind the own score, or behind that of a member who allows it.

    Whether somebody may see the member's score at all is another question, to be asked first.

    Raises:
        NotAllowed: the member does not allow it; the sentence tells how to ask for it.
    """
    if not is_open(desk, slack_id, member):
        raise NotAllowed(
            f"You see {member.name}'s score; what is behind it is {member.name}'s to show. Write "
            "`/ssi team` and their name with an @: a button there asks."
        )


def ask(desk: Desk, asker: Asker, value: str) -> ConsentAsked:
    """Ask a member for consent, at most once a week; the question is sent by itself.

    Raises:
        NotAllowed: the asker manages no team of the member.
        NotFound: the member is gone.
    """
    slack_id = Press.decode(value).person
    member = desk.store.members.by_slack_id(desk.workspace_id, slack_id) if slack_id else None
    if member is None:
        raise NotFound("That member is gone: there is nobody to ask.")
    require_access(desk, asker.slack_id, member)
    new = desk.store.consents.ask(desk.workspace_id, member.member_id, asker.slack_id, desk.now)
    return ConsentAsked(person(member), again=not new)


def wanted(desk: Desk, member: Member, slack_id: str) -> ConsentWanted | None:
    """Gather the question for a member; nothing where it is answered, or the manager's no more."""
    found = desk.store.consents.of(desk.workspace_id, member.member_id, slack_id)
    if found is None or found.until is not None or found.revoked:
        return None
    try:
        require_access(desk, slack_id, member)
    except NotAllowed:
        return None
    return ConsentWanted(slack_id, DAYS)


def allow(desk: Desk, asker: Asker, manager: str) -> ConsentAnswered:
    """Let a manager who asked see what is behind the asker's score, for 30 days."""
    return _answer(desk, asker, manager, desk.now + timedelta(days=DAYS))


def refuse(desk: Desk, asker: Asker, manager: str) -> ConsentAnswered:
    """Refuse that to a manager, or take it back; the manager is not told."""
    return _answer(desk, asker, manager, None)


def _answer(desk: Desk, asker: Asker, manager: str, until: datetime | None) -> ConsentAnswered:
    """Store an answer to what was asked, and tell what holds.

    Raises:
        NotFound: nothing was asked, or the asker is forgotten.
    """
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    number = member.member_id if member else 0
    if desk.store.consents.of(desk.workspace_id, number, manager) is None:
        raise NotFound("That question is gone. `/ssi privacy` tells who sees what.")
    desk.store.consents.answer(desk.workspace_id, number, manager, until=until)
    day = _date(until, asker.zone) if until else None
    return ConsentAnswered(manager, day, desk.today(asker.zone))


def _date(instant: datetime, zone: str) -> date:
    return instant.astimezone(ZoneInfo(zone)).date()


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], Context]] = {
    actions.CONSENT_ASK: ask,
    actions.CONSENT_ALLOW: allow,
    actions.CONSENT_REFUSE: refuse,
    actions.CONSENT_REVOKE: refuse,
}
"""What the buttons about consent do."""
