"""Every setting of the product, read once from the environment and frozen."""

import re
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


MAKE_A_KEY = "openssl rand -base64 32 | tr '+/' '-_'"
KEY = re.compile(r"[A-Za-z0-9_-]{43}=")
"""A Fernet key: 32 bytes in URL-safe base64."""


class Settings(BaseSettings):
    """What the environment says; see docs/operations.md for each setting."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    database_url: str = Field(default_factory=_default_database)
    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_client_id: str | None = None
    slack_client_secret: SecretStr | None = None
    encryption_keys: SecretStr | None = Field(
        default=None, validation_alias=AliasChoices("SSI_ENCRYPTION_KEY", "encryption_keys")
    )
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

    @field_validator("encryption_keys")
    @classmethod
    def _are_keys(cls, given: SecretStr | None) -> SecretStr | None:
        keys = _split(given) if given else []
        if any(not KEY.fullmatch(key) for key in keys):
            raise ValueError(f"`{MAKE_A_KEY}` makes a key, and a comma stands between two")
        return given

    @field_validator("rehearsal_now")
    @classmethod
    def _is_aware(cls, instant: datetime | None) -> datetime | None:
        return instant.replace(tzinfo=UTC) if instant and instant.tzinfo is None else instant

    @property
    def keys(self) -> list[str]:
        """What encrypts workspaces' tokens, the newest first."""
        return _split(self.encryption_keys) if self.encryption_keys else []

    @property
    def for_many(self) -> dict[str, str | SecretStr | None]:
        """What lets workspaces install the app themselves, by the variables' names."""
        return {
            "SLACK_CLIENT_ID": self.slack_client_id,
            "SLACK_CLIENT_SECRET": self.slack_client_secret,
            "SSI_ENCRYPTION_KEY": self.encryption_keys,
        }

    @property
    def is_for_many(self) -> bool:
        """Whether workspaces install the app themselves; else it serves the one of its token."""
        return any(self.for_many.values())

    def contradiction(self) -> str | None:
        """Say what contradicts itself, and the way out; None when nothing does."""
        if self.slack_bot_token is None or not self.is_for_many:
            return None
        named = ", ".join(name for name, value in self.for_many.items() if value)
        return (
            f"SLACK_BOT_TOKEN is for one workspace alone, {named} for many that install the app "
            "themselves. Unset the one or the others."
        )

    @cached_property
    def clock(self) -> Clock:
        """The system's clock, or the fixed one that SSI_NOW asks for."""
        return fixed_clock(self.rehearsal_now) if self.rehearsal_now else system_clock


def _split(keys: SecretStr) -> list[str]:
    return [key.strip() for key in keys.get_secret_value().split(",")]


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
