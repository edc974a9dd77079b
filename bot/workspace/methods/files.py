"""``files.*``: what the bot uploads and reads; the bytes themselves go over `web` URLs."""

from dataclasses import replace

from bot.workspace import messages
from bot.workspace.files import file_record
from bot.workspace.hub import Hub
from bot.workspace.methods.places import joined_channel
from bot.workspace.model import File
from bot.workspace.protocol import Arguments, Method, SlackError, Tier
from bot.workspace.shapes import JSONObject, text_of


def _file(hub: Hub, file_id: str) -> File:
    file = hub.workspace.files.get(file_id)
    if file is None:
        raise SlackError("file_not_found")
    return file


def info(hub: Hub, arguments: Arguments) -> JSONObject:
    """``files.info``."""
    file = _file(hub, arguments.required("file"))
    return {"file": file_record(file, hub.base_url), "comments": []}


def get_upload_url(hub: Hub, arguments: Arguments) -> JSONObject:
    """``files.getUploadURLExternal``."""
    name = arguments.required("filename")
    arguments.required("length")
    file = hub.workspace.files.start(name, hub.workspace.bot.user_id)
    return {"file_id": file.id, "upload_url": f"{hub.base_url}/upload/v1/{file.id}"}


def complete_upload(hub: Hub, arguments: Arguments) -> JSONObject:
    """``files.completeUploadExternal``: shares what was uploaded where a channel is given."""
    uploaded = [_finished(hub, given) for given in arguments.objects("files")]
    if not uploaded:
        raise SlackError("no_files")
    if arguments.has("channel_id"):
        channel = joined_channel(hub, arguments, "channel_id")
        uploaded = [replace(file, channels=(*file.channels, channel.id)) for file in uploaded]
    for file in uploaded:
        hub.workspace.files.keep(file)
    if arguments.has("channel_id"):
        draft = messages.by_bot(hub, channel.id, arguments.text("initial_comment"))
        ids = tuple(file.id for file in uploaded)
        messages.post(hub, replace(draft, files=ids, thread_ts=arguments.text("thread_ts") or None))
    return {"files": [file_record(file, hub.base_url) for file in uploaded]}


def _finished(hub: Hub, given: JSONObject) -> File:
    file = _file(hub, text_of(given.get("id")))
    if file.content is None:
        raise SlackError("file_not_found")
    return replace(file, title=text_of(given.get("title")) or file.name)


METHODS = {
    "files.info": Method(info, Tier.TIER_4, ("files:read",)),
    "files.getUploadURLExternal": Method(get_upload_url, Tier.TIER_4, ("files:write",)),
    "files.completeUploadExternal": Method(complete_upload, Tier.TIER_4, ("files:write",)),
}
