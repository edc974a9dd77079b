"""One member's score: what it is, why it moved, and how it stands beside others."""
