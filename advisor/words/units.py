"""What the unit of a figure says: hours, a percentage, millions of something, the values it allows."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from advisor.words.data_words import data_text

_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_SCALE = re.compile(r"\b(thousand|million|billion)\b ?")
_END = r"([-\N{MINUS SIGN}]?\d+(?:\.\d+)?)"
_INDEX = re.compile(rf"(?:index )?{_END}(?:[-–]| to ){_END}")
_HOURS = re.compile(r"(?:h|hours?)\b")
_WHOLE = re.compile(r"% of\b")
_COUNTED = re.compile(r"(?:USD|km|people|years|months|per|thousand|million|billion)\b")


def is_hours(unit: str) -> bool:
    """Whether a figure in this unit is a time: ``hours a day``."""
    return _HOURS.match(unit) is not None


def is_percent(unit: str) -> bool:
    """Whether a figure in this unit is a percentage: ``% a year``."""
    return unit.startswith("%")


def is_index(unit: str) -> bool:
    """Whether a unit only names the ends of a scale: ``0-100``, ``index 0-1``."""
    return _INDEX.fullmatch(unit) is not None


@lru_cache(1000)
def folded(unit: str) -> tuple[str, float]:
    """A unit without its scale, and the scale: ``USD million a year`` is ``USD a year`` and 1,000,000."""
    if unit.startswith("per "):
        return unit, 1.0
    found = _SCALE.search(unit)
    if found is None:
        return unit, 1.0
    return (unit[: found.start()] + unit[found.end() :]).strip(), _SCALES[found[1]]


def unit_text(unit: str) -> str:
    """The unit as it stands beside figures of ``figure_text``, which carry the scale themselves."""
    return data_text(folded(unit)[0])


@lru_cache(1000)
def allowed(unit: str) -> tuple[float, float]:
    """The least and the greatest value that makes sense in a unit; infinite where nothing rules it out.

    A day has 24 hours, an index its own ends, a share of something at most 100 %; what is counted is not
    negative.
    """
    if is_hours(unit):
        return 0.0, 24.0
    if ends := _INDEX.fullmatch(unit):
        least, greatest = (float(end.replace("\N{MINUS SIGN}", "-")) for end in ends.groups())
        return least, greatest
    if _WHOLE.match(unit):
        return 0.0, 100.0
    if _COUNTED.match(unit):
        return 0.0, math.inf
    return -math.inf, math.inf
