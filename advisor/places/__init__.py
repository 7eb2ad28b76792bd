"""What two places are to each other: time, calendars, language, law, distance; pure functions of values."""
