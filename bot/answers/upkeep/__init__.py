"""App Home, an admin's settings and health, and what owed messages say."""
