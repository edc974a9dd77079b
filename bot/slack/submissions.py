"""The set-up modal, opened and submitted."""

from typing import TypedDict

from slack_bolt import Ack
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.joining import set_up, setup
from bot.messages import actions
from bot.messages.contexts import Context, DeliveryFailed, Problem
from bot.messages.render import render_view
from bot.slack.clicks import Named
from bot.slack.reception import Reception, attempt
from bot.slack.replies import announce, open_dm, tell
from bot.storage.teams import TeamPlan


class Field(TypedDict, total=False):
    """A modal's field, as it was filled in: one of these is there."""

    value: str | None
    selected_users: list[str]
    selected_option: dict[str, str]
    selected_time: str


class State(TypedDict):
    """What was filled in, by block and action."""

    values: dict[str, dict[str, Field]]


class View(TypedDict):
    """What the bot reads of a modal."""

    private_metadata: str
    state: State


class Submitted(TypedDict):
    """What the bot reads of a submission's payload."""

    user: Named
    team: Named
    view: View


class Submissions:
    """Opens the set-up modal, and makes the team that it describes."""

    def __init__(self, reception: Reception) -> None:
        """Take submissions at this reception."""
        self._reception = reception

    def open(
        self, client: WebClient, desk: Desk, asker: Asker, channel_id: str, trigger_id: str
    ) -> None:
        """Open the modal for a channel's team.

        Raises:
            NotAllowed: the channel has a team, and the asker is neither its manager nor an admin.
        """
        view = render_view(setup(desk, asker, channel_id))
        client.views_open(trigger_id=trigger_id, view=view)

    def take(self, ack: Ack, body: Submitted, client: WebClient) -> None:
        """Make or change the team, tell its channel, and keep the modal open on a bad wish."""
        user = body["user"]["id"]
        plan = _plan(body["view"], user)

        def answer() -> Context:
            asker = self._reception.asker(client, user)
            desk = self._reception.desk(client, body["team"]["id"], asker.zone)
            return set_up(desk, asker, plan)

        context = attempt(answer)
        if isinstance(context, Problem):
            ack(response_action="errors", errors={actions.SETUP_NAME: context.sentence})
            return
        ack()
        try:
            announce(client, plan.channel_id, context)
        except SlackApiError as error:
            problem = DeliveryFailed(plan.name, plan.channel_id, error.response["error"])
            tell(client, open_dm(client, user), user, problem)


def _plan(view: View, set_up_by: str) -> TeamPlan:
    values = view["state"]["values"]

    def field(name: str) -> Field:
        return values[name][name]

    hour, minute = field(actions.SETUP_TIME)["selected_time"].split(":")
    return TeamPlan(
        channel_id=view["private_metadata"],
        name=field(actions.SETUP_NAME).get("value") or "",
        managers=tuple(field(actions.SETUP_MANAGERS).get("selected_users", [])),
        weekday=int(field(actions.SETUP_WEEKDAY)["selected_option"]["value"]),
        minute=int(hour) * 60 + int(minute),
        zone=field(actions.SETUP_ZONE)["selected_option"]["value"],
        set_up_by=set_up_by,
    )
