"""Reading what members bring in: one importer a file format; no database, nothing written to disk.

Only dates, kinds, counts and salted hashes leave this package: no body of a message, no text of a
comment, no name of a contact.
"""

from bot.intake.drift import Drift
from bot.intake.format import Progress
from bot.intake.formats import read
from bot.intake.linkedin.network import accepted
from bot.intake.linkedin.registry import identify
from bot.intake.mapping import ColumnMapping, Field, NeedsMapping, Unmapped
from bot.intake.model import Export, Extract, RowError

__all__ = [
    "ColumnMapping",
    "Drift",
    "Export",
    "Extract",
    "Field",
    "NeedsMapping",
    "Progress",
    "RowError",
    "Unmapped",
    "accepted",
    "identify",
    "read",
]
