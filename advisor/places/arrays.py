"""Small array helpers shared by the calculators of this package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from numpy.typing import NDArray

AnyArray = TypeVar("AnyArray", bound="NDArray[Any]")


def frozen_array(array: AnyArray) -> AnyArray:
    """The array itself, made read-only so that it can be kept in a frozen value."""
    array.flags.writeable = False
    return array
