"""Numbers and words as people write and read them; knows nothing of the product."""
