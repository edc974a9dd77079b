"""The API for other programs: they send activities and outcomes, and read scores, over HTTP."""

from bot.api.routes import api

__all__ = ["api"]
