"""How far an export has come: a function that is told the part that is done, and may raise to end it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Progress = Callable[[float], None]
_Item = TypeVar("_Item")
_STEPS = 100  # that are told of one loop


def unheard(_part: float) -> None:
    """For exports whose progress nobody wants to know."""


def part_of(progress: Progress, start: float, end: float) -> Progress:
    """Progress of a part of the work, which begins and ends at these shares of the whole."""
    return lambda part: progress(start + (end - start) * part)


def told(items: Sequence[_Item], progress: Progress) -> Iterator[_Item]:
    """Go through items and tell how far that has come, about a hundred times."""
    every = max(1, len(items) // _STEPS)
    for at, item in enumerate(items):
        if at % every == 0:
            progress(at / len(items))
        yield item
    progress(1.0)
