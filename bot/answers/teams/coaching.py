"""`/ssi team @somebody`: a member as the manager may see them, and more with their consent."""

from collections.abc import Callable, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from bot.answers.ahead.upcoming import next_steps
from bot.answers.asker import Asker
from bot.answers.desk import Desk, person, require_access
from bot.answers.score.me import me
from bot.answers.score.scores import is_known
from bot.answers.score.why import Span, why
from bot.answers.teams.consent import asked_on, open_until
from bot.answers.teams.looking import note_look
from bot.errors import NotFound
from bot.messages import actions
from bot.messages.contexts import Context, NoData
from bot.messages.contexts.managing import Behind, Coaching
from bot.messages.presses import Press
from bot.storage.looks import Looked
from bot.storage.tables import Member

STEPS = 3


def coaching(desk: Desk, slack_id: str, member: Member, today: date) -> Coaching | NoData:
    """Show a member to somebody who manages a team of theirs, and note the look.

    Without the member's consent that is the score, its change, the pillars and what sources can
    show; with it also what moved the score, and what is worth most to do.

    Raises:
        NotAllowed: the asker manages no team of the member.
    """
    require_access(desk, slack_id, member)
    if not is_known(desk, member):
        return NoData(person(member))
    until = open_until(desk, slack_id, member)
    note_look(desk, slack_id, [member], Looked.DETAILS if until else Looked.SCORE)
    card = me(desk, member, today, reader=slack_id)
    zone = ZoneInfo(desk.workspace.zone)
    return Coaching(
        person=person(member),
        day=today,
        since=card.since,
        points=card.points,
        change=card.change,
        swing=card.swing,
        pillars=card.pillars,
        missing=card.missing,
        behind=_behind(desk, slack_id, member, card.since, today, until.astimezone(zone).date())
        if until
        else None,
        asked_on=asked_on(desk, slack_id, member),
        reference=card.reference,
    )


def _behind(  # noqa: PLR0913, PLR0917 - whom, for whom, of which days, until when
    desk: Desk, slack_id: str, member: Member, since: date, today: date, until: date
) -> Behind:
    moved = why(desk, member, Span(since, today), reader=slack_id, today=today)
    steps = next_steps(desk, member, today, reader=slack_id)
    rest = moved.rest + (moved.rules.points if moved.rules else 0)
    return Behind(until, moved.lines, rest, steps.actions[:STEPS])


def _look_closer(desk: Desk, asker: Asker, value: str) -> Coaching | NoData:
    """Answer the button beside a member in the report.

    Raises:
        NotAllowed: the asker manages no team of the member.
        NotFound: the member is gone.
    """
    slack_id = Press.decode(value).person
    member = desk.store.members.by_slack_id(desk.workspace_id, slack_id) if slack_id else None
    if member is None:
        raise NotFound("That member is gone. `/ssi team` lists who is there.")
    return coaching(desk, asker.slack_id, member, desk.today(asker.zone))


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], Context]] = {actions.COACH: _look_closer}
"""What the button beside a member does."""
