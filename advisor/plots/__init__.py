"""Figures as plain data, from an assessment. No Qt."""
