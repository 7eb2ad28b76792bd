"""Scenarios beside each other: what differs, what that changes, and which assumption explains it."""
