"""Freed memory goes back to the system, and what stays is searched for nothing."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # of glibc's mallopt
_LARGE = 128 * 1024  # bytes
_MANY = 20  # modules


def return_freed_memory() -> None:
    """Let large blocks live apart from small ones; call once, early.

    glibc raises its limit for what is large with every large block that is freed, up to 32 MB. From then on
    the arrays of one computation lie between the few small objects that outlive it, and none of that can be
    given back: a session of some changes of home held 400 MB of which 60 MB were in use. A fixed limit keeps
    them apart. Other systems and C libraries do as they like.
    """
    if (mallopt := _function("mallopt")) is not None:
        for option in (_M_MMAP_THRESHOLD, _M_TRIM_THRESHOLD):
            mallopt(option, _LARGE)


def trim() -> None:
    """Give back what lies free between what is used; for a thread, in moments when nobody waits.

    It takes some milliseconds, on a busy machine a tenth of a second, and Python goes on meanwhile.
    """
    if (malloc_trim := _function("malloc_trim")) is not None:
        malloc_trim(0)


class _Known:
    modules = 0  # when what stays was left out last


def search_no_more_in_what_stays() -> None:
    """Leave what there is now out of every later search for cycles, if many modules came since.

    Python searches all values again and again for those that only hold each other, and nothing goes on
    meanwhile. What a window is made of and what its modules hold live as long as the program, and are most of
    what there is: exports alone load as much as the window did. Call it while nothing is under way: what is
    let go later and holds itself would never be found.
    """
    count = len(sys.modules)
    if count < _Known.modules + _MANY:
        return
    if _Known.modules:  # else the program has just begun, and nothing was let go
        gc.collect()
    _Known.modules = count
    gc.freeze()


def _function(name: str) -> Callable[..., int] | None:
    """A function of glibc; None elsewhere."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        found: Callable[..., int] = getattr(ctypes.CDLL(None), name)
    except (OSError, AttributeError):
        return None
    return found
