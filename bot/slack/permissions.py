"""What the app needs of Slack: its command, events and scopes; a test holds the manifest to it."""

COMMAND = "/ssi"
COMMAND_DESCRIPTION = "Your score, and why it changed"
COMMAND_USAGE = "me · why since monday · team · board · next · rules · setup · help"

SHORTCUT = "log_message"
SHORTCUT_NAME = "Log as activity"
SHORTCUT_DESCRIPTION = "Logs what this message tells of, by hand"

EVENTS = frozenset(
    {
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        "link_shared",
        "message.im",
        "tokens_revoked",
    }
)

LINK_DOMAINS = ("linkedin.com", "lnkd.in")
"""The app is told of links to these: of the link, without the message around it."""

SCOPES = frozenset(
    {
        "app_mentions:read",  # questions in channels
        "assistant:write",  # suggested questions, and that an answer is on the way
        "channels:history",  # to make sure that a digest was posted once
        "chat:write",  # answers and digests
        "commands",
        "files:read",  # a LinkedIn export that somebody sends
        "files:write",  # a team's report as a file for its manager
        "groups:history",  # as channels:history, in private channels
        "im:history",  # questions in a direct message
        "im:write",  # answers in a direct message
        "links:read",  # LinkedIn posts that are shared where a team wants them counted
        "users:read",  # names and time zones
        "users:read.email",  # members are found by e-mail
    }
)
