"""Tables of the user's own: read, understood, proposed, checked, and taken into the study as one step."""
