"""Why one location is above another, as plain values for JSON."""

from __future__ import annotations

from typing import Any

import numpy as np

from advisor.core.evaluation import Status
from advisor.core.explanation import Explanation
from advisor.core.robustness import pairwise_wins
from advisor.core.sampling import DEFAULT_SEED, DRAWS_AT_REST
from advisor.export.ranking_csv import STATUS_NAMES
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.ranking.lead_texts import lead_sentence
from advisor.words.formatting import in_sentence
from advisor.words.json_numbers import number_or_none

LEAST_CHANGE = 1e-9  # of the whole: weights that move less stay where they are


def explanation_document(assessment: Assessment, explanation: Explanation) -> dict[str, Any]:
    """Difference, contributions (what speaks most for a first), flips and the smallest change.

    Differences and contributions are points on the 0-100 scale of scores.
    Weights are shares of the whole, 0..1. A flip moves one weight while the
    others keep their proportions.
    """
    evaluation = assessment.evaluation
    a, b = explanation.a, explanation.b
    figures, flat = assessment.cells.values, evaluation.weights.flat
    return {
        "a": _side(assessment, a),
        "b": _side(assessment, b),
        "difference": explanation.difference,
        "sentence": explanation_sentence(assessment, explanation),
        "contributions": [
            {
                "criterion": evaluation.criteria[j].id,
                "theme": evaluation.criteria[j].theme,
                "weight": float(flat[j]),
                "value_a": number_or_none(float(figures[a, j])),
                "value_b": number_or_none(float(figures[b, j])),
                "contribution": float(explanation.parts[j]),
            }
            for j in explanation.order
        ],
        "themes": [
            {"theme": theme, "contribution": float(part)}
            for theme, part in zip(evaluation.weights.themes, explanation.theme_parts, strict=True)
        ],
        "flips": [
            {"criterion": flip.id, "weight_now": flip.weight_now, "weight_needed": flip.weight_needed}
            for flip in explanation.flips
        ],
        "theme_flips": [
            {"theme": flip.id, "weight_now": flip.weight_now, "weight_needed": flip.weight_needed}
            for flip in explanation.theme_flips
        ],
        "smallest_change": _smallest(assessment, explanation),
        "likelihood": _likelihood(assessment, explanation),
    }


def explanation_sentence(assessment: Assessment, explanation: Explanation) -> str:
    """An explanation in a sentence, with the names that people know."""
    labels = {c.id: in_sentence(c.name) for c in assessment.evaluation.criteria}
    return lead_sentence(
        assessment.evaluation,
        explanation,
        lambda row: assessment.locations[row].name,
        lambda theme: in_sentence(assessment.pack.theme_label(theme)),
        labels.__getitem__,
    )


def changed_weights(assessment: Assessment, explanation: Explanation) -> list[tuple[str, str, float, float]]:
    """What the smallest change moves: ``criterion`` or ``theme``, its id, share before and after.

    What gains most comes first; empty where no change makes the two level.
    """
    evaluation, change = assessment.evaluation, explanation.smallest
    if change is None:
        return []
    kind = explanation.smallest_level
    themes = list(evaluation.weights.themes)
    ids = [criterion.id for criterion in evaluation.criteria] if kind == "criterion" else themes
    gains = change.needed - change.now
    order = [int(j) for j in np.argsort(-gains, kind="stable") if abs(gains[j]) > LEAST_CHANGE]
    return [(kind, ids[j], float(change.now[j]), float(change.needed[j])) for j in order]


def _likelihood(assessment: Assessment, explanation: Explanation) -> dict[str, Any]:
    """In how many plausible weightings each of the two scores higher, shares 0..1."""
    rows = np.array([explanation.a, explanation.b], dtype=np.intp)
    spread = assessment.scenario.weight_spread
    wins = pairwise_wins(assessment.evaluation, rows, DRAWS_AT_REST, DEFAULT_SEED, spread)
    return {
        "a_higher": float(wins[0, 1]),
        "b_higher": float(wins[1, 0]),
        "draws": DRAWS_AT_REST,
        "seed": DEFAULT_SEED,
        "spread": spread,
    }


def _side(assessment: Assessment, row: int) -> dict[str, Any]:
    evaluation, location = assessment.evaluation, assessment.locations[row]
    status = Status(evaluation.status[row])
    return {
        "id": location.id,
        "name": location.name,
        "rank": int(evaluation.ranks[row]) if status == Status.RANKED else None,
        "score": float(evaluation.scores[row]),
        "status": STATUS_NAMES[status],
    }


def _smallest(assessment: Assessment, explanation: Explanation) -> dict[str, Any] | None:
    if explanation.smallest is None:
        return None
    return {
        "distance": explanation.smallest.distance,
        "changes": [
            {kind: name, "weight_now": now, "weight_needed": needed}
            for kind, name, now, needed in changed_weights(assessment, explanation)
        ],
    }
