"""The ranked list and table."""
