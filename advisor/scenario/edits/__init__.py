"""What an edit makes of a scenario: plain functions."""
