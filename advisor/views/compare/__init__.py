"""Two locations compared, as figures and sentences."""
