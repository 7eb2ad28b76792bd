"""The user's own figures in place of the pack's: reading what was typed, setting, taking back. No Qt."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from advisor.core.criteria import Criterion
from advisor.core.limits import limits
from advisor.scenario.study.own_data import OwnFigure
from advisor.scenario.study.study import Study
from advisor.words.number_input import NumberError, parse_figure


def with_own_figure(study: Study, location: str, criterion: str, figure: float, note: str = "") -> Study:
    """The study with a figure of the user's own for one location and criterion, entered today.

    Raises:
        ScenarioError: a figure or note out of all bounds.
    """
    bare = without_own_figures(study, location, {criterion}).own
    entered = OwnFigure(location, criterion, figure, note, date=date.today())
    return study.with_own(replace(bare, figures=(*bare.figures, entered)))


def without_own_figures(study: Study, location: str, criteria: Collection[str]) -> Study:
    """The study with the source's figures again for some criteria of a location."""
    own = study.own
    kept = tuple(f for f in own.figures if f.location != location or f.criterion not in criteria)
    return study.with_own(replace(own, figures=kept))


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
    least, most = _limits_of(unit)
    if figure is not None and not least <= figure <= most:
        message = f"{typed} cannot be: {criterion.name} lies between {least:g} and {most:g}."
        raise NumberError(message)
    return figure


def _limits_of(unit: str) -> tuple[float, float]:
    """What a unit allows: hours of a day, or the ends that it names."""
    if unit.startswith("h"):
        return 0.0, 24.0
    ends = unit.removeprefix("index ").replace(" to ", "|")
    if "|" not in ends and ends[:1].isdigit():
        ends = ends.replace("-", "|", 1)
    low, bar, high = ends.partition("|")
    try:
        return (float(low), float(high)) if bar else limits(OwnFigure, "value")
    except ValueError:
        return limits(OwnFigure, "value")
