"""Tables, metadata and pictures that leave the program. No Qt."""
