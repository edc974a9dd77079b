"""Writes the API's document into its page: ``uv run python docs/api_page.py``.

A test tells when the page has another than the one that the bot serves.
"""

import json
import re
from pathlib import Path

from bot.api.document import document

PAGE = Path(__file__).with_name("api.md")
_BLOCK = re.compile(r"(?<=</summary>\n\n```json\n).*?(?=\n```)", re.DOTALL)


def page(text: str) -> str:
    """Give the page with the document as it is now."""
    written = json.dumps(document(), ensure_ascii=False, indent=2)
    return _BLOCK.sub(lambda _: written, text)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
