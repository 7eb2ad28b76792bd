"""What lies between home and a location."""
