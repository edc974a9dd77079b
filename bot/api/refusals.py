"""What the API refuses: a status and one sentence, which says the way out."""

from collections.abc import Mapping
from http import HTTPStatus

from bot.errors import OpenSSIError


class Refusal(OpenSSIError):
    """A call that is not answered."""

    def __init__(
        self, status: HTTPStatus, sentence: str, headers: Mapping[str, str] | None = None
    ) -> None:
        """Refuse with a status, a sentence, and perhaps headers that programs read."""
        super().__init__(sentence)
        self.status = status
        self.headers = dict(headers or {})
