"""The modals: what opens each, what its submission does, and who is told of it."""

from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.joining import set_up, setup
from bot.answers.reported import form, report
from bot.answers.turn import Turn
from bot.answers.uploading import PARTS, draft_of_parts, upload_form
from bot.messages import actions
from bot.messages.contexts import Context, DeliveryFailed
from bot.messages.render import Form, render_view
from bot.slack.payloads import View, field, typed
from bot.slack.replies import announce, open_dm, tell
from bot.storage.teams import TeamPlan


@dataclass(frozen=True, slots=True)
class Modal:
    """One modal.

    ``opened_by`` is the word after `/ssi`, or the button, that opens it as ``fill`` says. ``take``
    acts on a submission and ``tell`` passes on what came of it; a problem keeps the modal open
    and is shown at the field ``problems_at``.
    """

    callback_id: str
    opened_by: str
    fill: Callable[[Turn], Form]
    take: Callable[[Desk, Asker, View], Context]
    tell: Callable[[WebClient, Asker, View, Context], None]
    problems_at: str

    def open(self, client: WebClient, turn: Turn, trigger_id: str) -> None:
        """Open it for who is speaking.

        Raises:
            OpenSSIError: it is not for this asker; the sentence says why.
        """
        client.views_open(trigger_id=trigger_id, view=render_view(self.fill(turn)))


def _tell_asker(client: WebClient, asker: Asker, _view: View, context: Context) -> None:
    tell(client, open_dm(client, asker.slack_id), asker.slack_id, context)


def _set_up(desk: Desk, asker: Asker, view: View) -> Context:
    hour, minute = field(view, actions.SETUP_TIME)["selected_time"].split(":")
    plan = TeamPlan(
        channel_id=view["private_metadata"],
        name=typed(view, actions.SETUP_NAME),
        managers=tuple(field(view, actions.SETUP_MANAGERS).get("selected_users", [])),
        weekday=int(field(view, actions.SETUP_WEEKDAY)["selected_option"]["value"]),
        minute=int(hour) * 60 + int(minute),
        zone=field(view, actions.SETUP_ZONE)["selected_option"]["value"],
        set_up_by=asker.slack_id,
    )
    return set_up(desk, asker, plan)


def _announce_team(client: WebClient, asker: Asker, view: View, context: Context) -> None:
    """Post in the team's channel; where that fails, tell who set the team up."""
    channel_id = view["private_metadata"]
    try:
        announce(client, channel_id, context)
    except SlackApiError as error:
        name = typed(view, actions.SETUP_NAME)
        failed = DeliveryFailed(name, channel_id, error.response["error"])
        _tell_asker(client, asker, view, failed)


def _report(desk: Desk, asker: Asker, view: View) -> Context:
    """Take the fields as if they had been typed in one line, each after its name."""
    filled = ((name, typed(view, name)) for name in actions.LINKEDIN_FIELDS)
    return report(desk, asker, " ".join(f"{name} {text}" for name, text in filled if text))


def _draft_rules(desk: Desk, asker: Asker, view: View) -> Context:
    names = (f"{actions.RULES_PART}{number}" for number in range(1, PARTS + 1))
    return draft_of_parts(desk, asker, [typed(view, name) for name in names])


MODALS = (
    Modal(
        callback_id=actions.SETUP,
        opened_by=actions.SETUP,
        fill=lambda turn: setup(turn.desk, turn.asker, turn.channel_id or ""),
        take=_set_up,
        tell=_announce_team,
        problems_at=actions.SETUP_NAME,
    ),
    Modal(
        callback_id=actions.LINKEDIN,
        opened_by=actions.LINKEDIN_ENTER,
        fill=lambda turn: form(turn.desk, turn.asker),
        take=_report,
        tell=_tell_asker,
        problems_at=actions.LINKEDIN_FIELDS[0],
    ),
    Modal(
        callback_id=actions.RULES_UPLOAD,
        opened_by="rules upload",
        fill=lambda turn: upload_form(turn.desk, turn.asker),
        take=_draft_rules,
        tell=_tell_asker,
        problems_at=f"{actions.RULES_PART}1",
    ),
)

BY_CALLBACK = {modal.callback_id: modal for modal in MODALS}
BY_OPENER = {modal.opened_by: modal for modal in MODALS}
