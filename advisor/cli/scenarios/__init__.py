"""Scenarios of a study on the command line: listing them, setting two beside each other."""
