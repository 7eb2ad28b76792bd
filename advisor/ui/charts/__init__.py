"""What every chart has in common."""
