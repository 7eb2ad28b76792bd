"""What is shown of an import before it is taken in."""
