"""Why a location is not ranked, in plain sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.core.criteria import Criterion
from advisor.core.evaluation import Evaluation
from advisor.core.screening import Bound, Constraint
from advisor.core.value_functions import FloatArray
from advisor.words.formatting import figure_text, percent_text

_FORBIDDEN = {
    "us_sanctions": "under comprehensive US sanctions",
    "fatf_status": "on a FATF list that this scenario excludes",
}


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
        wanted = "at least" if constraint.op == ">=" else "at most"
        found, limit = (figure_text(x, criteria[j].unit) for x in (float(figures[j]), constraint.limit))
        return f"{criteria[j].name} {found}, {wanted} {limit} wanted"
    if constraint.column in _FORBIDDEN:
        return _FORBIDDEN[constraint.column]
    return f"{labels.get(constraint.column, constraint.column)} is not allowed"


def insufficient_reason(evaluation: Evaluation, row: int) -> str:
    """How much of the weight is known, and what is missing most."""
    flat = evaluation.weights.flat
    missing = sorted(evaluation.missing(row), key=lambda c: -flat[evaluation.criteria.index(c)])
    names = ", ".join(criterion.name.lower() for criterion in missing[:4])
    more = f" and {len(missing) - 4} more" if len(missing) > 4 else ""
    known = percent_text(float(evaluation.coverage[row]))
    return f"too little data: {known} of the weight is known; missing {names}{more}"
