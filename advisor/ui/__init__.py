"""Widgets: they read the assessment and listen to the selection."""
