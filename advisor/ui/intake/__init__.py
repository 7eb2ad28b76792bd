"""The assistant that takes tables and sites of the user's own into the study."""
