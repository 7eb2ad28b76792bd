"""Colours, type, icons and the small drawings that rows share."""
