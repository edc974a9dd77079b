"""What is remembered: tables, migrations, and every query by subject; SQL is known only here.

To add a query, open the module of its subject; to add a column, change ``tables.py`` and write a
migration. Every key and every query begins with ``workspace_id``.
"""

from bot.storage.database import Database
from bot.storage.store import Store

__all__ = ["Database", "Store"]
