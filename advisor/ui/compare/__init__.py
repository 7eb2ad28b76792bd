"""Two locations side by side, and what would turn their order round."""
