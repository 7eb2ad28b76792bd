"""The total cost of the selected location."""
