"""Two scenarios beside each other: what they assume differently, and what that does to the ranking."""
