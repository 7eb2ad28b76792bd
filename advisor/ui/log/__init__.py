"""The decision log: logging a decision, and the timeline of those before."""
