"""Slack's documented limits on blocks and their elements, as tables by type and field.

Source: https://docs.slack.dev/reference/block-kit, the pages of blocks and block elements.
"""

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
BLOCKS_TEXT = 12_000
TABLE_TEXT = 10_000
VIEW_BYTES = 250_000

ONE_A_MESSAGE = {"table": 1, "data_visualization": 2}

EVERYWHERE = frozenset(
    {"actions", "context", "divider", "header", "image", "input", "rich_text", "section", "video"}
)
MESSAGES_ONLY = frozenset(
    {
        "alert",
        "card",
        "carousel",
        "container",
        "context_actions",
        "data_table",
        "data_visualization",
        "file",
        "markdown",
        "plan",
        "table",
        "task_card",
    }
)

_SELECTS = frozenset(
    f"{multi}{kind}_select"
    for multi in ("", "multi_")
    for kind in ("static", "external", "users", "conversations", "channels")
)
_PICKS = _SELECTS | {"checkboxes", "datepicker", "datetimepicker", "radio_buttons", "timepicker"}
_TYPED = frozenset(
    {
        "email_text_input",
        "file_input",
        "number_input",
        "plain_text_input",
        "rich_text_input",
        "url_text_input",
    }
)

INTERACTIVE = _PICKS | _TYPED | {"button", "overflow", "feedback_buttons", "icon_button"}
"""The elements that a person can act on."""

ALLOWED_INSIDE = {
    ("actions", "elements"): _PICKS | {"button", "overflow", "rich_text_input", "workflow_button"},
    ("context", "elements"): frozenset({"image", "plain_text", "mrkdwn"}),
    ("context_actions", "elements"): frozenset({"feedback_buttons", "icon_button"}),
    ("input", "element"): _PICKS | _TYPED,
    ("rich_text", "elements"): frozenset(
        f"rich_text_{part}" for part in ("section", "list", "quote", "preformatted")
    ),
    ("section", "accessory"): _PICKS | {"button", "overflow", "image", "workflow_button"},
    ("section", "fields"): frozenset({"plain_text", "mrkdwn"}),
}

REQUIRED = {
    "actions": ("elements",),
    "button": ("text",),
    "context": ("elements",),
    "context_actions": ("elements",),
    "data_table": ("rows", "caption"),
    "data_visualization": ("title", "chart"),
    "header": ("text",),
    "image": ("alt_text",),
    "input": ("label", "element"),
    "markdown": ("text",),
    "mrkdwn": ("text",),
    "overflow": ("options",),
    "plain_text": ("text",),
    "rich_text": ("elements",),
    "static_select": (),
    "table": ("rows",),
}

LONGEST = {
    ("button", "action_id"): 255,
    ("button", "text"): 75,
    ("button", "url"): 3000,
    ("button", "value"): 2000,
    ("data_visualization", "title"): 50,
    ("header", "text"): 150,
    ("image", "alt_text"): 2000,
    ("image", "image_url"): 3000,
    ("image", "title"): 2000,
    ("input", "hint"): 2000,
    ("input", "label"): 2000,
    ("markdown", "text"): 12_000,
    ("section", "text"): 3000,
}
"""Characters at most, by type and field; the field may be a string or a text object."""

LONGEST_FIELD = 2000
LONGEST_PLACEHOLDER = 150
LONGEST_ID = 255
LONGEST_OPTION = {"text": 75, "value": 150, "description": 75}
LONGEST_CONFIRM = {"title": 100, "text": 300, "confirm": 30, "deny": 30}

FEWEST_AND_MOST = {
    ("actions", "elements"): (1, 25),
    ("carousel", "elements"): (1, 10),
    ("checkboxes", "options"): (1, 10),
    ("container", "child_blocks"): (1, 10),
    ("context", "elements"): (1, 10),
    ("context_actions", "elements"): (1, 5),
    ("data_table", "rows"): (2, 101),
    ("multi_static_select", "options"): (1, 100),
    ("overflow", "options"): (1, 5),
    ("radio_buttons", "options"): (1, 10),
    ("section", "fields"): (1, 10),
    ("static_select", "option_groups"): (1, 100),
    ("static_select", "options"): (1, 100),
    ("table", "column_settings"): (0, 20),
    ("table", "rows"): (1, 100),
}
TABLE_CELLS = 20

PLAIN_TEXT = frozenset(
    {("button", "text"), ("header", "text"), ("input", "label"), ("input", "hint")}
)
"""The text objects that may not be ``mrkdwn``."""

VIEW_LONGEST = {
    "title": 24,
    "submit": 24,
    "close": 24,
    "callback_id": 255,
    "external_id": 255,
    "private_metadata": 3000,
}
