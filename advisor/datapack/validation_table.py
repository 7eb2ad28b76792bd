"""validation.csv of a pack: published pay beside what the model says without that country's own tables."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = "validation.csv"


@dataclass(frozen=True, slots=True)
class WageCheck:
    """All comparable published figures of one occupation in one country.

    Attributes:
        location, occupation, income_group: what they are of.
        error: mean log of model over published.
        figures: how many there are.
        titles: what was published, with the years.
    """

    location: str
    occupation: str
    income_group: str
    error: float
    figures: int
    titles: tuple[str, ...]

    @property
    def ratio(self) -> float:
        """Model over published."""
        return math.exp(self.error)


@lru_cache(maxsize=4)
def wage_checks(folder: Path) -> tuple[WageCheck, ...]:
    """The checks of a pack, one a country and occupation; none where the pack has no such file.

    Figures that do not compare (older, net, floors, with part-timers) are left out.
    """
    path = folder / FILE
    if not path.is_file():
        return ()
    grouped: dict[tuple[str, str, str], list[tuple[float, str]]] = {}
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.DictReader(file):
            try:
                ratio = float(row["model_usd_month"]) / float(row["published_usd_month"])
                key = (row["location_id"], row["occupation"], row["income_group"])
                is_comparable, title = row["comparable"] == "yes", f"{row['title']}, {row['year']}"
            except (KeyError, TypeError, ValueError, ZeroDivisionError):
                continue
            if is_comparable and ratio > 0.0:
                grouped.setdefault(key, []).append((math.log(ratio), title))
    return tuple(
        WageCheck(*key, sum(e for e, _ in found) / len(found), len(found), tuple(title for _, title in found))
        for key, found in sorted(grouped.items())
    )
