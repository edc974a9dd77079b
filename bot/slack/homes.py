"""App Homes: published when somebody looks, and again when something on them has changed."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.upkeep.home import home
from bot.incident import Incident
from bot.messages import contexts as c
from bot.messages.contexts.api import TokenMade
from bot.messages.presses import HomePlace
from bot.messages.render import render_view
from bot.slack.reception import Reception
from bot.slack.replies import reason
from bot.storage.times import from_day, from_epoch

LOOKED_LATELY = timedelta(days=7)
"""Only who looked within this time has an App Home that is drawn again unasked."""

AT_A_TIME = 20
"""So many are drawn again in a tick: Slack takes some fifty a minute."""

CHANGING = (
    c.Imported,
    c.Undone,
    c.Forgotten,
    c.Logged,
    c.DisputeRaised,
    c.DisputeDecided,
    c.Progress,
    c.TeamProgress,
    c.GamesSwitched,
    c.SettingsChanged,
    c.Privacy,
    c.Joined,
    c.Left,
    c.TeamReady,
    c.Efforts,
    TokenMade,
)
"""Answers that may tell of a change to what App Home shows."""

AT_ANY_RATE = (c.Forgotten, TokenMade)
"""Those that tell it of who is no member, of whom it is not known who looked lately."""

FIRST = HomePlace()


class Homes:
    """Publishes App Homes."""

    def __init__(self, reception: Reception) -> None:
        """Find who somebody is at this reception."""
        self._reception = reception

    def open(self, client: WebClient, desk: Desk, asker: Asker) -> None:
        """Show App Home to who looks at it."""
        desk.store.homes.mark_opened(
            desk.workspace_id, asker.slack_id, desk.now, _scored_through(desk)
        )
        _publish_anew(client, desk, asker, FIRST)

    def show(self, client: WebClient, desk: Desk, asker: Asker, place: HomePlace = FIRST) -> None:
        """Show somebody's App Home as it is now, after whatever a desk was for."""
        desk = replace(desk, workspace=desk.store.workspaces.get(desk.workspace_id))
        desk.store.homes.mark_drawn(desk.workspace_id, asker.slack_id, _scored_through(desk))
        _publish_anew(client, desk, asker, place)

    def refresh(self, client: WebClient, team_id: str, slack_id: str, context: c.Context) -> None:
        """Draw App Homes again that an answer tells of a change to, if somebody looked lately.

        Who brings something in may be a member only by that, and counts as looking.
        """
        if isinstance(context, c.Echoed):
            context = context.answer
        if not isinstance(context, CHANGING):
            return
        people = {slack_id}
        if isinstance(context, c.DisputeDecided) and context.what.person.slack_id:
            people.add(context.what.person.slack_id)
        for person in sorted(people):
            with Incident("home_not_refreshed"):
                if isinstance(context, c.Imported):
                    self.open(client, *self._who(client, team_id, person))
                elif isinstance(context, AT_ANY_RATE) or self._looked_lately(team_id, person):
                    self.show(client, *self._who(client, team_id, person))

    def refresh_after_night(self, client: WebClient, workspace_id: int, now: datetime) -> None:
        """Draw the App Homes that miss the last scored night, of who looked lately; some a time.

        Each is noted first, so that one that Slack refuses is left until the next night. The others
        wait for the next time then: Slack may refuse them all.
        """
        store = self._reception.store
        workspace = store.workspaces.get(workspace_id)
        if workspace.scored_through is None:
            return
        through = from_day(workspace.scored_through)
        for member in store.homes.stale(workspace_id, through, now - LOOKED_LATELY, AT_A_TIME):
            slack_id = member.slack_id or ""
            store.homes.mark_drawn(workspace_id, slack_id, through)
            with Incident("home_not_refreshed", workspace_id=workspace_id) as incident:
                self.show(client, *self._who(client, workspace.slack_id, slack_id))
            if incident.happened:
                return

    def _who(self, client: WebClient, team_id: str, slack_id: str) -> tuple[Desk, Asker]:
        asker = self._reception.asker(client, slack_id)
        return self._reception.desk(client, team_id, asker), asker

    def _looked_lately(self, team_id: str, slack_id: str) -> bool:
        store = self._reception.store
        workspace = store.workspaces.by_slack_id(team_id)
        if workspace is None:
            return False
        member = store.members.by_slack_id(workspace.workspace_id, slack_id)
        if member is None or member.home_opened_at is None:
            return False
        return self._reception.clock() - from_epoch(member.home_opened_at) < LOOKED_LATELY


def _scored_through(desk: Desk) -> date | None:
    scored = desk.workspace.scored_through
    return None if scored is None else from_day(scored)


def _publish_anew(client: WebClient, desk: Desk, asker: Asker, place: HomePlace) -> None:
    """Publish somebody's App Home, anew where it changed in the same moment."""
    try:
        _publish(client, desk, asker, place)
    except SlackApiError as error:
        if reason(error) != "hash_conflict":
            raise
        _publish(client, desk, asker, place)


def _publish(client: WebClient, desk: Desk, asker: Asker, place: HomePlace) -> None:
    with desk.one_state():
        context = home(desk, asker, place)
    view = render_view(context, language=asker.language)
    client.views_publish(user_id=asker.slack_id, view=view)
