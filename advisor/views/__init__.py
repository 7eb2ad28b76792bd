"""Figures, tables and sentences of every room as plain data, without Qt."""
