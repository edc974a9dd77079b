"""Clicks on the bot's buttons: answered where they were made, for the eyes of who made them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial

from slack_bolt import Ack
from slack_sdk import WebClient

from bot.answers.ahead.warning import warn
from bot.answers.aims.aiming import BUTTONS as ABOUT_WEEKS_OFF
from bot.answers.aims.games import BUTTONS as ABOUT_GAMES
from bot.answers.asker import Asker
from bot.answers.asking.about_teams import BUTTONS as ABOUT_TEAMS
from bot.answers.asking.answering import COMMANDS
from bot.answers.asking.conversation import answer, run
from bot.answers.asking.feedback import give_feedback
from bot.answers.data.channel_links import BUTTONS as ABOUT_LINKS
from bot.answers.data.disputes import BUTTONS as ABOUT_DISPUTES
from bot.answers.data.log import BUTTONS as ABOUT_LOGS
from bot.answers.data.own import BUTTONS as ABOUT_OWN_DATA
from bot.answers.data.pending import BUTTONS as ABOUT_IMPORTS
from bot.answers.data.privacy import show_on_boards
from bot.answers.desk import Desk
from bot.answers.rules.uploading import discard, publish
from bot.answers.score.reported import BUTTONS as ABOUT_REPORTED
from bot.answers.teams.board import my_row
from bot.answers.teams.coaching import BUTTONS as ABOUT_COACHING
from bot.answers.teams.consent import BUTTONS as ABOUT_CONSENT
from bot.answers.teams.joining import join, leave, team_of_channel
from bot.answers.teams.weekly_note import BUTTONS as ABOUT_NOTES
from bot.answers.turn import Turn, understood
from bot.answers.upkeep.deliveries import BUTTONS as ABOUT_DELIVERIES
from bot.errors import NotFound
from bot.incident import Incident
from bot.measures import answering
from bot.messages import actions
from bot.messages.contexts import Context, NoData
from bot.messages.presses import Press, Reading
from bot.slack.answer_modal import is_in_modal, is_on_home, open_empty, show_answer
from bot.slack.cheers import send_cheer
from bot.slack.downloads import Downloads
from bot.slack.exports import send_structure, send_team_file
from bot.slack.home_clicks import HomeClicks, is_for_home
from bot.slack.homes import Homes
from bot.slack.imports import UNDER_A_PREVIEW, FileImports
from bot.slack.modals import BY_OPENER, Modal
from bot.slack.patience import hurried
from bot.slack.payloads import Clicked, pressed
from bot.slack.permissions import COMMAND
from bot.slack.reception import Reception, attempt
from bot.slack.replies import open_dm
from bot.slack.workers import Workers
from bot.understanding import Intent, Period, Question, Subject, SubjectKind

_PLACE = re.compile(r"_\d+$")

ABOUT_SOMEBODY = frozenset({actions.WHY, actions.DETAILS, actions.NEXT, actions.OUTLOOK})
NUMBERED = (
    actions.DETAILS,
    actions.UNDO_IMPORT,
    actions.UNDO,
    actions.COACH,
    actions.TEAM_PAGE,
    actions.CONSENT_REVOKE,
    actions.DELIVERIES_PAGE,
    actions.SEND_AGAIN,
)
"""Buttons of which a message may have several: their ids begin so."""

BY_VALUE: Mapping[str, Callable[[Desk, Asker, str], Context]] = {
    **ABOUT_REPORTED,
    **ABOUT_OWN_DATA,
    **ABOUT_IMPORTS,
    **ABOUT_GAMES,
    **ABOUT_WEEKS_OFF,
    **ABOUT_LOGS,
    **ABOUT_LINKS,
    **ABOUT_DISPUTES,
    **ABOUT_NOTES,
    **ABOUT_TEAMS,
    **ABOUT_CONSENT,
    **ABOUT_COACHING,
    **ABOUT_DELIVERIES,
    actions.RULES_PUBLISH: publish,
    actions.RULES_DISCARD: discard,
}
"""Buttons that need who asks and what the button tells, and nothing else."""


class Clicks:
    """Answers clicks."""

    def __init__(self, reception: Reception, downloads: Downloads, workers: Workers) -> None:
        """Take clicks at this reception, and have them answered by workers.

        Files come by way of the downloads.
        """
        self._reception = reception
        self._workers = workers
        self._homes = Homes(reception)
        self._imports = FileImports(reception, downloads, self._homes)
        self._home_clicks = HomeClicks(reception, self._homes)

    def take(self, ack: Ack, body: Clicked, client: WebClient) -> None:
        """Acknowledge a click, and open the modal that it may ask for.

        A modal's trigger lives no longer than Slack waits for this, so it does not queue up.
        """
        ack()
        action_id = body["actions"][0]["action_id"]
        modal = _modal(body)
        hasty = hurried(client)
        if modal:
            problem = attempt(lambda: self._open(modal, body, hasty))
            if problem:
                self._tell(body, client, problem)
            return
        if is_on_home(body) and not is_for_home(action_id):
            open_empty(hasty, body, self._language(body, hasty))
        self._workers.take(partial(self._answer_once, body, client))

    def _answer_once(self, body: Clicked, client: WebClient) -> None:
        """Answer a click that asks for no modal, once."""
        context = attempt(lambda: self._answered(body, client))
        if context:
            self._tell(body, client, context)
            self._homes.refresh(client, body["team"]["id"], body["user"]["id"], context)

    def _answered(self, body: Clicked, client: WebClient) -> Context | None:
        """Act on a click that did not come before; some show themselves what came of it."""
        if not self._is_new(body, client):
            return None
        action_id = body["actions"][0]["action_id"]
        if is_for_home(action_id):
            self._home_clicks.act(body, client)
            return None
        turn = self._turn(body, client)
        if action_id in UNDER_A_PREVIEW:
            self._imports.act(client, turn, action_id)
            return None
        return self._act(turn, action_id, client)

    def _open(self, modal: Modal, body: Clicked, client: WebClient) -> None:
        if self._is_new(body, client):
            turn = self._turn(body, client)
            modal.open(client, turn, body["trigger_id"], on_top=is_in_modal(body))

    def _is_new(self, body: Clicked, client: WebClient) -> bool:
        team_id, slack_id = body["team"]["id"], body["user"]["id"]
        return self._reception.is_new(client, team_id, slack_id, body["trigger_id"])

    def _turn(self, body: Clicked, client: WebClient) -> Turn:
        asker = self._reception.asker(client, body["user"]["id"])
        desk = self._reception.desk(client, body["team"]["id"], asker)
        place = body.get("container", {})
        return Turn(
            desk,
            asker,
            body["channel"]["id"] if "channel" in body else None,
            pressed(body),
            ts=place.get("message_ts"),
            thread_ts=_thread(body),
        )

    def _tell(self, body: Clicked, client: WebClient, context: Context) -> None:
        """Tell who clicked: in place, on App Home in a modal, and where there is none in the DM."""
        with Incident("answer_not_shown", action_id=body["actions"][0]["action_id"]):
            if "view" in body:
                language = self._language(body, client)
                if show_answer(client, body, context, language):
                    return
            replies = self._reception.replies(client, body["team"]["id"])
            thread_ts = body.get("container", {}).get("thread_ts")
            replies.tell(_channel(body, client), body["user"]["id"], context, thread_ts)

    def _language(self, body: Clicked, client: WebClient) -> str:
        readers = self._reception.readers(client, body["team"]["id"])
        return readers.language_of(body["user"]["id"])

    def _act(self, turn: Turn, action_id: str, client: WebClient) -> Context:
        """Answer a click; to send a file, or a cheer to a thread, takes Slack besides."""
        if action_id == actions.TEAM_EXPORT:
            return send_team_file(client, turn)
        if action_id.startswith(actions.STRUCTURE):
            return send_structure(client, turn)
        if action_id.startswith(actions.CHEER):
            slack_id = turn.desk.workspace.slack_id
            return send_cheer(self._reception.replies(client, slack_id), turn)
        if action_id.startswith(actions.FEEDBACK):
            return give_feedback(turn)
        return self._answer(turn, action_id)

    def _answer(self, turn: Turn, action_id: str) -> Context:
        if action_id.startswith(actions.READING):
            reading = Reading.decode(turn.text)
            turn = replace(turn, text=reading.text)
            return answer(turn, replace(understood(turn), intent=Intent(reading.intent)))
        if action_id.startswith(actions.RUN + "_"):
            word, _, rest = _typed(turn.text).partition(" ")
            return run(replace(turn, text=rest), word)
        action_id = next((begun for begun in NUMBERED if action_id.startswith(begun)), action_id)
        if action_id in ABOUT_SOMEBODY:
            with turn.desk.one_state():
                return COMMANDS[action_id](turn, _question(Press.decode(turn.text)))
        if action_id in BY_VALUE:
            with answering(action_id), turn.desk.one_state():
                return BY_VALUE[action_id](turn.desk, turn.asker, turn.text)
        if action_id in COMMANDS:
            with turn.desk.one_state():
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


def _modal(body: Clicked) -> Modal | None:
    """Find the modal that a click opens; a button that types a command opens that command's."""
    action_id = body["actions"][0]["action_id"]
    types = action_id.startswith(actions.RUN + "_")
    return BY_OPENER.get(_typed(pressed(body)) if types else _PLACE.sub("", action_id))


def _typed(command: str) -> str:
    return command.removeprefix(COMMAND).strip()


def _channel(body: Clicked, client: WebClient) -> str:
    return body["channel"]["id"] if "channel" in body else open_dm(client, body["user"]["id"])


def _thread(body: Clicked) -> str | None:
    """Tell the thread of the message; one that only its reader sees is not in the payload."""
    thread_ts = body.get("container", {}).get("thread_ts")
    return thread_ts or body.get("message", {}).get("thread_ts")


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
        signal=press.signal,
        confidence=1.0,
        alternatives=(),
    )
