"""The rules: which are in force, what differs, and what new ones would do."""
