"""What is said, turn by turn: how it is understood, and which answer it leads to."""
