"""What the user decides, how it is checked and kept in files."""
