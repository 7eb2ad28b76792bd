"""The screen for a whole room, step by step, and the window of the person who speaks."""
