"""What depends on the client's home."""
