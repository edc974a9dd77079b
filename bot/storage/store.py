"""The store: every query of the product, by subject."""

from bot.storage.activities import Activities
from bot.storage.database import Database
from bot.storage.deliveries import Deliveries
from bot.storage.members import Members
from bot.storage.personal import Personal
from bot.storage.recordings import Recordings
from bot.storage.reported import Reported
from bot.storage.rulebooks import Rulebooks
from bot.storage.snapshots import Snapshots
from bot.storage.tallies import TalliesByMember
from bot.storage.teams import Teams
from bot.storage.workspaces import Workspaces


class Store:
    """One attribute a subject; each of their methods is one transaction."""

    def __init__(self, database: Database) -> None:
        """Offer the subjects over a database."""
        self.database = database
        self.workspaces = Workspaces(database)
        self.members = Members(database)
        self.teams = Teams(database)
        self.recordings = Recordings(database)
        self.activities = Activities(database)
        self.tallies = TalliesByMember(database)
        self.snapshots = Snapshots(database)
        self.rulebooks = Rulebooks(database)
        self.reported = Reported(database)
        self.deliveries = Deliveries(database)
        self.personal = Personal(database)
