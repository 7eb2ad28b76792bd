"""Scenario and pack to an assessment."""
