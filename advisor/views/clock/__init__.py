"""What the clock shows."""
