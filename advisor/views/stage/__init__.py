"""What a screen for a whole room shows, step by step, as plain data."""
