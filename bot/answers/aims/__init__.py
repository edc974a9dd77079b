"""What keeps people going: goals, streaks, badges and tips."""
