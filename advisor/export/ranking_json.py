"""The ranked list as plain values for JSON."""

from __future__ import annotations

from typing import Any

import numpy as np

from advisor.core.evaluation import Status
from advisor.core.matrix import CellMethod
from advisor.core.robustness import Robustness
from advisor.core.value_functions import FloatArray
from advisor.export.certainty import certainty_entry
from advisor.export.flag_entries import flag_entries
from advisor.export.metadata import method_document, weights_document
from advisor.export.ranking_csv import STATUS_NAMES
from advisor.export.scenario_entry import scenario_entry
from advisor.scenario.ranking.assessment import Assessment
from advisor.words.json_numbers import number_or_none


def ranking_document(
    assessment: Assessment, top: int | None = None, certainty: Robustness | None = None
) -> dict[str, Any]:
    """Pack, scenario, ranking and excluded locations.

    What a second opinion does not know (worst and best case, the contributions
    of TOPSIS) is None.

    Args:
        assessment: the ranking.
        top: keeps the first so many ranked ones.
        certainty: of this ranking; adds what ``certainty_entry`` gives.
    """
    evaluation = assessment.evaluation
    ids = [criterion.id for criterion in evaluation.criteria]
    ranked = [row for row in evaluation.order if evaluation.status[row] == Status.RANKED]
    others = [row for row in evaluation.order if evaluation.status[row] != Status.RANKED]

    def by_criterion(figures: FloatArray) -> dict[str, float | None]:
        return {name: number_or_none(float(value)) for name, value in zip(ids, figures, strict=True)}

    return {
        "pack": {"name": assessment.pack.name, "version": assessment.pack.version},
        "scenario": scenario_entry(assessment),
        "weights": weights_document(assessment),
        "method": method_document(assessment, certainty),
        "ranking": [
            {
                "rank": int(evaluation.ranks[row]),
                "id": assessment.locations[row].id,
                "name": assessment.locations[row].name,
                "engagement": assessment.engagement(row),
                "flags": flag_entries(assessment, int(row)),
                "score": float(evaluation.scores[row]),
                "score_worst": number_or_none(float(evaluation.worst[row])),
                "score_best": number_or_none(float(evaluation.best[row])),
                "coverage": float(evaluation.coverage[row]),
                "contributions": None
                if np.isnan(evaluation.contributions[row]).all()
                else by_criterion(evaluation.contributions[row]),
                "values": by_criterion(assessment.cells.values[row]),
                "imputed": [
                    ids[j] for j in np.flatnonzero(evaluation.valued.methods[row] == CellMethod.IMPUTED)
                ],
                **(certainty_entry(certainty, int(row)) if certainty else {}),
            }
            for row in ranked[:top]
        ],
        "excluded": [
            {
                "id": assessment.locations[row].id,
                "name": assessment.locations[row].name,
                "status": STATUS_NAMES[Status(evaluation.status[row])],
                "reasons": list(assessment.reasons(row)),
                "flags": flag_entries(assessment, int(row)),
            }
            for row in others
        ],
    }
