"""The clock of home and sites."""
