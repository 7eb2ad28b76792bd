"""Fields and controls that several rooms use."""
