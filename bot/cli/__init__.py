"""The command line: thin commands over the same answers that Slack gets."""

from bot.cli.main import main

__all__ = ["main"]
