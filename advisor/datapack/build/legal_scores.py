"""The score of a data-protection law: a rule of our own over coded facts.

A law in force gives 40 points, an independent authority 25, likeness to the
GDPR up to 25 (coded 0 to 3), active enforcement 10. Where the GDPR itself
applies the score is 100. A draft gives 10, no law 0. Where only the existence
of a law is known, the other points are unknown: the score is the middle of
what is possible, and the interval is all of it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

LAW, AUTHORITY, LIKENESS, ENFORCED = 40.0, 25.0, 25.0, 10.0
DRAFT = 10.0
MOST_ALIKE = 3.0


@dataclass(frozen=True, slots=True)
class LawScore:
    """Score 0..100 with its interval (NaN where there is none) and how it came about."""

    likely: float
    low: float
    high: float
    note: str


def law_score(
    *, status: str, authority: str, likeness: str, enforced: str, gdpr_applies: bool, suspect: bool
) -> LawScore | None:
    """Score one place from coded facts, or None where nothing is known.

    Args:
        status: none, draft, law, or blank for unknown.
        authority: "1", "0" or blank.
        likeness: "0" to "3" or blank.
        enforced: "1", "0" or blank.
        gdpr_applies: whether the place is in the European Economic Area.
        suspect: whether the records contradict one another.
    """
    if gdpr_applies:
        return LawScore(100.0, math.nan, math.nan, "the GDPR applies")
    if suspect:
        return LawScore(35.0, 0.0, 70.0, "")
    if status == "law":
        return _law_in_force(authority, likeness, enforced)
    return WITHOUT_LAW.get(status)


# Laws made since the record would score more, so the upper bounds allow for the next step.
WITHOUT_LAW = {
    "none": LawScore(0.0, 0.0, DRAFT, "no general law on record"),
    "draft": LawScore(DRAFT, 0.0, LAW, "draft on record; it may be law by now"),
}


def _law_in_force(authority: str, likeness: str, enforced: str) -> LawScore:
    if not authority:
        top = LAW + AUTHORITY + LIKENESS + ENFORCED
        note = "law on record; authority and likeness to the GDPR unknown"
        return LawScore((LAW + top) / 2, LAW, top, note)
    points = LAW + AUTHORITY * (authority == "1") + ENFORCED * (enforced == "1")
    points += LIKENESS * float(likeness or 0) / MOST_ALIKE
    return LawScore(
        points, math.nan, math.nan, "scored from coded facts: law, authority, likeness, enforcement"
    )
