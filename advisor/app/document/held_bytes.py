"""How much memory a value holds that another one does not hold as well.

The studies of an undo history share every part that an edit has left alone. What a step takes is what its
study has of its own: an estimate from the sizes that Python states for each object, without what the memory
manager adds. Two studies are walked side by side, and a part that is the same object in both is passed over,
so that an edit of one figure among thousands costs little to measure.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

_SHARED_BY_ALL = (bool, type(None), Enum, type)


def own_bytes(value: object, beside: object = None) -> int:
    """Bytes that only ``value`` holds, where both live.

    Args:
        value: made of frozen dataclasses, mappings, collections and plain values.
        beside: what lives as well; None for nothing.
    """
    if value is beside or isinstance(value, _SHARED_BY_ALL):
        return 0
    size = sys.getsizeof(value)
    if is_dataclass(value) and not isinstance(value, type):
        other = beside if type(beside) is type(value) else None
        names = (field.name for field in fields(value))
        return size + sum(own_bytes(getattr(value, name), getattr(other, name, None)) for name in names)
    if isinstance(value, Mapping):
        return size + _of_mapping(value, beside if isinstance(beside, Mapping) else {})
    if isinstance(value, Collection) and not isinstance(value, str | bytes):
        return size + _of_collection(value, beside)
    return size


def _of_mapping(value: Mapping[Any, Any], beside: Mapping[Any, Any]) -> int:
    keys = sum(own_bytes(key) for key in value if key not in beside)
    return keys + sum(own_bytes(each, beside.get(key)) for key, each in value.items())


def _of_collection(value: Collection[Any], beside: object) -> int:
    others = list(beside) if isinstance(beside, Collection) and not isinstance(beside, str | bytes) else []
    shared = {id(each) for each in others}
    size = 0
    for at, each in enumerate(value):
        if id(each) not in shared:
            size += own_bytes(each, others[at] if at < len(others) else None)
    return size
