"""The store: every query of the product, by subject."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.storage.activities import Activities
from bot.storage.cheers import Cheers
from bot.storage.consents import Consents
from bot.storage.database import Database
from bot.storage.deliveries import Deliveries
from bot.storage.disputes import Disputes
from bot.storage.efforts import Efforts
from bot.storage.feedback import Feedbacks
from bot.storage.goals import Goals
from bot.storage.health import Health
from bot.storage.homes import Homes
from bot.storage.imports import Imports
from bot.storage.installations import Installations
from bot.storage.links import Links
from bot.storage.logs import Logs
from bot.storage.looks import Looks
from bot.storage.matching import Matching
from bot.storage.members import Members
from bot.storage.nights import Nights
from bot.storage.outbox import Outbox
from bot.storage.overlaps import Overlaps
from bot.storage.pace import Pace
from bot.storage.personal import Personal
from bot.storage.quarantines import Quarantines
from bot.storage.recordings import Recordings
from bot.storage.reported import Reported
from bot.storage.rulebooks import Rulebooks
from bot.storage.sent import SentActivities
from bot.storage.snapshots import Snapshots
from bot.storage.streaks import Streaks
from bot.storage.tallies import TalliesByMember
from bot.storage.teams import Teams
from bot.storage.threads import Threads
from bot.storage.tips import Tips
from bot.storage.tokens import Tokens
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
        self.nights = Nights(database)
        self.rulebooks = Rulebooks(database)
        self.efforts = Efforts(database)
        self.reported = Reported(database)
        self.deliveries = Deliveries(database)
        self.outbox = Outbox(database)
        self.pace = Pace(database)
        self.cheers = Cheers(database)
        self.goals = Goals(database)
        self.streaks = Streaks(database)
        self.tips = Tips(database)
        self.threads = Threads(database)
        self.feedback = Feedbacks(database)
        self.imports = Imports(database)
        self.matching = Matching(database)
        self.quarantines = Quarantines(database)
        self.logs = Logs(database)
        self.overlaps = Overlaps(database)
        self.links = Links(database)
        self.disputes = Disputes(database)
        self.homes = Homes(database)
        self.health = Health(database)
        self.consents = Consents(database)
        self.looks = Looks(database)
        self.personal = Personal(database)
        self.tokens = Tokens(database)
        self.sent = SentActivities(database)
        self.installations = Installations(database)

    @contextmanager
    def rehearse(self) -> Iterator["Store"]:
        """Open a store in which anything can be done, and of which nothing stays."""
        with self.database.rehearse() as database:
            yield Store(database)
