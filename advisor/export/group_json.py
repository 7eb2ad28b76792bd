"""What the people of a study come to together, as plain values for scripts."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from advisor.core.evaluation import competition_ranks
from advisor.core.weighting import Weights
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.study import Stakeholder
from advisor.views.people.people_figures import GroupFigures

_DIGITS = 8


def group_document(figures: GroupFigures, people: tuple[Stakeholder, ...]) -> dict[str, Any]:
    """Everything that a group comes to.

    Shares are 0..1, scores, Borda points and regrets 0..100; what is not defined is None.

    Args:
        figures: of the group.
        people: those that it was made of, in the same order.
    """
    decision, assessment = figures.decision, figures.assessment
    borda, regret = decision.borda, decision.worst_regret
    return {
        "scenario": assessment.scenario.name,
        "people": [_person(figures, k, person) for k, person in enumerate(people)],
        "weights": _weights(assessment, decision.group.weights),
        "ranking": _ranking(figures),
        "borda": _ranked(figures, borda, -borda, "points"),
        "kendall_w": _number(decision.kendall_w),
        "agreement": figures.agreement,
        "divides": [
            {
                "theme": division.theme,
                "spread": _number(division.spread),
                "points": _number(division.points),
                "highest": figures.names[division.highest],
                "lowest": figures.names[division.lowest],
                "shares": {
                    name: _number(share)
                    for name, share in zip(figures.names, division.shares.tolist(), strict=True)
                },
            }
            for division in decision.divisions
        ],
        "least_regret": _ranked(figures, regret, regret, "worst_regret"),
        "nearest": figures.names[decision.nearest],
        "farthest": figures.names[decision.farthest],
        "compromise": _compromise(figures),
        "findings": [finding.text for finding in figures.findings],
    }


def _person(figures: GroupFigures, k: int, person: Stakeholder) -> dict[str, Any]:
    decision, assessment = figures.decision, figures.assessment
    own = decision.evaluations[k]
    ids = assessment.pack.location_ids
    return {
        "name": person.name,
        "importance": person.importance,
        "has_weighed": person.has_weighed,
        "weights": _weights(assessment, decision.members[k].weights),
        "first": _id(figures, own.leader),
        "ranks": {ids[row]: int(own.ranks[row]) for row in own.order if own.ranks[row]},
        "distance": _number(float(decision.distance[k])),
        "leader_without": _id(figures, int(decision.without[k])),
    }


def _weights(assessment: Assessment, weights: Weights) -> dict[str, Any]:
    themes = zip(weights.themes, weights.theme_weights.tolist(), strict=True)
    criteria = zip(assessment.evaluation.criteria, weights.flat.tolist(), strict=True)
    return {
        "themes": {theme: _number(share) for theme, share in themes},
        "criteria": {criterion.id: _number(share) for criterion, share in criteria},
    }


def _ranking(figures: GroupFigures) -> list[dict[str, Any]]:
    group = figures.decision.group
    return [
        _entry(figures, int(row), int(group.ranks[row])) | {"score": _number(float(group.scores[row]))}
        for row in group.order
        if group.ranks[row]
    ]


def _ranked(
    figures: GroupFigures, numbers: np.ndarray[Any, Any], keys: np.ndarray[Any, Any], name: str
) -> list[dict[str, Any]]:
    """Locations by a number of their own, the least key first; ties in the order of the mean scores."""
    decision = figures.decision
    ranks = competition_ranks(-np.asarray(keys, dtype=np.float64))
    order = np.lexsort((-decision.group.scores[decision.rows], np.round(keys, 9)))
    return [
        _entry(figures, int(decision.rows[at]), int(ranks[at])) | {name: _number(float(numbers[at]))}
        for at in order
    ]


def _entry(figures: GroupFigures, row: int, rank: int) -> dict[str, Any]:
    location = figures.assessment.locations[row]
    return {"rank": rank, "id": location.id, "name": location.name}


def _compromise(figures: GroupFigures) -> dict[str, Any] | None:
    found = figures.compromise
    if found is None:
        return None
    return {
        "theme": found.theme,
        "share": _number(found.share),
        "kendall_w": _number(found.kendall_w),
        "leader": _id(figures, found.leader),
        "firsts": [_id(figures, int(row)) for row in found.firsts],
    }


def _id(figures: GroupFigures, row: int) -> str | None:
    return figures.assessment.locations[row].id if row >= 0 else None


def _number(value: float) -> float | None:
    return None if math.isnan(value) else round(float(value), _DIGITS)
