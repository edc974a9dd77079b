"""Quarantine: how a file is built that differs from what is known, for admins and bug reports."""

import hashlib
import json
from datetime import timedelta

from bot.answers.asker import Asker
from bot.answers.data.matching import as_json
from bot.answers.desk import Desk
from bot.answers.turn import Turn
from bot.answers.upkeep.settings import require_admin
from bot.errors import NotFound
from bot.intake import Drift, Export
from bot.messages.contexts.quarantine import Drifted, DriftLine, Quarantined
from bot.storage.quarantines import Strange
from bot.storage.tables import Quarantine
from bot.storage.times import from_epoch

LISTED = 5
REMEMBERED = timedelta(days=90)
"""How long a file's structure is kept after the last of its like came."""


def keep_strange(desk: Desk, export: Export, sent_by: str) -> None:
    """Keep how the files of an export are built that differ from what is known."""
    for extract in export.extracts:
        if extract.drift:
            strange = _strange(extract.drift, sent_by)
            desk.store.quarantines.keep(desk.workspace_id, strange, desk.now)


def quarantined(turn: Turn) -> Quarantined:
    """List for an admin the last files that differ from what is known.

    Raises:
        NotAllowed: the asker is no admin.
    """
    require_admin(turn.asker)
    desk = turn.desk
    found = desk.store.quarantines.last(desk.workspace_id, LISTED)
    return Quarantined(tuple(map(_line, found)), turn.today)


def drifted(desk: Desk, number: int) -> Drifted | None:
    """Tell an admin of a file that differs from what is known; nothing where it is forgotten."""
    found = desk.store.quarantines.get(desk.workspace_id, number)
    return Drifted(_line(found)) if found else None


def structure(desk: Desk, asker: Asker, text: str) -> tuple[str, str]:
    """Give an admin a file's structure: the name for it, and its JSON.

    Raises:
        NotAllowed: the asker is no admin.
        NotFound: it is forgotten.
    """
    found = find(desk, asker, int(text))
    return f"structure-{found.number}.json", json.dumps(json.loads(found.structure), indent=2)


def find(desk: Desk, asker: Asker, number: int) -> Quarantine:
    """Give an admin what is kept of a file.

    Raises:
        NotAllowed: the asker is no admin.
        NotFound: it is forgotten.
    """
    require_admin(asker)
    found = desk.store.quarantines.get(desk.workspace_id, number)
    if found is None:
        raise NotFound("That file's structure is not kept any more. `/ssi imports` lists them.")
    return found


def _strange(drift: Drift, sent_by: str) -> Strange:
    built = drift.structure()
    alike = json.dumps({**built, "rows": None, "shapes": None, "file": None}, sort_keys=True)
    return Strange(
        recognised=drift.recognised,
        mark=hashlib.blake2b(alike.encode(), digest_size=12).hexdigest(),
        structure=json.dumps(built, ensure_ascii=False),
        question=as_json(drift.unmapped) if drift.unmapped else None,
        sent_by=sent_by,
    )


def _line(found: Quarantine) -> DriftLine:
    built = json.loads(found.structure)
    return DriftLine(
        number=found.number,
        recognised=found.recognised,
        sent_by=found.sent_by,
        at=from_epoch(found.found_at),
        times=found.times,
        unknown=tuple(built["unknown"]),
        missing=tuple(built["missing"]),
        forms=tuple((column, tuple(shapes)) for column, shapes in built["forms"].items()),
        mappable=found.question is not None,
    )
