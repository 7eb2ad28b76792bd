"""One location, criterion by criterion."""
