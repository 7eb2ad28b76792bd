"""What lies between home and a location, and the working conditions."""
