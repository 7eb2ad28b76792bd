"""What fields say of what was typed, and what may be typed."""

from __future__ import annotations

from advisor.words.translation import mark

NOTHING_CALLED_SO_BUT = mark("Nothing is called “{name}”. Did you mean one of these?")
NOTHING_CALLED_SO = mark("Nothing is called “{name}”.")
HOURS_TIP = mark("Local time, as 09:00–17:00; a shift may pass midnight, as 22:00–06:00")
OVERLAP_TIP = mark(
    "Hours a day in which both sides should be at work; the shift finder moves shifts to reach it"
)
WINDOW_TIP = mark("When service is wanted, in home time; choose or type, as 08:00–20:00")
OVERLAP_LIMITS = mark("The overlap wanted must be more than 0 h and at most {most} h.")
