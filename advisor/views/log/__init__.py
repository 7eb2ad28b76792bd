"""The decision log as plain data."""
