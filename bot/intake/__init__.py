"""Reading what members bring in: one importer a file format; no database, nothing written to disk.

Only dates, kinds, counts and salted hashes leave this package: no body of a message, no text of a
comment, no name of a contact.
"""

from bot.intake.linkedin.export import Progress, read_export
from bot.intake.linkedin.network import accepted
from bot.intake.linkedin.registry import identify
from bot.intake.model import Export, Extract, RowError

__all__ = ["Export", "Extract", "Progress", "RowError", "accepted", "identify", "read_export"]
