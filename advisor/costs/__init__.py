"""What work costs in a place: wages, contributions, total cost of engagement. Pure functions."""
