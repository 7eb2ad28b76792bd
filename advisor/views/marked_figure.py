"""A figure beside another one: short, and with a star where nobody has published it."""

from __future__ import annotations

import math

from advisor.scenario.ranking.assessment import Assessment
from advisor.words.formatting import figure_text
from advisor.words.units import folded, is_percent

STAR = "*"  # behind a figure that nobody has published
_STEPS = (9.95, 0.995)  # below each a figure that stands beside another takes a decimal more
_MOST_DECIMALS = 2


def marked_figure(assessment: Assessment, row: int, column: int) -> str:
    """The figure that a location is ranked with, without its unit; a star says that it is an estimate.

    Args:
        assessment: the ranking.
        row: index of the location.
        column: index of the criterion.
    """
    evaluation = assessment.evaluation
    figure = float(evaluation.valued.raw[row, column])
    text = figure_text(figure, evaluation.criteria[column].unit, with_unit=False)
    return _marked(text, assessment, row, column)


def marked_pair(
    assessment: Assessment, rows: tuple[int, int], column: int, *, with_unit: bool
) -> tuple[str, str]:
    """The figures of two locations as a room compares them: equal decimals, as many as tell them apart.

    Args:
        assessment: the ranking.
        rows: indices of both locations.
        column: index of the criterion.
        with_unit: whether units other than the sign of percent, which always stands, are written too.
    """
    evaluation = assessment.evaluation
    unit = evaluation.criteria[column].unit
    figures = [float(evaluation.valued.raw[row, column]) for row in rows]
    scale = folded(unit)[1]
    largest = max((abs(figure * scale) for figure in figures if not math.isnan(figure)), default=0.0)
    said = with_unit or is_percent(unit)
    first, second = "", ""
    for decimals in range(sum(largest < step for step in _STEPS), _MOST_DECIMALS + 1):
        first, second = (figure_text(one, unit, with_unit=said, decimals=decimals) for one in figures)
        if first != second or figures[0] == figures[1]:
            break
    return _marked(first, assessment, rows[0], column), _marked(second, assessment, rows[1], column)


def _marked(text: str, assessment: Assessment, row: int, column: int) -> str:
    """With a star where a location has a figure that nobody has published."""
    known = assessment.cells.values[row, column]
    is_estimate = math.isnan(known) and not math.isnan(float(assessment.evaluation.valued.raw[row, column]))
    return f"{text}{STAR}" if is_estimate else text
