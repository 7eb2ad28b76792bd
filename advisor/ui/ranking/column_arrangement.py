"""In which order and how wide somebody wants the columns of the table, as it is remembered."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_LEAST, _MOST = 1.0, 100.0  # widths that make sense, in units of the type size


@dataclass(frozen=True, slots=True)
class ColumnArrangement:
    """What differs from the columns as they are by themselves.

    Attributes:
        order: keys of the columns from left to right; empty for the usual order.
        widths: of columns that somebody has made wider or narrower, in units of the type size, by key.
    """

    order: Sequence[str] = ()
    widths: Mapping[str, float] = field(default_factory=dict)

    def to_text(self) -> str:
        """As it is stored."""
        widths = {key: round(width, 2) for key, width in self.widths.items()}
        return json.dumps({"order": list(self.order), "widths": widths})


def arrangement_of(text: str) -> ColumnArrangement:
    """Read what is stored; what makes no sense counts as not stored."""
    try:
        stored = json.loads(text)
    except ValueError:
        return ColumnArrangement()
    if not isinstance(stored, dict):
        return ColumnArrangement()
    order, widths = stored.get("order"), stored.get("widths")
    return ColumnArrangement(
        tuple(key for key in order if isinstance(key, str)) if isinstance(order, list) else (),
        {key: float(width) for key, width in widths.items() if _makes_sense(width)}
        if isinstance(widths, dict)
        else {},
    )


def _makes_sense(width: object) -> bool:
    return isinstance(width, int | float) and not isinstance(width, bool) and _LEAST <= width <= _MOST
