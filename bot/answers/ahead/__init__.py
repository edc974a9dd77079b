"""What lies ahead: what leaves, what a goal takes, and what something would bring."""
