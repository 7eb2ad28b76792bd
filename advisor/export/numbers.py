"""Numbers in exports: unknown is nothing, never 0 and never NaN."""

from __future__ import annotations

import math


def number_or_none(value: float) -> float | None:
    """A plain float, None where unknown."""
    return None if math.isnan(value) else float(value)
