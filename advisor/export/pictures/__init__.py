"""Drawings as picture files, made without a window."""
