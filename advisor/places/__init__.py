"""What two places are to each other: time, calendars, language, law, distance. Pure functions of plain values."""
