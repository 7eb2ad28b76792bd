"""The people of a study: who they are, their votes, and what they come to together."""
