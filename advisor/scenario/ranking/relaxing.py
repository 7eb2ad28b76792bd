"""Which must-haves leave how many locations out, and which of them to relax first."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from advisor.core.criteria import Criterion
from advisor.core.evaluation import MIN_COVERAGE, Status
from advisor.core.screening import LARGEST_FIGURE, Bound, Constraint, Forbidden, Outcome
from advisor.core.tolerance import at_least, at_most
from advisor.scenario.ranking.assessment import ADVISORY, ENGAGEMENT, SANCTIONS, Assessment
from advisor.scenario.study.scenario import ENGAGEMENT_MODELS, MustHaves
from advisor.words.units import is_hours

_QUARTER = 0.25  # hours
_DIGITS = 2  # of an eased limit


@dataclass(frozen=True, slots=True)
class LimitEffect:
    """What one must-have does.

    Attributes:
        excluded: locations that fail it, as the must-have itself counts them.
        alone: locations of these that lifting it brings back: they fail nothing else, and enough is known of
            them.
    """

    constraint: Constraint
    excluded: int
    alone: int


@dataclass(frozen=True, slots=True)
class Relaxation:
    """Must-haves that leave more.

    Attributes:
        must_haves: as they would be.
        lifted: those that would no longer hold.
        eased: the one that would hold with another limit, as it would be; None where some are lifted.
        brings_back: how many locations would be ranked that are not.
    """

    must_haves: MustHaves
    lifted: tuple[Constraint, ...]
    eased: Bound | None
    brings_back: int


def limit_effects(assessment: Assessment) -> tuple[LimitEffect, ...]:
    """Every must-have that leaves out something, that which alone leaves out most first."""
    failed = _failed(assessment)
    alone = failed & (failed.sum(axis=1) == 1)[:, None]
    screening = assessment.evaluation.screening
    every = screening.outcomes == Outcome.FAIL
    effects = [
        LimitEffect(constraint, int(every[:, c].sum()), int(alone[:, c].sum()))
        for c, constraint in enumerate(screening.constraints)
        if failed[:, c].any()
    ]
    return tuple(sorted(effects, key=lambda e: (-e.alone, -e.excluded)))


def first_to_lift(assessment: Assessment) -> Relaxation | None:
    """The must-have whose lifting brings back most; where no single one brings back any, the fewest that do.

    What the law asks for (sanctions and lists of money laundering) is proposed only where nothing else helps.

    Returns:
        None where lifting brings nothing back: nothing is excluded that is known well enough to be ranked.
    """
    failed = _failed(assessment)
    constraints = assessment.evaluation.screening.constraints
    of_law = np.array([isinstance(constraint, Forbidden) for constraint in constraints], dtype=np.bool_)
    sets = {tuple(np.flatnonzero(row).tolist()) for row in failed if row.any()}
    if not sets:
        return None

    def back(lifted: tuple[int, ...]) -> int:
        kept = np.ones(len(constraints), dtype=np.bool_)
        kept[list(lifted)] = False
        return int((failed.any(axis=1) & ~failed[:, kept].any(axis=1)).sum())

    best = min(sets, key=lambda one: (int(of_law[list(one)].sum()), len(one), -back(one), one))
    lifted = tuple(constraints[c] for c in best)
    must = assessment.scenario.must_haves
    for constraint in lifted:
        must = _without(must, constraint)
    return Relaxation(must, lifted, None, back(best))


def least_change(assessment: Assessment) -> Relaxation | None:
    """The limit that has to move least to bring something back, moved just so far.

    How far a limit moves is measured in the distance between the criterion's goalposts. It comes to rest on a
    round number.

    Returns:
        None where no limit on a figure brings anything back by itself.
    """
    failed = _failed(assessment)
    evaluation, criteria = assessment.evaluation, {c.id: c for c in assessment.evaluation.criteria}
    only = failed & (failed.sum(axis=1) == 1)[:, None]
    best: tuple[float, Bound, int] | None = None
    for c, constraint in enumerate(evaluation.screening.constraints):
        if not isinstance(constraint, Bound) or not only[:, c].any():
            continue
        criterion = criteria[constraint.column]
        figures = evaluation.valued.raw[only[:, c], evaluation.criteria.index(criterion)]
        nearest = float(figures.max() if constraint.op == ">=" else figures.min())
        eased = Bound(constraint.column, constraint.op, _rounded(nearest, constraint.op, criterion))
        span = abs(criterion.value_function.best - criterion.value_function.worst) or 1.0
        change = abs(eased.limit - constraint.limit) / span
        met = (at_least if constraint.op == ">=" else at_most)(figures, eased.limit)
        if best is None or change < best[0]:
            best = change, eased, int(met.sum())
    if best is None:
        return None
    _, eased, brings_back = best
    must = assessment.scenario.must_haves
    after = replace(must, bounds=must.with_limit(eased.column, eased.op, eased.limit))
    return Relaxation(after, (), eased, brings_back)


def _failed(assessment: Assessment) -> NDArray[np.bool_]:
    """(m, c) Which must-haves each location fails; none where it is not known well enough to be ranked."""
    evaluation = assessment.evaluation
    known = at_least(evaluation.coverage, MIN_COVERAGE) & (evaluation.status == Status.EXCLUDED)
    return np.asarray((evaluation.screening.outcomes == Outcome.FAIL) & known[:, None])


def _without(must: MustHaves, constraint: Constraint) -> MustHaves:
    if isinstance(constraint, Bound):
        return replace(must, bounds=must.with_limit(constraint.column, constraint.op, None))
    if constraint.column == ENGAGEMENT:
        return replace(must, engagement=frozenset(ENGAGEMENT_MODELS))
    if constraint.column == SANCTIONS:
        return replace(must, exclude_sanctioned=False)
    if constraint.column == ADVISORY:
        return replace(must, advisory=4)
    return replace(must, fatf="none")


def _rounded(figure: float, op: str, criterion: Criterion) -> float:
    """A limit that the figure meets, on a quarter of an hour or two digits."""
    towards = math.floor if op == ">=" else math.ceil
    if figure == 0:
        return 0.0
    step = (
        _QUARTER if is_hours(criterion.unit) else 10.0 ** (math.floor(math.log10(abs(figure))) - _DIGITS + 1)
    )
    limit = round(towards(figure / step) * step, 12)  # multiples of 0.1 miss in the last bits
    reaches = at_least(figure, limit) if op == ">=" else at_most(figure, limit)
    return min(LARGEST_FIGURE, max(-LARGEST_FIGURE, limit)) if reaches else figure
