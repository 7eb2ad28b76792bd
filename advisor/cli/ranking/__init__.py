"""Commands that rank."""
