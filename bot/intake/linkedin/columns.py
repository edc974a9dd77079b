"""The column names of the files that more than one reader needs, in 2021 and since."""

from bot.intake.table import Columns

PROFILE = Columns(
    required=("First Name", "Last Name", "Headline", "Summary"),
    optional=(
        "Maiden Name",
        "Address",
        "Birth Date",
        "Contact Instructions",
        "Industry",
        "Zip Code",
        "Country",
        "Geo Location",
        "Twitter Handles",
        "Websites",
        "Instant Messengers",
    ),
)

POSITIONS = Columns(
    required=("Company Name", "Title"),
    optional=("Description", "Location", "Started On", "Finished On"),
)

INVITATIONS = Columns(
    required=("From", "To", "Sent At", "Direction"),
    optional=("Message", "inviterProfileUrl", "inviteeProfileUrl"),
)

MESSAGES = Columns(
    required=("CONVERSATION ID", "FROM", "TO", "DATE", "FOLDER"),
    optional=(
        "CONVERSATION TITLE",
        "SENDER PROFILE URL",
        "RECIPIENT PROFILE URLS",
        "SUBJECT",
        "CONTENT",
        "ATTACHMENTS",
        "IS MESSAGE DRAFT",
        "IS CONVERSATION DRAFT",
    ),
)
