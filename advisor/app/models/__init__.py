"""Qt item models over assessments."""
