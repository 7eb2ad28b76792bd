"""Why a location is not ranked, in plain sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.core.criteria import Criterion
from advisor.core.evaluation import Evaluation
from advisor.core.screening import Bound, Constraint
from advisor.core.value_functions import FloatArray
from advisor.words.formatting import figure_text, in_sentence, percent_text
from advisor.words.translation import mark, marked, t, tn

_FORBIDDEN = {
    "us_sanctions": mark("under comprehensive US sanctions"),
    "fatf_status": mark("on a FATF list that this scenario excludes"),
}
_NAMED = 4  # so many criteria that are missing are named


def failure_reason(
    constraint: Constraint,
    criteria: Sequence[Criterion],
    figures: FloatArray,
    labels: Mapping[str, str],
) -> str:
    """What a failed must-have wanted and what it found.

    Args:
        constraint: the failed must-have.
        criteria: n criteria.
        figures: (n,) the location's figures.
        labels: the location's labels by column.
    """
    if isinstance(constraint, Bound):
        j = next(j for j, criterion in enumerate(criteria) if criterion.id == constraint.column)
        found, limit = (figure_text(x, criteria[j].unit) for x in (float(figures[j]), constraint.limit))
        values = {"criterion": criteria[j].name, "figure": found, "limit": limit}
        if constraint.op == ">=":
            return t("{criterion} {figure}, at least {limit} wanted", **values)
        return t("{criterion} {figure}, at most {limit} wanted", **values)
    if constraint.column in _FORBIDDEN:
        return marked(_FORBIDDEN[constraint.column])
    if constraint.column == "travel_advisory":
        return t("travel advisory level {level}", level=labels.get(constraint.column, ""))
    return t("{name} is not allowed", name=labels.get(constraint.column, constraint.column))


def insufficient_reason(evaluation: Evaluation, row: int) -> str:
    """That there is too little data, how much of the weight is known, and what is missing most."""
    return t("too little data: {what}", what=missing_text(evaluation, row))


def missing_text(evaluation: Evaluation, row: int) -> str:
    """How much of the weight is known, and what is missing most."""
    flat = evaluation.weights.flat
    missing = sorted(evaluation.missing(row), key=lambda c: -flat[evaluation.criteria.index(c)])
    known = percent_text(float(evaluation.coverage[row]))
    names = ", ".join(in_sentence(criterion.name) for criterion in missing[:_NAMED])
    if len(missing) <= _NAMED:
        return t("{share} of the weight is known; missing {criteria}", share=known, criteria=names)
    return tn(
        "{share} of the weight is known; missing {criteria} and {count} more",
        "{share} of the weight is known; missing {criteria} and {count} more",
        len(missing) - _NAMED,
        share=known,
        criteria=names,
    )
