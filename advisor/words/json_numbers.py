"""Numbers for JSON, which has no word for an unknown one."""

from __future__ import annotations

import math


def number_or_none(value: float) -> float | None:
    """A plain float, None where it is unknown (NaN)."""
    return None if math.isnan(value) else float(value)
