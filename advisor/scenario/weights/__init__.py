"""The weights that apply."""
