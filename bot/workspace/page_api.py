"""The JSON API of the demo's page: what a person sees, and what they do there.

It asks for no sign-in, so it serves this machine alone: `server` refuses foreign host names, and a
POST needs a header that no foreign site can send.
"""

from collections.abc import Callable
from dataclasses import asdict
from http import HTTPStatus
from pathlib import Path

from flask import Blueprint, Response, jsonify, request, send_from_directory

from bot.workspace.acts import Acts, Outcome
from bot.workspace.elements import State
from bot.workspace.files import LARGEST
from bot.workspace.hub import Hub
from bot.workspace.journal import Change
from bot.workspace.model import Message, View
from bot.workspace.page_shapes import page_channel, page_entry, page_message, page_user
from bot.workspace.protocol import SlackError
from bot.workspace.shapes import JSONObject, an_object, text_of
from bot.workspace.views import view_record

PAGE = Path(__file__).parent / "page"
LONGEST_WAIT = 25.0


class PageAPI:
    """Answers the page.

    Args:
        hub: The workspace.
        acts: What people can do.
        next_step: A hint for the newcomer at the page's edge.
    """

    def __init__(self, hub: Hub, acts: Acts, next_step: str | None = None) -> None:
        self._hub = hub
        self._workspace = hub.workspace
        self._acts = acts
        self._next_step = next_step

    def blueprint(self) -> Blueprint:
        """Make the routes."""
        routes = Blueprint("page", __name__)
        routes.before_request(_from_the_page)
        routes.register_error_handler(SlackError, _refused)
        routes.register_error_handler(LookupError, _not_there)
        reads = {
            "state": self._state,
            "messages": self._messages,
            "changes": self._changes,
            "home": self._home,
            "modal": self._modal,
            "traffic": self._traffic,
        }
        writes: dict[str, Callable[[], JSONObject]] = {
            "home": self._open_home,
            "say": self._say,
            "click": self._click,
            "submit": self._submit,
            "close": self._close,
            "react": self._react,
            "shortcut": self._shortcut,
            "upload": self._upload,
        }
        for name, read in reads.items():
            routes.add_url_rule(f"/page/{name}", f"read_{name}", _as_json(read))
        for name, write in writes.items():
            routes.add_url_rule(f"/page/{name}", name, _as_json(write), methods=["POST"])
        for pattern in ("/", "/<path:name>", "/static/<path:name>"):
            routes.add_url_rule(pattern, view_func=_asset)
        return routes

    # What a person sees

    def _state(self) -> JSONObject:
        workspace = self._workspace
        people = [user for user in workspace.users.values() if not user.is_bot]
        me = self._me() if "as" in request.args else people[0].id
        with workspace.journal.lock:
            return {
                "team": {
                    "id": workspace.team_id,
                    "name": workspace.team_name,
                    "domain": workspace.domain,
                },
                "me": page_user(workspace.users[me]),
                "users": [page_user(user) for user in workspace.users.values()],
                "channels": [
                    page_channel(self._hub, channel, me)
                    for channel in workspace.channels.values()
                    if workspace.sees(me, channel)
                ],
                "bot": self._bot(),
                "seq": workspace.journal.seq,
                "next_step": self._next_step,
            }

    def _bot(self) -> JSONObject:
        bot = self._workspace.bot
        return {
            "user_id": bot.user_id,
            "name": bot.display_name,
            "app_id": bot.app_id,
            "commands": [asdict(command) for command in bot.commands],
            "shortcuts": [asdict(shortcut) for shortcut in bot.shortcuts],
            "home_enabled": bot.home_enabled,
        }

    def _messages(self) -> JSONObject:
        me, channel, thread = self._me(), _asked("channel"), request.args.get("thread")
        if channel not in self._workspace.channels:
            raise SlackError("channel_not_found")
        if not self._workspace.sees(me, self._workspace.channels[channel]):
            raise SlackError("channel_not_found")
        seen = self._workspace.messages(channel, me)
        if thread is None:
            self._workspace.mark_read(me, channel)
            shown = [message for message in seen if not message.is_reply]
        else:
            shown = [message for message in seen if thread in {message.ts, message.thread_ts}]
        return {
            "messages": [page_message(self._hub, message) for message in shown],
            "prompts": self._workspace.assistant.get((f"{channel}/{thread or ''}", "prompts"), []),
            "status": self._workspace.assistant.get((f"{channel}/{thread or ''}", "status"), ""),
        }

    def _changes(self) -> JSONObject:
        me, after = self._me(), request.args.get("after", 0, type=int)
        wait = min(request.args.get("wait", LONGEST_WAIT, type=float), LONGEST_WAIT)
        journal = self._workspace.journal

        def seen() -> list[Change]:
            return [change for change in journal.since(after) if self._visible(change, me)]

        changes = journal.wait_for(seen, wait) or []
        return {
            "seq": changes[-1].seq if changes else max(after, journal.seq),
            "changes": [
                {"type": change.type, "channel": change.channel, "ts": change.ts}
                for change in changes
            ],
        }

    def _visible(self, change: Change, me: str) -> bool:
        if change.audience is not None:
            return change.audience == me
        channel = self._workspace.channels.get(change.channel or "")
        return channel is None or self._workspace.sees(me, channel)

    def _home(self) -> JSONObject:
        return {"view": self._shown(self._workspace.views.home(self._me()))}

    def _modal(self) -> JSONObject:
        stack = self._workspace.views.stack(self._me())
        return {"view": self._shown(stack[-1] if stack else None)}

    def _shown(self, view: View | None) -> JSONObject | None:
        if view is None:
            return None
        return view_record(view, self._workspace.team_id, self._workspace.bot)

    def _traffic(self) -> JSONObject:
        entries = self._workspace.traffic.entries(request.args.get("after", 0, type=int))
        return {"entries": [page_entry(entry) for entry in entries]}

    # What a person does

    def _open_home(self) -> JSONObject:
        tab = _given().get("tab")
        self._acts.open_home(self._me(), "messages" if tab == "messages" else "home")
        return {"ok": True}

    def _say(self) -> JSONObject:
        given = _given()
        channel, text = text_of(given.get("channel")), text_of(given.get("text")).strip()
        commands = {command.command for command in self._workspace.bot.commands}
        if text.split(" ")[0] in commands:
            return _told(self._acts.slash(self._me(), channel, text))
        thread = text_of(given.get("thread_ts")) or None
        message = self._acts.say(self._me(), channel, text, thread)
        return {"ok": True, "ts": message.ts}

    def _click(self) -> JSONObject:
        given, container = _given(), an_object(_given().get("container"))
        action = an_object(given.get("action"))
        ids = {name: given[name] for name in ("block_id", "action_id") if given.get(name)}
        place: Message | View
        if container.get("type") == "view":
            place = self._view(text_of(container.get("view_id")))
        else:
            place = self._message(container)
        return _told(self._acts.click(self._me(), place, action | ids, _state_in(given)))

    def _submit(self) -> JSONObject:
        given = _given()
        view = self._view(text_of(given.get("view_id")))
        return _told(self._acts.submit(self._me(), view, _state_in(given) or {}))

    def _close(self) -> JSONObject:
        view = self._view(text_of(_given().get("view_id")))
        return _told(self._acts.close(self._me(), view))

    def _react(self) -> JSONObject:
        given = _given()
        self._acts.react(self._me(), self._message(given), text_of(given.get("name")))
        return {"ok": True}

    def _shortcut(self) -> JSONObject:
        given = _given()
        message = self._message(given) if given.get("ts") else None
        callback_id = text_of(given.get("callback_id"))
        return _told(self._acts.shortcut(self._me(), callback_id, message))

    def _upload(self) -> JSONObject:
        if (request.content_length or 0) > LARGEST:
            raise SlackError("file_too_large")
        content = request.get_data()
        self._acts.upload(self._me(), _asked("channel"), _asked("name"), content)
        return {"ok": True}

    # Finding what the page names

    def _me(self) -> str:
        user = request.args.get("as") or text_of(_given().get("as"))
        if user not in self._workspace.users:
            raise SlackError("user_not_found")
        return user

    def _message(self, given: JSONObject) -> Message:
        channel, ts = text_of(given.get("channel")), text_of(given.get("ts"))
        message = self._workspace.message(channel, ts)
        if message is None or message.visible_to not in {None, self._me()}:
            raise SlackError("message_not_found")
        return message

    def _view(self, view_id: str) -> View:
        view = self._workspace.views.find(view_id)
        if view is None or view.user != self._me():
            raise SlackError("not_found")
        return view


def _asset(name: str = "index.html") -> Response:
    kind = "text/javascript" if name.endswith(".js") else None  # some systems call it plain text
    return send_from_directory(PAGE, name, mimetype=kind)


def _from_the_page() -> Response | None:
    if request.method == "POST" and request.headers.get("X-Workspace") != "1":
        return Response("This needs the header X-Workspace: 1", HTTPStatus.FORBIDDEN)
    return None


def _refused(error: SlackError) -> tuple[Response, int]:
    return _with_reason(error.error)


def _not_there(error: LookupError) -> tuple[Response, int]:
    return _with_reason(str(error))


def _with_reason(reason: str) -> tuple[Response, int]:
    """Say why not: an act on what has changed meanwhile comes too late, which is no fault."""
    status = HTTPStatus.OK if request.method == "POST" else HTTPStatus.NOT_FOUND
    return jsonify({"ok": False, "error": reason}), status


def _as_json(answer: Callable[[], JSONObject]) -> Callable[[], Response]:
    return lambda: jsonify(answer())


def _asked(name: str) -> str:
    return request.args.get(name, "")


def _given() -> JSONObject:
    return an_object(request.get_json(silent=True)) if request.is_json else {}


def _state_in(given: JSONObject) -> State | None:
    """Read the state of the inputs, with or without ``values`` around it."""
    if "state" not in given:
        return None
    state = an_object(given["state"])
    blocks = an_object(state.get("values", state))
    return {
        block: {action: an_object(value) for action, value in an_object(row).items()}
        for block, row in blocks.items()
    }


def _told(outcome: Outcome) -> JSONObject:
    told: JSONObject = {"ok": outcome.ok, "response_action": outcome.response_action}
    if outcome.error is not None:
        told["error"] = outcome.error
    return told | {"errors": outcome.errors}
