"""What other programs send: activities and outcomes of members, row by row, once each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from bot.activity import Activity, Source, fingerprint
from bot.answers.data.log_words import KINDS
from bot.answers.data.witnesses import days_shown_better, is_within
from bot.answers.desk import Desk
from bot.errors import BadInput
from bot.storage.sent import Sent
from bot.storage.tables import ApiToken, Member
from scoring.model import Kind

UNKNOWN = "No member here has this e-mail or Slack id."
SEVERAL = "Several members have this e-mail: give the Slack id."
CONFLICT = (
    "This external_id stands for something else already, which holds. "
    "Send what differs under an external_id of its own."
)


@dataclass(frozen=True, slots=True)
class Told:
    """One row as it was told: who did what and when, how often, and what it is called there.

    ``member`` is an e-mail or a Slack id; ``counterpart`` names the other person, and is hashed.
    """

    member: str
    kind: Kind
    moment: datetime
    quantity: int = 1
    external_id: str | None = None
    counterpart: str | None = None

    @property
    def day(self) -> date:
        """The day in UTC, as of all activities."""
        return self.moment.astimezone(UTC).date()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a call's rows; ``refused`` are sentences by place."""

    taken: int
    known: int
    refused: Mapping[int, str]


def send(desk: Desk, token: ApiToken, told: Mapping[int, Told]) -> Receipt:
    """Take in the rows of a call, by their places: the good ones together.

    What is sent takes the place of what was logged by hand of the same kind and day; what a better
    source shows is known already (``witnesses``). What one name of a token sent is known under it,
    whichever token of that name sends it again.
    """
    people = desk.store.members.addressed(desk.workspace_id, {row.member for row in told.values()})
    refused: dict[int, str] = {}
    places: list[int] = []
    rows: list[Sent] = []
    alike = Counter[Told]()
    for place, row in told.items():
        try:
            member = _the_one(people.get(row.member.lower(), ()))
        except BadInput as error:
            refused[place] = str(error)
            continue
        same = replace(row, member=str(member.member_id))
        rows.append(_sent(desk.workspace.salt, token, member, row, alike[same]))
        places.append(place)
        alike[same] += 1
    shown = _shown_better(desk, rows)
    offered = [place for place in range(len(rows)) if place not in shown]
    arrived = desk.store.sent.take(
        desk.workspace_id,
        f"API: {token.name}",
        token.created_by,
        [rows[place] for place in offered],
        desk.now,
    )
    refused |= {places[offered[number]]: CONFLICT for number in arrived.conflicts}
    good = [rows[place] for number, place in enumerate(offered) if number not in arrived.conflicts]
    if arrived.taken:
        _supersede(desk, token, good)
    return Receipt(arrived.taken, len(shown) + len(good) - arrived.taken, refused)


def _the_one(found: Sequence[Member]) -> Member:
    if not found:
        raise BadInput(UNKNOWN)
    if len(found) > 1:
        raise BadInput(SEVERAL)
    return found[0]


def _sent(salt: bytes, token: ApiToken, member: Member, row: Told, equals: int) -> Sent:
    """Name a row by its ``external_id``, else by all it tells and its place among equals."""
    origin = (Source.API.label, token.name.casefold())
    who = row.counterpart
    tells = (
        str(member.member_id),
        row.kind.label,
        row.day.isoformat(),
        str(row.quantity),
        who or "",
    )
    if row.external_id is None:
        moment = row.moment.astimezone(UTC).isoformat()
        ref, content = fingerprint(salt, *origin, "row", moment, *tells, str(equals)), None
    else:
        ref = fingerprint(salt, *origin, "id", row.external_id)
        content = fingerprint(salt, *tells)
    other = None if who is None else fingerprint(salt, origin[0], "counterpart", who.casefold())
    return Sent(member.member_id, Activity(row.kind, row.day, ref, row.quantity, other), content)


def _shown_better(desk: Desk, rows: Sequence[Sent]) -> set[int]:
    """Find the places of the rows that a better source, such as an export, shows already."""
    kinds: dict[int, set[Kind]] = {}
    for row in rows:
        kinds.setdefault(row.member_id, set()).add(row.activity.kind)
    shown = {
        member_id: days_shown_better(desk, member_id, Source.API, sent)
        for member_id, sent in kinds.items()
    }
    return {
        place
        for place, row in enumerate(rows)
        if is_within(row.activity.day, shown[row.member_id].get(row.activity.kind, ()))
    }


def _supersede(desk: Desk, token: ApiToken, rows: Sequence[Sent]) -> None:
    """Retract what was logged by hand of the kinds and days that are sent now."""
    days: dict[tuple[int, date], set[Kind]] = {}
    for row in rows:
        if row.activity.kind in KINDS:
            days.setdefault((row.member_id, row.activity.day), set()).add(row.activity.kind)
    by_hand = {
        member_id: desk.store.logs.days(desk.workspace_id, member_id)
        for member_id in {member_id for member_id, _ in days}
    }
    for (member_id, day), kinds in days.items():
        if day in by_hand[member_id]:
            shown = dict.fromkeys(kinds, (day, day))
            desk.store.logs.supersede(
                desk.workspace_id, member_id, shown, recorded_by=token.created_by, now=desk.now
            )
