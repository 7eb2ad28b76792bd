"""The strip of scenarios, and two of them beside each other."""
