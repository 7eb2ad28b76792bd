"""How sure the ranking is, as figures and sentences."""
