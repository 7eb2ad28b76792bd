"""Commands about cost."""
