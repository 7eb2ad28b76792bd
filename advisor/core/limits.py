"""The limits of a number, spelt once beside its field: ``Annotated[float, Interval(ge=0, le=1)]``."""

from __future__ import annotations

from functools import cache
from typing import get_type_hints

from annotated_types import Interval

from advisor.words.translation import t


@cache
def limits(kind: type, field: str) -> tuple[float, float]:
    """The least and the most that a field may be.

    Raises:
        KeyError: no such field, or one without limits.
    """
    return _limits_of(kind)[field]


def check_limits(value: object) -> None:
    """Check every field of a value that has limits.

    Raises:
        ValueError: naming the first field that is out of its limits, and these.
    """
    kind: type = type(value)
    for field, (least, most) in _limits_of(kind).items():
        found = getattr(value, field)
        if not least <= found <= most:
            raise ValueError(
                t(
                    "The {field} is {found}: it must be between {least} and {most}.",
                    field=field,
                    found=f"{found:g}",
                    least=f"{least:g}",
                    most=f"{most:g}",
                )
            )


@cache
def _limits_of(kind: type) -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for field, hint in get_type_hints(kind, include_extras=True).items():
        for mark in getattr(hint, "__metadata__", ()):
            if isinstance(mark, Interval) and mark.ge is not None and mark.le is not None:
                found[field] = (mark.ge, mark.le)  # type: ignore[assignment]
    return found
