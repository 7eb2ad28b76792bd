"""One file a computed column: criteria.csv writes its name in ``computed``, its ``COLUMN`` computes it."""
