"""The modals: what opens each, what its submission does, and who is told of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.answers.asker import Asker
from bot.answers.data import disputes, log
from bot.answers.desk import Desk
from bot.answers.rules.uploading import PARTS, draft_of_parts, upload_form
from bot.answers.score.reported import form, report
from bot.answers.teams.joining import set_up, setup
from bot.answers.turn import Turn
from bot.answers.upkeep import tokens
from bot.errors import NotReady
from bot.messages import actions
from bot.messages.contexts import Context, DeliveryFailed, DisputeAsked, DisputeRaised
from bot.messages.render import Form, render_view
from bot.slack import matching
from bot.slack.matching import Matter
from bot.slack.payloads import View, chosen, field, picked, typed
from bot.slack.replies import LIMITS, Replies, open_dm, reason
from bot.storage.teams import TeamPlan

TOO_LATE = frozenset({"exchanged_trigger_id", "expired_trigger_id", *LIMITS})
"""Slack's names for what clicking once more mends: a trigger lives for three seconds, and once."""


@dataclass(frozen=True, slots=True)
class Modal:
    """One modal.

    ``opened_by`` is the word after `/ssi`, or the button, that opens it as ``fill`` says. ``take``
    acts on a submission and ``tell`` passes on what came of it; without one, that takes the place
    of the modal. A problem keeps the modal open and is shown at the field ``problems_at``.
    """

    callback_id: str
    opened_by: str
    fill: Callable[[Turn], Form]
    take: Callable[[Desk, Asker, View], Context]
    tell: Callable[[Replies, Asker, View, Context], None] | None
    problems_at: str

    def open(self, client: WebClient, turn: Turn, trigger_id: str, *, on_top: bool = False) -> None:
        """Open it for who is speaking, perhaps on top of the modal that is open.

        Raises:
            OpenSSIError: it is not for this asker, or it took too long; the sentence says why.
        """
        view = render_view(self.fill(turn), language=turn.asker.language)
        try:
            show = client.views_push if on_top else client.views_open
            show(trigger_id=trigger_id, view=view)
        except SlackApiError as error:
            if reason(error) not in TOO_LATE:
                raise
            raise NotReady(
                "That took a moment too long for Slack: please do it once more."
            ) from error


def _tell_asker(replies: Replies, asker: Asker, _view: View, context: Context) -> None:
    replies.tell(open_dm(replies.client, asker.slack_id), asker.slack_id, context)


def _set_up(desk: Desk, asker: Asker, view: View) -> Context:
    hour, minute = field(view, actions.SETUP_TIME)["selected_time"].split(":")
    plan = TeamPlan(
        channel_id=view["private_metadata"],
        name=typed(view, actions.SETUP_NAME),
        managers=tuple(field(view, actions.SETUP_MANAGERS).get("selected_users", [])),
        weekday=int(chosen(view, actions.SETUP_WEEKDAY)),
        minute=int(hour) * 60 + int(minute),
        zone=chosen(view, actions.SETUP_ZONE),
        set_up_by=asker.slack_id,
        language=asker.language,
        counts_links=chosen(view, actions.SETUP_LINKS) == "on",
    )
    return set_up(desk, asker, plan)


def _announce_team(replies: Replies, asker: Asker, view: View, context: Context) -> None:
    """Post in the team's channel; where that fails, tell who set the team up."""
    channel_id = view["private_metadata"]
    try:
        replies.announce(channel_id, context)
    except SlackApiError as error:
        name = typed(view, actions.SETUP_NAME)
        failed = DeliveryFailed(name, channel_id, reason(error))
        _tell_asker(replies, asker, view, failed)


def _report(desk: Desk, asker: Asker, view: View) -> Context:
    """Take the fields as if they had been typed in one line, each after its name."""
    filled = ((name, typed(view, name)) for name in actions.LINKEDIN_FIELDS)
    return report(desk, asker, " ".join(f"{name} {text}" for name, text in filled if text))


def _draft_rules(desk: Desk, asker: Asker, view: View) -> Context:
    names = (f"{actions.RULES_PART}{number}" for number in range(1, PARTS + 1))
    return draft_of_parts(desk, asker, [typed(view, name) for name in names])


def _log(desk: Desk, asker: Asker, view: View) -> Context:
    return log.log_filled_in(
        desk,
        asker,
        kind=chosen(view, actions.LOG_KIND),
        count=typed(view, actions.LOG_COUNT),
        day=picked(view, actions.LOG_DAY),
        link=typed(view, actions.LOG_LINK),
        seed=view["id"],
    )


def _dispute(desk: Desk, asker: Asker, view: View) -> Context:
    return disputes.dispute(
        desk,
        asker,
        kind=chosen(view, actions.LOG_KIND),
        count=typed(view, actions.LOG_COUNT),
        day=picked(view, actions.LOG_DAY),
        missing=chosen(view, actions.DISPUTE_WHAT) == "missing",
    )


def _make_token(desk: Desk, asker: Asker, view: View) -> Context:
    may = chosen(view, actions.ADMIT_MAY)
    return tokens.make_token(desk, asker, name=typed(view, actions.ADMIT_NAME), may=may)


def _ask_who_decides(replies: Replies, asker: Asker, view: View, context: Context) -> None:
    """Pass the note on to who decides, and on to nobody else; tell the asker whom Slack told."""
    if not isinstance(context, DisputeRaised):
        return
    asked = DisputeAsked(context.what, typed(view, actions.DISPUTE_NOTE).strip(), context.today)
    unreached = tuple(who for who in context.deciders if not _reach(replies, who, asked))
    _tell_asker(replies, asker, view, replace(context, unreached=unreached))


def _reach(replies: Replies, slack_id: str, context: Context) -> bool:
    """Tell somebody in their DM, if Slack lets it."""
    try:
        replies.tell(open_dm(replies.client, slack_id), slack_id, context)
    except (SlackApiError, OSError):
        return False
    return True


def _tell_of_structure(replies: Replies, asker: Asker, view: View, context: Context) -> None:
    """Tell an admin that columns are known now; of a brought-in file its preview tells."""
    if Matter.decode(view["private_metadata"]).is_structure:
        _tell_asker(replies, asker, view, context)


LOG_MODAL = Modal(
    callback_id=actions.LOG,
    opened_by=actions.LOG,
    fill=log.form,
    take=_log,
    tell=_tell_asker,
    problems_at=actions.LOG_DAY,
)

COLUMNS_MODAL = Modal(
    callback_id=actions.MATCH_COLUMNS,
    opened_by=actions.MATCH_COLUMNS,
    fill=matching.fill_columns,
    take=matching.take_columns,
    tell=_tell_of_structure,
    problems_at=f"{actions.MATCH_COLUMNS_FIELD}0",
)

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
    replace(LOG_MODAL, opened_by=actions.LOG_MESSAGE, fill=log.form_of_message),
    LOG_MODAL,
    Modal(
        callback_id=actions.DISPUTE,
        opened_by=actions.DISPUTE,
        fill=disputes.form,
        take=_dispute,
        tell=_ask_who_decides,
        problems_at=actions.LOG_DAY,
    ),
    Modal(
        callback_id=actions.ADMIT,
        opened_by=actions.ADMIT,
        fill=tokens.form,
        take=_make_token,
        tell=None,
        problems_at=actions.ADMIT_NAME,
    ),
    replace(COLUMNS_MODAL, opened_by=actions.MATCH_DRIFT, fill=matching.fill_drift),
    COLUMNS_MODAL,
    Modal(
        callback_id=actions.MATCH_SEATS,
        opened_by=actions.MATCH_SEATS,
        fill=matching.fill_seats,
        take=matching.take_seats,
        tell=_tell_of_structure,
        problems_at=f"{actions.MATCH_SEATS_FIELD}0",
    ),
)

BY_CALLBACK = {modal.callback_id: modal for modal in MODALS}
BY_OPENER = {modal.opened_by: modal for modal in MODALS}
