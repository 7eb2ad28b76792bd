"""The latest few results of a computation, by what it depends on."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory(Generic[K, V]):
    """Remembers what a function gave for the latest few keys.

    The function gets the key and nothing else, so a result cannot depend on
    anything that the key lacks.

    Args:
        compute: key to result.
        size: how many results are kept.
    """

    def __init__(self, compute: Callable[[K], V], size: int) -> None:
        self._compute = compute
        self._size = size
        self._kept: OrderedDict[K, V] = OrderedDict()

    def __call__(self, key: K) -> V:
        """The result for a key, computed if it is not among the latest."""
        if key not in self._kept:
            self._kept[key] = self._compute(key)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]
