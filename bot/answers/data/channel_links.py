"""LinkedIn posts shared in a team's channel: each counts, and others tell what they did with it.

Of a link only what names the post is looked at, and of that a salted hash is kept. No link is
followed, and nothing else of a message ever comes here.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from bot.activity import Activity, Source, fingerprint
from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.score.scores import points_now
from bot.messages import actions
from bot.messages.contexts import Logged, NoData
from bot.messages.contexts.by_hand import PostShared
from bot.storage import Store
from bot.storage.recordings import Batch
from bot.storage.tables import Member
from scoring.model import Kind

TITLE = "A LinkedIn post in a channel"

_POST = re.compile(
    r"https?://(?:[a-z0-9-]+\.)*linkedin\.com/(?:posts/[^/?#]*-|feed/update/urn:li:)"
    r"(activity|share|ugcpost)[:-](\d+)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"https?://lnkd\.in/p/([\w-]+)", re.IGNORECASE)
"""A short link that LinkedIn makes of a post; others lead anywhere."""


def posts_in(links: Iterable[str]) -> tuple[str, ...]:
    """Name the LinkedIn posts that links lead to, each once; other links are left alone."""
    return tuple(dict.fromkeys(name for link in links if (name := _post_name(link))))


def _post_name(link: str) -> str | None:
    found = _POST.match(unquote(link))
    if found:
        return f"{found[1]}:{found[2]}".lower()
    short = _SHORT.match(link)
    return f"lnkd.in:{short[1]}" if short else None


def are_counted(store: Store, workspace_slack_id: str, channel_id: str) -> bool:
    """Whether shared links count in a channel: it is a team's, whose manager wants it."""
    workspace = store.workspaces.by_slack_id(workspace_slack_id)
    if workspace is None:
        return False
    team = store.teams.by_channel(workspace.workspace_id, channel_id)
    return team is not None and team.counts_links


def share(desk: Desk, asker: Asker, post: str, at: datetime) -> Logged | None:
    """Count a post that a member shared, once; of who is no member, nothing is stored."""
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    ref = _ref(desk, post)
    if member is None or _counted_on(desk, member, Kind.SHARE_MADE, ref):
        return None
    return _count(desk, member, Kind.SHARE_MADE, ref, at.astimezone(ZoneInfo(member.zone)).date())


def ask(desk: Desk, channel_id: str, post: str, by: str) -> PostShared | None:
    """Ask a team's channel of a post, unless it was asked before."""
    team = desk.store.teams.by_channel(desk.workspace_id, channel_id)
    ref = _ref(desk, post)
    if team is None or not desk.store.links.offer(desk.workspace_id, team.team_id, ref):
        return None
    return PostShared(by, ref)


def tell(kind: Kind, desk: Desk, asker: Asker, text: str) -> Logged | NoData:
    """Count what a member says to have done with a post, once."""
    member = desk.store.members.by_slack_id(desk.workspace_id, asker.slack_id)
    if member is None:
        return NoData(None)
    today, ref = desk.today(member.zone), int(text)
    day = _counted_on(desk, member, kind, ref)
    if day is None:
        return _count(desk, member, kind, ref, today)
    points = points_now(desk, member)
    return Logged(((kind, 1),), day, None, points, points, today, in_channel=True)


def _ref(desk: Desk, post: str) -> int:
    return fingerprint(desk.workspace.salt, Source.SLACK.label, post)


def _counted_on(desk: Desk, member: Member, kind: Kind, ref: int) -> date | None:
    return desk.store.links.counted_on(desk.workspace_id, member.member_id, kind, ref)


def _count(desk: Desk, member: Member, kind: Kind, ref: int, day: date) -> Logged:
    before = points_now(desk, member)
    batch = Batch(
        source=Source.SLACK,
        title=TITLE,
        recorded_by=member.slack_id or "",
        as_of=day,
        activities=[Activity(kind, day, ref)],
        covers=frozenset({kind}),
    )
    done = desk.store.recordings.record(desk.workspace_id, member.member_id, batch, desk.now)
    return Logged(
        logged=((kind, 1),),
        day=day,
        recording=done.recording if done.taken else None,
        points_before=before,
        points=points_now(desk, member),
        today=desk.today(member.zone),
        in_channel=True,
    )


def instant_of(ts: str) -> datetime:
    """Read when a message was sent from its ts."""
    return datetime.fromtimestamp(float(ts), UTC)


BUTTONS: Mapping[str, Callable[[Desk, Asker, str], Logged | NoData]] = {
    actions.POST_COMMENTED: partial(tell, Kind.COMMENT_MADE),
    actions.POST_SHARED: partial(tell, Kind.SHARE_MADE),
}
"""What the buttons under a shared post do."""
