"""Who asks: Slack's user record of the moment, from which permissions are decided."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asker:
    """A person of the workspace; ``is_admin`` covers owners too.

    ``language`` is the one of ours that is nearest to the person's Slack.
    """

    slack_id: str
    name: str
    email: str | None
    zone: str
    is_admin: bool
    language: str = "en"
