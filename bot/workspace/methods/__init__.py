"""The methods of the Web API by name, one module a family."""

from bot.workspace.methods import assistant, chat, conversations, files, oauth, people, views
from bot.workspace.protocol import Method

METHODS: dict[str, Method] = {
    **assistant.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **oauth.METHODS,
    **people.METHODS,
    **views.METHODS,
}
"""Every method that this workspace answers to; any other is ``unknown_method``."""
