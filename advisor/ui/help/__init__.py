"""The help beside what it explains."""
