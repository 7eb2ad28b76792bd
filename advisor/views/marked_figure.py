"""A figure beside another one: short, and with a star where nobody has published it."""

from __future__ import annotations

import math

from advisor.scenario.ranking.assessment import Assessment
from advisor.words.formatting import figure_text


def marked_figure(assessment: Assessment, row: int, column: int) -> str:
    """The figure that a location is ranked with, without its unit; a star says that it is an estimate.

    Args:
        assessment: the ranking.
        row: index of the location.
        column: index of the criterion.
    """
    evaluation = assessment.evaluation
    figure = float(evaluation.valued.raw[row, column])
    is_estimate = math.isnan(assessment.cells.values[row, column]) and not math.isnan(figure)
    text = figure_text(figure, evaluation.criteria[column].unit, with_unit=False)
    return f"{text}*" if is_estimate else text
