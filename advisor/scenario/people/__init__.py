"""The people whose priorities count: edits of a study, what they come to together, votes from files."""
