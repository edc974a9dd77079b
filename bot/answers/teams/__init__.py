"""Teams: boards, digests and reports, who joins, and what a manager sees."""
