"""How the values of a study are made: frozen, checked whenever they are built, with each limit spelt once.

A field carries its limits in its annotation. They hold when a value is built or
changed with ``dataclasses.replace``, when a file is read, and they are what
widgets and the command line ask for with ``limits`` and ``whole_limits``.
"""

from __future__ import annotations

import datetime
import functools
import os
from collections.abc import Callable
from typing import Annotated, Any, TypeVar, dataclass_transform

from annotated_types import Interval
from pydantic import ConfigDict, Field, StringConstraints, ValidationError, WrapValidator
from pydantic.dataclasses import dataclass as checked_dataclass

from advisor.core.limits import limits
from advisor.core.screening import LARGEST_FIGURE
from advisor.scenario.study.problems import ScenarioError, listed, problems_of

LARGEST_WEIGHT = 1e9
MOST_LISTED = 1_000  # entries of one list that people fill by hand
MOST_FIGURES = 20_000  # own figures, wages, rates or quotes: more than locations times criteria of a pack

_PLAIN = r"^[^\x00-\x1f\x7f-\x9f]*$"  # no control characters
_PLAIN_LINES = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$"  # tabs and line ends are no harm

Id = Annotated[str, StringConstraints(max_length=100, pattern=_PLAIN)]
ShortText = Annotated[str, StringConstraints(max_length=200, pattern=_PLAIN)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=_PLAIN)]
Note = Annotated[str, StringConstraints(max_length=10_000, pattern=_PLAIN_LINES)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Figure = Annotated[float, Interval(ge=-LARGEST_FIGURE, le=LARGEST_FIGURE)]
Amount = Annotated[float, Interval(ge=0, le=LARGEST_FIGURE)]
Weight = Annotated[float, Interval(ge=0, le=LARGEST_WEIGHT)]
# Lists stand in files for tuples and sets, and texts for days.
Few = Field(max_length=MOST_LISTED, strict=False)
Many = Field(max_length=MOST_FIGURES, strict=False)
Day = Annotated[datetime.date, Field(strict=False)]

_CONFIG = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, revalidate_instances="always")
# Plugins of other packages have no say in what a study is, and looking for them means reading about every
# package that is installed.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
_T = TypeVar("_T")


def _kept(value: Any, check: Callable[[Any], Any]) -> Any:
    # What ``is_dataclass`` asks, without asking whether it is a class: there may be thousands of these.
    return value if hasattr(type(value), "__dataclass_fields__") else check(value)


# A part that is built already has been checked; taking it as it is keeps the parts that a change leaves
# alone shared between the steps of the undo history.
AsBuilt = WrapValidator(_kept)


@dataclass_transform(frozen_default=True)
def study_value(kind: type[_T]) -> type[_T]:
    """Make a class a frozen dataclass that is checked whenever one is built.

    Building one with something out of its limits raises ``ScenarioError``, which
    names every entry that is wrong.
    """
    made = checked_dataclass(frozen=True, slots=True, config=_CONFIG)(kind)
    build = made.__init__

    @functools.wraps(build)
    def checked(self: Any, *args: Any, **values: Any) -> None:
        try:
            build(self, *args, **values)
        except ValidationError as error:
            raise ScenarioError(f"{listed(problems_of(error))}.") from None

    made.__init__ = checked  # type: ignore[method-assign]
    return made  # type: ignore[return-value]


def whole_limits(kind: type, field: str) -> tuple[int, int]:
    """The least and the most that a whole number of a study may be.

    Raises:
        KeyError: no such field, or one without limits.
    """
    least, most = limits(kind, field)
    return int(least), int(most)
