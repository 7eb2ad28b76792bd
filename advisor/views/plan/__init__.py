"""From a ranking to a plan: what to do once a location is chosen."""
