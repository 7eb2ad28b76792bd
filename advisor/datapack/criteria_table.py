"""criteria.csv: the criteria with their goalposts and default weights."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NamedTuple, get_args

from advisor.computed.registry import computed_ids
from advisor.core.criteria import (
    Criterion,
    Preference,
    PreferenceShape,
    check_preference,
    make_value_function,
)
from advisor.core.value_functions import Direction, PiecewiseValue, ValueFunction
from advisor.datapack.columns import Choice, Number, Text
from advisor.datapack.numbers import NumberError, parse_number
from advisor.datapack.problems import Problems, shown
from advisor.datapack.tables import Table
from advisor.words.translation import mark, t

LARGEST_WEIGHT = 1e6
_NARROWEST = 1e-10  # distance of the goalposts, as part of the larger
_SHAPES: tuple[PreferenceShape, ...] = get_args(PreferenceShape)


class CriterionRow(NamedTuple):
    """One line of criteria.csv."""

    line: int
    id: Annotated[str, Text(mark("An id of its own."), required=True, filled=True)]
    label: Annotated[str, Text(mark("What people read; blank is the id."))]
    theme: Annotated[str, Text(mark("Id of the theme it belongs to; without themes there is one."))]
    unit: Annotated[str, Text(mark("Unit of its figures, such as `USD a year`."))]
    direction: Annotated[
        str,
        Choice(
            mark("Whether more is better (`up`) or less (`down`)."),
            required=True,
            filled=True,
            allowed=tuple(direction.value for direction in Direction),
        ),
    ]
    transform: Annotated[
        str, Text(mark("`linear`, `log` (for sizes, where doubling counts) or `points`; blank is linear."))
    ]
    lower: Annotated[
        float,
        Number(mark("The lower goalpost: the figure from which on the value is 0 or 1."), required=True),
    ]
    upper: Annotated[float, Number(mark("The upper goalpost."), required=True)]
    points: Annotated[
        str, Text(mark("For `points`: pairs of figure and value from 0 to 1, such as `0:0 4:1 8:0.5`."))
    ]
    weight: Annotated[
        float,
        Number(
            mark("Weight within its theme, on any scale; blank is 1, so that all weigh the same."),
            least=0,
            greatest=LARGEST_WEIGHT,
            default=1.0,
        ),
    ]
    theme_weight: Annotated[
        float,
        Number(
            mark("Weight of its theme, on any of its lines; blank is the sum of its weights."),
            least=0,
            greatest=LARGEST_WEIGHT,
        ),
    ]
    computed: Annotated[
        str,
        Choice(
            mark("Name of the computation that fills it, seen from home; blank where values.csv does."),
            allowed=computed_ids(),
        ),
    ]
    preference: Annotated[
        str, Choice(mark("Preference function for PROMETHEE II."), allowed=_SHAPES, default="usual")
    ]
    q: Annotated[
        float, Number(mark("Indifference threshold of it, in the criterion's unit."), least=0, default=0)
    ]
    p: Annotated[float, Number(mark("Preference threshold of it."), least=0, default=0)]
    s: Annotated[float, Number(mark("Inflection point of the Gaussian function."), least=0, default=0)]
    description: Annotated[str, Text(mark("What is measured and why it matters, in a sentence."))]
    basis: Annotated[str, Text(mark("Why the goalposts stand where they do."))]


CRITERIA = Table(
    "criteria.csv",
    CriterionRow,
    mark("What places are judged by, with goalposts and default weights."),
    key=("id",),
    needed=True,
)


def read_criteria(folder: Path, problems: Problems) -> list[Criterion]:
    """The criteria of a pack."""
    criteria: list[Criterion] = []
    first_weight: dict[str, tuple[float, int]] = {}
    rows = CRITERIA.read(folder, problems)
    start = len(problems.found)
    for row in rows:
        criterion = _criterion(row, problems)
        if criterion is not None:
            _check_theme_weight(criterion, row.line, first_weight, problems)
            criteria.append(criterion)
    problems.sort_from(start)
    if not criteria and not problems.errors:
        problems.error(CRITERIA.file, 0, "", t("There is no criterion."), t("Add at least one line."))
    # A theme's weight may stand on any of its lines.
    stated = {theme: weight for theme, (weight, _) in first_weight.items()}
    criteria = [replace(each, theme_weight=stated.get(each.theme)) for each in criteria]
    _check_total(criteria, stated, problems)
    return criteria


def _check_total(criteria: list[Criterion], stated: dict[str, float], problems: Problems) -> None:
    counted = (each.weight * stated.get(each.theme, 1.0) for each in criteria)
    if criteria and not problems.errors and not any(counted):
        where = "weight" if not any(each.weight for each in criteria) else "theme_weight"
        problems.error(CRITERIA.file, 0, where, t("All weights are 0."), t("Raise at least one."))


def _criterion(row: CriterionRow, problems: Problems) -> Criterion | None:
    direction = Direction(row.direction)
    function = _value_function(row, direction, problems)
    if function is None:
        return None
    _check_direction(row, direction, function, problems)
    return Criterion(
        id=row.id,
        value_function=function,
        direction=direction,
        label=row.label,
        theme=row.theme or "all",
        unit=row.unit,
        weight=row.weight,
        theme_weight=None if math.isnan(row.theme_weight) else row.theme_weight,
        description=row.description,
        basis=row.basis,
        computed=row.computed,
        preference=_preference(row, problems),
    )


def _value_function(row: CriterionRow, direction: Direction, problems: Problems) -> ValueFunction | None:
    transform, text = row.transform or "linear", row.points
    if ":" in transform:  # the points may stand in the transform column itself
        transform, text = "points", transform
    points: tuple[tuple[float, float], ...] = ()
    lower, upper = row.lower, row.upper
    if transform == "points":
        try:
            points = _points(text)
        except NumberError as error:
            problems.error(CRITERIA.file, row.line, "points", str(error), error.cure)
            return None
        except ValueError:
            message = t("'{text}' are not points.", text=shown(text))
            cure = t("Write figure:value pairs, value from 0 to 1, for example '0:0 4:1 8:0.5'.")
            problems.error(CRITERIA.file, row.line, "points", message, cure)
            return None
    else:
        blank = [name for name, bound in (("lower", lower), ("upper", upper)) if math.isnan(bound)]
        for name in blank:
            cure = t("Write the figure that scores lowest or highest.")
            problems.error(CRITERIA.file, row.line, name, t("The goalpost is blank."), cure)
        if blank:
            return None
        if 0.0 < upper - lower < _NARROWEST * max(abs(lower), abs(upper)):
            message = t("The goalposts are too close to each other.")
            cure = t("Write goalposts that differ in their first ten digits.")
            problems.error(CRITERIA.file, row.line, "upper", message, cure)
            return None
    try:
        return make_value_function(transform, direction, lower, upper, points)
    except ValueError as error:
        cure = t("Correct the goalposts or the transform.")
        where = "lower" if transform in ("linear", "log") else "transform"
        problems.error(CRITERIA.file, row.line, where, str(error), cure)
        return None


def _points(text: str) -> tuple[tuple[float, float], ...]:
    pairs = (pair.split(":") for pair in text.replace(";", " ").split())
    return tuple((parse_number(raw), parse_number(value)) for raw, value in pairs)


def _preference(row: CriterionRow, problems: Problems) -> Preference:
    shape = next(known for known in _SHAPES if known == row.preference)
    try:
        return check_preference(Preference(shape, row.q, row.p, row.s))
    except ValueError as error:
        cure = t("Correct the thresholds, or leave all four columns blank: then any difference counts.")
        problems.error(CRITERIA.file, row.line, "preference", str(error), cure)
        return Preference()


def _check_direction(
    row: CriterionRow, direction: Direction, function: ValueFunction, problems: Problems
) -> None:
    """Points say themselves what is better, so a direction that says otherwise is a slip."""
    if not isinstance(function, PiecewiseValue):
        return
    values = [value for _, value in function.points]
    turned = values[::-1] if direction is Direction.DOWN else values
    if turned != sorted(turned) and values in (sorted(values), sorted(values, reverse=True)):
        if direction is Direction.DOWN:
            message = t("The direction is down, but the value of the points rises; the points count.")
        else:
            message = t("The direction is up, but the value of the points falls; the points count.")
        cure = t("Turn the direction or the points round.")
        problems.warning(CRITERIA.file, row.line, "direction", message, cure)


def _check_theme_weight(
    criterion: Criterion, line: int, first: dict[str, tuple[float, int]], problems: Problems
) -> None:
    if criterion.theme_weight is None:
        return
    weight, where = first.setdefault(criterion.theme, (criterion.theme_weight, line))
    if weight != criterion.theme_weight:
        message = t(
            "Theme '{theme}' has weight {weight} on line {line} and another one here.",
            theme=shown(criterion.theme), weight=f"{weight:g}", line=where,
        )  # fmt: skip
        cure = t("Give a theme the same weight on every line.")
        problems.error(CRITERIA.file, line, "theme_weight", message, cure)
