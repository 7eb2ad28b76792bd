"""What the cost tab shows."""
