"""Links in what people write: the bot hears of those to its domains, and of nothing around them."""

import re
import secrets
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from bot.workspace.hub import Hub
from bot.workspace.model import Message
from bot.workspace.shapes import JSONObject

_LINK = re.compile(r"<(https?://[^<>|]+)(?:\|[^<>]*)?>")


def tell_of_links(hub: Hub, message: Message) -> None:
    """Send ``link_shared`` for a message of a person that holds links to the bot's domains.

    Unlike messages, links are told of wherever they are, be the bot there or not.
    """
    if message.bot_id:
        return
    links = list(_links(message.text, hub.workspace.bot.link_domains))
    if not links:
        return
    channel = hub.workspace.channels[message.channel]
    event: JSONObject = {
        "type": "link_shared",
        "user": message.user,
        "channel": channel.id,
        "is_bot_user_member": hub.workspace.bot.user_id in channel.members,
        "message_ts": message.ts,
        "unfurl_id": f"{channel.id}.{message.ts}.{secrets.token_hex(32)}",
        "source": "conversations_history",
        "links": links,
        "event_ts": message.ts,
    }
    thread: JSONObject = {"thread_ts": message.thread_ts} if message.thread_ts else {}
    hub.events.send(event | thread, "link_shared")


def _links(text: str, domains: tuple[str, ...]) -> Iterator[JSONObject]:
    """Find the links to domains and their subdomains."""
    for found in _LINK.finditer(text):
        url = unescape(found[1])
        host = (urlsplit(url).hostname or "").lower()
        for domain in domains:
            if host == domain or host.endswith(f".{domain}"):
                yield {"domain": domain, "url": url}
