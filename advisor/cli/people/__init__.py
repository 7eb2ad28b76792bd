"""Commands about the people of a study."""
