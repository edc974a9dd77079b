"""An admin brings in a workspace's own rulebook: checked, previewed, published or discarded."""

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.answers.asker import Asker
from bot.answers.desk import Desk
from bot.answers.rules.differences import difference
from bot.answers.rules.impact import impacts, largest, shared_impact
from bot.answers.rules.rulebooks import own_rulebooks, parsed
from bot.errors import BadInput, NotAllowed, NotFound
from bot.messages.contexts import RulesDecided, RulesPreview, RulesUpload
from bot.storage.tables import WorkspaceRulebook
from scoring.rulebook import Rulebook, RulebookError, shipped

PARTS = 4
"""A field of a modal takes 3,000 characters, and a rulebook has up to four times as many."""

_VERSION = re.compile(r"[\w.-]{1,40}")


def require_admin(asker: Asker) -> None:
    """Let an admin of the workspace go on.

    Raises:
        NotAllowed: the asker is none.
    """
    if not asker.is_admin:
        raise NotAllowed(
            "New rules are brought in by the admins of this workspace. "
            "`/ssi rules` shows the rules in force."
        )


def upload_form(desk: Desk, asker: Asker) -> RulesUpload:
    """Fill the modal that takes a rulebook.

    Raises:
        NotAllowed: the asker is no admin.
    """
    require_admin(asker)
    today = desk.today(desk.workspace.zone)
    return RulesUpload(
        in_force=desk.rulebook(today).version,
        earliest=today + timedelta(days=1),
        parts=PARTS,
    )


def checked(desk: Desk, text: str) -> Rulebook:
    """Read a rulebook that a workspace may publish: sound, new, and of a day still to come.

    Raises:
        RulebookError: it is not; the sentence names the line.
    """
    rulebook = parsed(text)
    own = own_rulebooks(desk.store, desk.workspace_id)
    if not _VERSION.fullmatch(rulebook.version):
        raise _refusal(text, "version", "“version” must be a short name such as acme-2027-01")
    if rulebook.version in {book.version for book in (*shipped(), *own)}:
        raise _refusal(
            text,
            "version",
            f"there is a rulebook “{rulebook.version}” already, and rulebooks are never edited; "
            "choose a new name",
        )
    today = desk.today(desk.workspace.zone)
    if rulebook.effective <= today:
        raise _refusal(
            text,
            "effective",
            f"“effective” must be a day after {today}, for past scores are never changed",
        )
    if rulebook.effective in {book.effective for book in own}:
        raise _refusal(text, "effective", f"another rulebook takes effect on {rulebook.effective}")
    return rulebook


def draft(desk: Desk, text: str, *, uploaded_by: str) -> RulesPreview:
    """Keep a rulebook as a draft, and show what it would do.

    Raises:
        RulebookError: it cannot be published; the sentence names the line.
    """
    rulebook = checked(desk, text)
    desk.store.rulebooks.add(
        desk.workspace_id, rulebook, text, uploaded_by=uploaded_by, now=desk.now
    )
    return preview(desk, rulebook)


def draft_of_parts(desk: Desk, asker: Asker, parts: Sequence[str]) -> RulesPreview:
    """Keep a rulebook that was typed into several fields as a draft; empty ones do not count.

    Raises:
        NotAllowed: the asker is no admin.
        BadInput: it cannot be published; the sentence names the line, and its field but the first.
    """
    require_admin(asker)
    parts = [part for part in parts if part.strip()]
    try:
        return draft(desk, "\n".join(parts), uploaded_by=asker.slack_id)
    except RulebookError as error:
        raise BadInput(_in_its_field(error, parts)) from None


def preview(desk: Desk, rulebook: Rulebook) -> RulesPreview:
    """Show what a rulebook would do today instead of the one that it follows."""
    today = desk.today(desk.workspace.zone)
    old = desk.rulebook(rulebook.effective)
    found = impacts(desk, desk.store.members.all(desk.workspace_id), old, rulebook, today)
    return RulesPreview(
        digest=rulebook.digest,
        changes=difference(old, rulebook),
        impact=shared_impact(found, desk.workspace.smallest_team),
        largest=largest(found),
    )


def publish(desk: Desk, asker: Asker, digest: str) -> RulesDecided:
    """Let an admin publish the draft of this digest.

    Raises:
        NotAllowed: the asker is no admin.
        NotFound: there is no such draft any more.
        BadInput: it can no longer be published, as its day has come.
    """
    require_admin(asker)
    return publish_draft(desk, digest)


def publish_draft(desk: Desk, digest: str) -> RulesDecided:
    """Publish the draft of this digest, for whoever was let this far.

    Raises:
        NotFound: there is no such draft any more.
        BadInput: it can no longer be published, as its day has come.
    """
    found = _draft(desk, digest)
    try:
        rulebook = checked(desk, found.text)
    except RulebookError as error:
        raise BadInput(f"This draft can't be published any more. {error}") from None
    if not desk.store.rulebooks.publish(found, desk.now):
        raise _gone()
    return RulesDecided(rulebook.version, rulebook.effective, published=True)


def discard(desk: Desk, asker: Asker, digest: str) -> RulesDecided:
    """Forget the draft of this digest.

    Raises:
        NotAllowed: the asker is no admin.
        NotFound: there is no such draft any more.
    """
    require_admin(asker)
    found = _draft(desk, digest)
    desk.store.rulebooks.discard(found)
    rulebook = parsed(found.text)
    return RulesDecided(rulebook.version, rulebook.effective, published=False)


def _draft(desk: Desk, digest: str) -> WorkspaceRulebook:
    for found in desk.store.rulebooks.drafts(desk.workspace_id):
        if parsed(found.text).digest == digest:
            return found
    published = own_rulebooks(desk.store, desk.workspace_id)
    for rulebook in published:
        if rulebook.digest == digest:
            raise NotFound(f"{rulebook.version} is published already: see `/ssi rules`.")
    raise _gone()


def _gone() -> NotFound:
    return NotFound("This draft is not here any more. Bring it in again: `/ssi rules upload`.")


def _in_its_field(error: RulebookError, parts: Sequence[str]) -> str:
    """Tell a line of the whole text by its field and its place in there."""
    above = 0
    for number, part in enumerate(parts, start=1):
        lines = part.count("\n") + 1
        if above < error.line <= above + lines and number > 1:
            why = str(error).partition(": ")[2]
            return f"Field {number}, line {error.line - above}: {why}"
        above += lines
    return str(error)


def _refusal(text: str, key: str, why: str) -> RulebookError:
    """Refuse a value of the top of a sound text, at the line that it stands on."""
    named = re.compile(rf"""\s*["']?{key}\b""")
    line = next(n for n, line in enumerate(text.splitlines(), start=1) if named.match(line))
    return RulebookError(line, why)
