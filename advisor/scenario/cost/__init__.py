"""Total costs for a scenario."""
