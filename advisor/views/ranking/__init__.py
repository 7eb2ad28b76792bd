"""What the ranking says of each location."""
