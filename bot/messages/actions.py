"""What buttons and fields are called: the contract between templates and Slack's listeners.

A button's value, where it has one, is a ``Press`` of ``bot.messages.presses``, unless its constant
says otherwise.
"""

WHY = "why"
"""*Why?*: whose change, between the ends of which days."""

DETAILS = "details"
"""*Show details*: as *Why?*, perhaps of one pillar; where a message has several, "_" and it."""

WARN = "warn"
"""The choice of the drop before which a member wants a word; options are tenths, "0" none."""

NEXT = "next"
OUTLOOK = "outlook"
"""*What next?* and *What leaves soon?*: whose."""

MY_ROW = "my_row"
"""*My row* of a digest: as of its last day."""

CHEER = "cheer"
"""Begins the id of *Cheer* in a digest; the rest is "_" and its place, from 1.

The value tells whom, and the digest's last day.
"""

NOTE_ON = "note_on"
NOTE_OFF = "note_off"
"""*Send me a weekly note* and *Stop this note*; they have no value."""

BOARD = "board"
"""*Leaderboard* of the channel's team, or, from the App Home, of the team that its value names."""

RULES = "rules"
TREND = "trend"
COMPARE = "compare"
PRIVACY = "privacy"
HELP = "help"
IMPORT = "import"
GOAL = "goal"
DISPUTES = "disputes"
DELIVERIES = "deliveries"
"""These open the answer of the same name; they have no value."""

JOIN = "join"
LEAVE = "leave"
"""*Join* and *Leave* the channel's team; the value is the team's name."""

HIDE = "hide"
SHOW = "show"
"""*Hide me from boards* and *Show me on boards*; they have no value."""

TEAM = "team"
"""*Team report* on the App Home; the value is the team's name."""

TEAM_PAGE = "team_page"
"""Begins the ids of what turns the report's pages; the value is the page and the team's number."""

TEAM_EXPORT = "team_export"
"""*Export CSV* under the report; the value is the team's number."""

COACH = "coach"
"""Begins the id of *Look closer* at a member; the rest is "_" and its place, from 1."""

CONSENT_ASK = "consent_ask"
"""*Ask to see more* of a member."""

CONSENT_ALLOW = "consent_allow"
CONSENT_REFUSE = "consent_refuse"
"""*Allow for 30 days* and *No*; the value is the manager's Slack id."""

CONSENT_REVOKE = "consent_revoke"
"""Begins the id of *Stop sharing*; the rest is "_" and its place, the value as above."""

READING = "reading"
"""Begins the id of a button that offers a reading; the rest is "_" and its place, from 1.

The value is a ``Reading`` in JSON.
"""

SETUP = "setup"
"""The callback of the set-up modal; its ``private_metadata`` is the channel's id."""

SETUP_NAME = "name"
SETUP_MANAGERS = "managers"
SETUP_WEEKDAY = "weekday"
SETUP_TIME = "time"
SETUP_ZONE = "zone"
SETUP_LINKS = "links"
"""The modal's fields: each is both the ``block_id`` and the ``action_id``.

A weekday is "0" (Monday) to "6", a time "HH:MM", a zone its IANA name, managers are user ids;
whether links count is "on" or "off".
"""

LINKEDIN = "linkedin"
"""The callback of the modal that takes what LinkedIn shows, and the command that tells of it."""

LINKEDIN_ENTER = "linkedin_enter"
"""*Enter my numbers* opens that modal."""

LINKEDIN_FIELDS = (
    "brand", "people", "insights", "relationships", "total", "industry", "network",
)  # fmt: skip
"""Its fields: each name is also the word that may be typed before the number."""

LINKEDIN_CERTAIN = "linkedin_certain"
"""*Yes, it is*: takes the doubted text that is its value as it stands."""

LINKEDIN_NUDGE = "linkedin_nudge"
LINKEDIN_NO_NUDGE = "linkedin_no_nudge"
"""*Ask me each Monday* and *Stop asking me*; they have no value."""

RULES_UPLOAD = "rules_upload"
"""The callback of the modal that takes a rulebook."""

RULES_PART = "rules_part_"
"""Begins the ids of its fields; the rest is the place of the part, from 1."""

RULES_PUBLISH = "rules_publish"
RULES_DISCARD = "rules_discard"
"""*Publish* and *Discard* a draft; the value is the digest of its text."""

RUN = "run"
"""Begins the id of a button that types a command; the rest is "_" and its place.

The value is the command, such as "/ssi board".
"""

UNDO = "undo"
"""Begins the id of *Undo*, of an import; the rest is "_" and its place, the value its recording."""

UNDO_IMPORT = "undo_import"
"""*Undo this import*: all of a brought-in file; the id may go on with "_" and a place.

The value is the import's number.
"""

IMPORT_START = "import_start"
IMPORT_CANCEL = "import_cancel"
"""*Import* and *Cancel* under the preview of a file; the value is the import's number."""

MATCH_COLUMNS = "match_columns"
"""*Match the columns* of a file, the value is the import's number; and the modal's callback."""

MATCH_DRIFT = "match_drift"
"""Begins the id of the same, of a file whose structure is kept; the value is that one's number."""

MATCH_COLUMNS_FIELD = "match_field_"
"""Begins the ids of the modal's fields; the rest is the place of our field, from 0.

An option is the place of the file's column.
"""

MATCH_COLUMNS_DATES = "match_dates"
MATCH_COLUMNS_FIRST, MATCH_COLUMNS_LAST = "match_first", "match_last"
"""Its fields besides: how dates are written, and of which days the file tells."""

MATCH_SEATS = "match_seats"
"""*Say whose they are*, the value is the import's number; and the callback of the modal."""

MATCH_SEATS_FIELD = "match_seat_"
"""Begins the ids of its fields; the rest is the place of the seat, from 0."""

STRUCTURE = "structure"
"""Begins the id of *Structure*: how a file is built, as a file; the value is its number."""

FORGET = "forget"
"""*Forget me*: asks whether it is meant, then deletes; it has no value."""

DATA = "data"
"""*What is stored?* opens the answer of that name; it has no value."""

TIPS = "tips"
"""*Tips* opens the answer of that name; it has no value."""

WEEK_OFF = "week_off"
WEEK_ON = "week_on"
NEXT_WEEK_OFF = "next_week_off"
NEXT_WEEK_ON = "next_week_on"
"""*Take this week off* and *This week counts*, and the same of the next; they have no value."""

GAMES_ON = "games_on"
GAMES_OFF = "games_off"
"""*Show streaks and badges* and *Hide streaks and badges*; they have no value."""

LOG = "log"
"""*Log something*, the command, and the callback of the modal that they open."""

LOG_MESSAGE = "log_message"
"""The shortcut *Log as activity* on a message opens that modal, too."""

LOG_YES = "log_yes"
"""*Log it*: the value is JSON of ``day``, ``units`` by kind, and a ``seed`` that names them."""

LOG_KIND, LOG_COUNT, LOG_DAY, LOG_LINK = "kind", "count", "day", "link"
"""The modal's fields; a kind is its number, a day is ISO."""

POST_COMMENTED = "post_commented"
POST_SHARED = "post_shared"
"""*I commented* and *I shared*, under a shared LinkedIn post; the value is the post's hash."""

DISPUTE = "dispute"
"""*Something is missing or wrong*, and the callback of the modal that it opens."""

DISPUTE_WHAT, DISPUTE_NOTE = "what", "note"
"""Its fields besides kind, count and day; what is wrong is "missing" or "wrong"."""

DISPUTE_ACCEPT = "dispute_accept"
DISPUTE_DECLINE = "dispute_decline"
"""*Accept* and *Decline*; the value is the dispute's number."""

HOME_TURN = "home_turn"
"""Begins the id of what turns a page of App Home; the value is the ``HomePlace`` to show."""

SMALLEST_TEAM = "smallest_team"
GAMES_FOR_ALL = "games_for_all"
"""An admin's choices for everybody: a number of members, and "on" or "off"."""

NEWEST_AGAIN = "newest_again"
"""*Try again now*: tables and charts, which the workspace refused; it has no value."""

PREVIEW = "preview"
"""*Preview the digest*: of the team that the value names."""

FEEDBACK = "feedback"
"""Begins the ids of what tells whether an answer was good; the value is a ``Rating`` in JSON."""

ADMIT = "admit"
"""*Make a token*, and the callback of the modal that it opens."""

ADMIT_NAME, ADMIT_MAY = "admit_name", "admit_may"
"""Its fields: what the token is called, and what it lets its bearer do."""

API_REVOKE = "api_revoke"
"""*Revoke* a token of the API; the value is its number."""

DELIVERIES_PAGE = "deliveries_page"
"""Begins the ids of what turns the pages of deliveries; the value is the page, from 1."""

SEND_AGAIN = "send_again"
"""Begins the id of *Send again*; the rest is "_" and its place.

The value is JSON of a delivery's key, its attempt, and the page that it is shown on.
"""

WHEN_IN_DOUBT, LATE_DAYS = "when_in_doubt", "late_days"
"""An admin's choices there: "again" or "leave_out"; and a number of days."""
