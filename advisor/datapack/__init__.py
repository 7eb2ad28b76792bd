"""The data pack: its schema, loading, checking and building."""
