"""Commands about working hours."""
