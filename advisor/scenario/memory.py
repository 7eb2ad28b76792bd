"""The latest few results of a computation, by what it depends on."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memory(Generic[K, V]):
    """Remembers what a function gave for the latest few keys; several threads may ask.

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
        self._lock = Lock()

    def holds(self, key: K) -> bool:
        """Whether the result for a key is there."""
        with self._lock:
            return key in self._kept

    def __call__(self, key: K) -> V:
        """The result for a key, computed if it is not among the latest."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        # Without the lock: it may take long, and ask others of this kind. Who comes first is kept.
        computed = self._compute(key)
        with self._lock:
            value = self._kept.setdefault(key, computed)
            self._kept.move_to_end(key)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return value
