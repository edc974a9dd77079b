"""Clicks on the bot's buttons: answered where they were made, for the eyes of who made them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import TypedDict

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.answers.asker import Asker
from bot.answers.board import my_row
from bot.answers.conversation import COMMANDS, answer
from bot.answers.data import BUTTONS as ABOUT_OWN_DATA
from bot.answers.desk import Desk
from bot.answers.joining import join, leave, team_of_channel
from bot.answers.privacy import show_on_boards
from bot.answers.reported import BUTTONS as ABOUT_REPORTED
from bot.answers.turn import Turn, understood
from bot.answers.uploading import discard, publish
from bot.answers.warning import warn
from bot.errors import NotFound
from bot.messages import actions
from bot.messages.actions import Press
from bot.messages.contexts import Context, NoData
from bot.slack.modals import BY_OPENER
from bot.slack.payloads import Named
from bot.slack.reception import Reception, attempt
from bot.slack.replies import open_dm, tell
from bot.understanding import Intent, Period, Question, Subject, SubjectKind

ABOUT_SOMEBODY = frozenset({actions.WHY, actions.DETAILS, actions.NEXT, actions.OUTLOOK})
BY_VALUE: Mapping[str, Callable[[Desk, Asker, str], Context]] = {
    **ABOUT_REPORTED,
    **ABOUT_OWN_DATA,
    actions.RULES_PUBLISH: publish,
    actions.RULES_DISCARD: discard,
}
"""Buttons that need who asks and what the button tells, and nothing else."""


class Option(TypedDict):
    """What was chosen of a menu."""

    value: str


class Button(TypedDict, total=False):
    """A button, as it was pressed, or a menu, as something was chosen of it."""

    action_id: str
    value: str
    selected_option: Option


class Clicked(TypedDict, total=False):
    """What the bot reads of a click's payload; App Home has no channel, and no message."""

    user: Named
    team: Named
    trigger_id: str
    channel: Named
    message: dict[str, str]
    actions: list[Button]


class Clicks:
    """Answers clicks."""

    def __init__(self, reception: Reception) -> None:
        """Take clicks at this reception."""
        self._reception = reception

    def take(self, ack: Ack, body: Clicked, client: WebClient) -> None:
        """Answer one click."""
        ack()
        user, button = body["user"]["id"], body["actions"][0]
        channel = body["channel"]["id"] if "channel" in body else open_dm(client, user)

        def answer_click() -> Context | None:
            asker = self._reception.asker(client, user)
            desk = self._reception.desk(client, body["team"]["id"], asker.zone)
            turn = Turn(desk, asker, channel, _value(button))
            modal = BY_OPENER.get(button["action_id"])
            if modal:
                modal.open(client, turn, body["trigger_id"])
                return None
            return self._answer(turn, button["action_id"])

        context = attempt(answer_click)
        if context:
            tell(client, channel, user, context, body.get("message", {}).get("thread_ts"))

    def _answer(self, turn: Turn, action_id: str) -> Context:
        if action_id.startswith(actions.READING):
            reading = actions.Reading.decode(turn.text)
            turn = replace(turn, text=reading.text)
            return answer(turn, replace(understood(turn), intent=Intent(reading.intent)))
        if action_id.startswith(actions.DETAILS):
            action_id = actions.DETAILS
        if action_id.startswith(actions.UNDO):
            action_id = actions.UNDO
        if action_id in ABOUT_SOMEBODY:
            return COMMANDS[action_id](turn, _question(Press.decode(turn.text)))
        if action_id in BY_VALUE:
            return BY_VALUE[action_id](turn.desk, turn.asker, turn.text)
        if action_id in COMMANDS:
            return COMMANDS[action_id](turn, understood(turn))
        return self._about_team(turn, action_id)

    def _about_team(self, turn: Turn, action_id: str) -> Context:
        """Join or leave the channel's team, and be on its board or see one's own row there."""
        desk, channel_id = turn.desk, turn.channel_id or ""
        if action_id == actions.JOIN:
            return join(desk, self._reception.member(desk, turn.asker), channel_id)
        member = desk.store.members.by_slack_id(desk.workspace_id, turn.asker.slack_id)
        if member is None:
            return NoData(None)
        if action_id == actions.LEAVE:
            return leave(desk, member, channel_id)
        if action_id == actions.WARN:
            return warn(desk, member, int(turn.text))
        if action_id in (actions.HIDE, actions.SHOW):
            return show_on_boards(desk, member, shown=action_id == actions.SHOW)
        if action_id == actions.MY_ROW:
            day = Press.decode(turn.text).last or turn.today
            return my_row(desk, team_of_channel(desk, channel_id), member, day)
        raise NotFound("This button leads nowhere any more. Try `/ssi help`.")


def _value(button: Button) -> str:
    """Read what a button tells, or what was chosen of a menu."""
    if "selected_option" in button:
        return button["selected_option"]["value"]
    return button.get("value", "")


def _question(press: Press) -> Question:
    """Ask what a button stands for: about whom, and for a change the days after ``first``."""
    subject = Subject(SubjectKind.PERSON, press.person) if press.person else Subject(SubjectKind.ME)
    period = None
    if press.first and press.last and press.first < press.last:
        period = Period(press.first + timedelta(days=1), press.last)
    return Question(
        intent=Intent.WHY_CHANGE,
        subject=subject,
        pillar=press.pillar,
        period=period,
        signal=None,
        confidence=1.0,
        alternatives=(),
    )
