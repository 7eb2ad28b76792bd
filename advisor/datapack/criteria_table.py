"""criteria.csv: the criteria with their goalposts and default weights."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import get_args

from advisor.core.criteria import (
    Criterion,
    Preference,
    PreferenceShape,
    check_preference,
    make_value_function,
)
from advisor.core.value_functions import Direction, PiecewiseValue, ValueFunction
from advisor.datapack.problems import Problems
from advisor.datapack.tables import Row, read_table

FILE = "criteria.csv"
REQUIRED = ("id", "direction", "lower", "upper")
_SHAPES: tuple[PreferenceShape, ...] = get_args(PreferenceShape)


def read_criteria(folder: Path, computations: Collection[str], problems: Problems) -> list[Criterion]:
    """The criteria of a pack.

    Args:
        folder: the pack.
        computations: names that the ``computed`` column may hold.
        problems: where faults are noted.
    """
    criteria: list[Criterion] = []
    first_weight: dict[str, tuple[float, int]] = {}
    lines: dict[str, int] = {}
    for row in read_table(folder, FILE, REQUIRED, problems):
        criterion_id = row.text("id")
        if not criterion_id:
            problems.error(FILE, row.line, "id", "The id is blank.", "Give every criterion an id of its own.")
            continue
        if criterion_id in lines:
            message = f"'{criterion_id}' is already on line {lines[criterion_id]}."
            problems.error(FILE, row.line, "id", message, "Give every criterion an id of its own.")
            continue
        lines[criterion_id] = row.line
        criterion = _criterion(row, criterion_id, computations, problems)
        if criterion is None:
            continue
        _check_theme_weight(criterion, row.line, first_weight, problems)
        criteria.append(criterion)
    problems.named[FILE] = set(lines)
    if not criteria and not problems.errors:
        problems.error(FILE, 0, "", "There is no criterion.", "Add at least one line.")
    # A theme's weight may stand on any of its lines.
    stated = {theme: weight for theme, (weight, _) in first_weight.items()}
    criteria = [replace(each, theme_weight=stated.get(each.theme)) for each in criteria]
    _check_total(criteria, stated, problems)
    return criteria


def _check_total(criteria: list[Criterion], stated: dict[str, float], problems: Problems) -> None:
    counted = (each.weight * stated.get(each.theme, 1.0) for each in criteria)
    if criteria and not problems.errors and not any(counted):
        column = "weight" if not any(each.weight for each in criteria) else "theme_weight"
        problems.error(FILE, 0, column, "All weights are 0.", "Raise at least one.")


def _criterion(
    row: Row, criterion_id: str, computations: Collection[str], problems: Problems
) -> Criterion | None:
    if not row.text("direction"):
        message = "The direction is blank."
        problems.error(FILE, row.line, "direction", message, "Write up (more is better) or down.")
        return None
    direction = Direction(row.choice("direction", [d.value for d in Direction], problems, "up"))
    function = _value_function(row, direction, problems)
    if function is None:
        return None
    _check_direction(row, direction, function, problems)
    weight = row.number("weight", problems, 1.0)
    theme_weight = row.number("theme_weight", problems)
    for column, number in (("weight", weight), ("theme_weight", theme_weight)):
        if number < 0:
            problems.error(FILE, row.line, column, "The weight is below 0.", "Use 0 or more.")
            return None
    computed = row.text("computed")
    if computed and computed not in computations:
        cure = f"Leave it blank or use one of: {', '.join(sorted(computations))}."
        problems.error(FILE, row.line, "computed", f"There is no computation '{computed}'.", cure)
        return None
    return Criterion(
        id=criterion_id,
        value_function=function,
        direction=direction,
        label=row.text("label"),
        theme=row.text("theme", "all"),
        unit=row.text("unit"),
        weight=1.0 if math.isnan(weight) else weight,
        theme_weight=None if math.isnan(theme_weight) else theme_weight,
        description=row.text("description"),
        basis=row.text("basis"),
        computed=computed,
        preference=_preference(row, problems),
    )


def _value_function(row: Row, direction: Direction, problems: Problems) -> ValueFunction | None:
    transform = row.text("transform", "linear")
    text = row.text("points")
    if ":" in transform:  # the points may stand in the transform column itself
        transform, text = "points", transform
    if transform == "points":
        points = _points(row, text, problems)
        lower = upper = math.nan
        if points is None:
            return None
    else:
        points = ()
        lower, upper = row.number("lower", problems), row.number("upper", problems)
        for column, bound in (("lower", lower), ("upper", upper)):
            if math.isnan(bound):
                if not row.text(column):
                    cure = "Write the figure that scores lowest or highest."
                    problems.error(FILE, row.line, column, "The goalpost is blank.", cure)
                return None
    try:
        return make_value_function(transform, direction, lower, upper, points)
    except ValueError as error:
        cure = "Correct the goalposts or the transform."
        problems.error(FILE, row.line, "transform" if transform == "points" else "lower", str(error), cure)
        return None


def _points(row: Row, text: str, problems: Problems) -> tuple[tuple[float, float], ...] | None:
    try:
        return tuple(
            (float(raw), float(value))
            for raw, value in (pair.split(":") for pair in text.replace(";", " ").split())
        )
    except ValueError:
        cure = "Write figure:value pairs, value from 0 to 1, for example '0:0 4:1 8:0.5'."
        problems.error(FILE, row.line, "points", f"'{text}' are not points.", cure)
        return None


def _preference(row: Row, problems: Problems) -> Preference:
    shape = row.choice("preference", _SHAPES, problems, "usual")
    numbers = []
    for column in ("q", "p", "s"):
        number = row.number(column, problems, 0.0)
        if number < 0:
            problems.error(FILE, row.line, column, "The threshold is below 0.", "Use 0 or more.")
            number = 0.0
        numbers.append(0.0 if math.isnan(number) else number)
    named = next(known for known in _SHAPES if known == shape)
    try:
        return check_preference(Preference(named, *numbers))
    except ValueError as error:
        cure = "Correct the thresholds, or leave all four columns blank: then any difference counts."
        problems.error(FILE, row.line, "preference", str(error), cure)
        return Preference()


def _check_direction(row: Row, direction: Direction, function: ValueFunction, problems: Problems) -> None:
    """Points say themselves what is better, so a direction that says otherwise is a slip."""
    if not isinstance(function, PiecewiseValue):
        return
    values = [value for _, value in function.points]
    turned = values[::-1] if direction is Direction.DOWN else values
    if turned != sorted(turned) and values in (sorted(values), sorted(values, reverse=True)):
        says = "rises" if direction is Direction.DOWN else "falls"
        message = f"The direction is {direction.value}, but the value of the points {says}; the points count."
        problems.warning(FILE, row.line, "direction", message, "Turn the direction or the points round.")


def _check_theme_weight(
    criterion: Criterion, line: int, first: dict[str, tuple[float, int]], problems: Problems
) -> None:
    if criterion.theme_weight is None:
        return
    weight, where = first.setdefault(criterion.theme, (criterion.theme_weight, line))
    if weight != criterion.theme_weight:
        message = f"Theme '{criterion.theme}' has weight {weight:g} on line {where} and another one here."
        problems.error(FILE, line, "theme_weight", message, "Give a theme the same weight on every line.")
