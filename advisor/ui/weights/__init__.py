"""Other ways to set weights: ranking, pairs, swings."""
