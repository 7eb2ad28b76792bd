"""Work in parts, spread over threads of which the caller is one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")


def spread(work: Callable[[Part], Result], parts: Sequence[Part], threads: int) -> list[Result]:
    """What ``work`` gives for every part, in the order of the parts.

    The caller takes parts like all others, and all of them where the others do not get their turn: on a
    machine that is busy it never waits for more than the parts that others have begun. One part needs no
    other thread.

    Args:
        work: computes one part; called from several threads at once.
        parts: what to compute.
        threads: how many work at most, the caller among them.

    Raises:
        Exception: what ``work`` raised for a part.
    """
    left = deque(enumerate(parts))
    found: dict[int, Result] = {}

    def take() -> None:
        while True:
            try:
                at, part = left.popleft()
            except IndexError:
                return
            found[at] = work(part)

    others = min(threads, len(parts)) - 1
    if others < 1:
        take()
    else:
        with ThreadPoolExecutor(others) as pool:
            helping = [pool.submit(take) for _ in range(others)]
            take()
            for one in helping:
                one.cancel()  # nothing is left for those that have not begun
        for one in helping:
            if not one.cancelled():
                one.result()
    return [found[at] for at in range(len(parts))]
