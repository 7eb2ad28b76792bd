"""Priorities and must-haves: the sliders and limits on the left."""
