"""Columns that are computed and not read: one file each in ``columns``, which ``registry`` finds."""
