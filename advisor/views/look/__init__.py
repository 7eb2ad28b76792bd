"""Colours, sizes and type of every look, as plain data: window, charts, map and reports read it."""
