"""Commands about packs and what they hold."""
