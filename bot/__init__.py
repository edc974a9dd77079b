"""Everything that touches the world: Slack, files, the database and the clock."""
