"""The coverage of a ranking: which figures are known, how, and how old they are."""
