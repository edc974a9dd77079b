"""Articles/*.html: long-form posts, one file each, dated by the line under the title.

Exports that print no such line give no date; a draft has a date of creation only. The body is not
read beyond the first lines, and nothing of it is kept.
"""

import re
from typing import Final

from bot.activity import Activity
from bot.intake.archive import Member, OnRead, unheard
from bot.intake.dates import STAMP, read_moment
from bot.intake.identity import post_name
from bot.intake.importer import Context
from bot.intake.model import BadFile, BadRow, Extract
from scoring.model import Kind

NAME: Final = "Articles"

# The style sheet above the title takes about two thousand bytes.
_HEAD_BYTES: Final = 2**16
_PUBLISHED = re.compile(r'class="published"[^<>]{0,200}>\s*Published on ([^<]*)<', re.IGNORECASE)
_CREATED = re.compile(r'class="created"', re.IGNORECASE)
_LINK = re.compile(r'<h1[^<>]{0,200}>\s*<a[^<>]{0,200}href="([^"]{0,1000})"', re.IGNORECASE)
# Older exports put the day in the file's name: 2019-07-02 04:22:13.0-the-title.html
_NAMED = re.compile(r"(\d{4}-\d\d-\d\d)[ _T]\d\d[:_-]\d\d[^/]*$")


def extract_article(member: Member, context: Context, on_read: OnRead = unheard) -> Extract:
    """Read one article's day of publication."""
    try:
        with member.open(on_read) as stream:
            head = stream.read(_HEAD_BYTES).decode(errors="replace")
        activities = _activities(member.name, head, context)
    except (BadFile, BadRow) as problem:
        return Extract(member.name, NAME, problem=str(problem))
    return Extract(
        member.name,
        NAME,
        rows_read=1,
        activities=activities,
        covers=frozenset({Kind.ARTICLE_PUBLISHED}),
    )


def _activities(name: str, head: str, context: Context) -> tuple[Activity, ...]:
    published = _PUBLISHED.search(head)
    if published is None and _CREATED.search(head):
        return ()
    dated = published or _NAMED.search(name)
    if dated is None:
        raise BadFile("This article's file does not say when it was published.")
    moment = read_moment(dated[1], (STAMP,), context.today)
    link = _LINK.search(head)
    ref = context.hash(NAME, moment.isoformat(), post_name(link[1]) if link else "")
    return (Activity(Kind.ARTICLE_PUBLISHED, moment.date(), ref),)
