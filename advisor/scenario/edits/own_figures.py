"""The user's own figures in place of the pack's: reading what was typed, setting, taking back. No Qt."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import replace

from advisor.core.criteria import Criterion
from advisor.scenario.study.scenario import Override, Scenario
from advisor.words.number_input import NumberError, parse_figure


def with_own_figure(
    scenario: Scenario, location: str, criterion: str, figure: float, note: str = ""
) -> Scenario:
    """The scenario with a figure of the user's own for one location and criterion."""
    bare = without_own_figures(scenario, location, {criterion})
    return replace(scenario, overrides=(*bare.overrides, Override(location, criterion, figure, note)))


def without_own_figures(scenario: Scenario, location: str, criteria: Collection[str]) -> Scenario:
    """The scenario with the source's figures again for some criteria of a location."""
    kept = tuple(o for o in scenario.overrides if o.location != location or o.criterion not in criteria)
    return replace(scenario, overrides=kept)


def checked_figure(text: str, criterion: Criterion) -> float | None:
    """The figure that was typed, None for nothing.

    Raises:
        NumberError: no number, or one that the unit rules out.
    """
    unit = criterion.unit
    typed = f"\N{LEFT DOUBLE QUOTATION MARK}{text.strip()}\N{RIGHT DOUBLE QUOTATION MARK}"
    try:
        figure = parse_figure(text, unit)
    except NumberError:
        example = "3 h 30" if unit.startswith("h") else "4.5 or 31 k"
        message = (
            f"{typed} is not a number. Write it as {example}, or leave it empty for the source's figure."
        )
        raise NumberError(message) from None
    limits = _limits(unit)
    if figure is not None and not limits[0] <= figure <= limits[1]:
        message = f"{typed} cannot be: {criterion.name} lies between {limits[0]:g} and {limits[1]:g}."
        raise NumberError(message)
    return figure


def _limits(unit: str) -> tuple[float, float]:
    """What a unit allows: hours of a day, or the ends that it names."""
    if unit.startswith("h"):
        return 0.0, 24.0
    ends = unit.removeprefix("index ").replace(" to ", "|")
    if "|" not in ends and ends[:1].isdigit():
        ends = ends.replace("-", "|", 1)
    low, bar, high = ends.partition("|")
    try:
        return (float(low), float(high)) if bar else (-math.inf, math.inf)
    except ValueError:
        return -math.inf, math.inf
