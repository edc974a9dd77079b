"""Where the app is installed: each workspace's bot token, encrypted, and installs under way."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from bot.storage.tables.keys import belongs_to


class Installation(SQLModel, table=True):
    """A workspace's leave to act there; the row goes when the workspace takes it back."""

    __table_args__ = (belongs_to("workspace"),)

    workspace_id: int = Field(primary_key=True)
    sealed_token: str
    """The bot's token, encrypted with a key that is not in the database."""
    bot_user_id: str
    bot_id: str
    installed_at: int = Field(sa_type=BigInteger)


class OAuthState(SQLModel, table=True):
    """An install that somebody began in a browser: Slack sends its state back, once and in time.

    Whose workspace it will be is not known before that: until then ``workspace_id`` is 0, which is
    nobody's.
    """

    __tablename__ = "oauth_state"

    workspace_id: int = Field(primary_key=True)
    state: str = Field(primary_key=True)
    expires_at: int = Field(sa_type=BigInteger)
