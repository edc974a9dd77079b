"""Every setting of the product, read once from the environment and frozen."""

from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import platformdirs
from pydantic import AliasChoices, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.clock import Clock, fixed_clock, system_clock
from bot.errors import NotReady


def data_folder() -> Path:
    """Tell the user's data folder, where SQLite lives unless DATABASE_URL says otherwise."""
    return Path(platformdirs.user_data_dir("openssi", appauthor=False))


def _default_database() -> str:
    return f"sqlite:///{data_folder() / 'openssi.sqlite3'}"


class Settings(BaseSettings):
    """What the environment says; see docs/operations.md for each setting."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    database_url: str = Field(default_factory=_default_database)
    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    port: int = Field(default=3000, ge=0, le=65535)
    metrics: bool = True
    rehearsal_now: datetime | None = Field(
        default=None, validation_alias=AliasChoices("SSI_NOW", "rehearsal_now")
    )
    sentences: bool = Field(
        default=False, validation_alias=AliasChoices("SSI_SENTENCES", "sentences")
    )

    @field_validator("slack_api_url")
    @classmethod
    def _is_a_web_address(cls, url: str) -> str:
        if not url.startswith(("https://", "http://")):
            raise ValueError("it must begin with https:// or http://")
        return url if url.endswith("/") else f"{url}/"

    @field_validator("rehearsal_now")
    @classmethod
    def _is_aware(cls, instant: datetime | None) -> datetime | None:
        return instant.replace(tzinfo=UTC) if instant and instant.tzinfo is None else instant

    @cached_property
    def clock(self) -> Clock:
        """The system's clock, or the fixed one that SSI_NOW asks for."""
        return fixed_clock(self.rehearsal_now) if self.rehearsal_now else system_clock


def read_settings() -> Settings:
    """Read the environment.

    Raises:
        NotReady: a setting has a value that cannot be used; the sentence names it.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name, reason = str(first["loc"][0]).upper(), first["msg"].removeprefix("Value error, ")
        raise NotReady(f"{name} cannot be used: {reason}. Mend it and start again.") from None
