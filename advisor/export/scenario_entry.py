"""The scenario as it stands in exports: what a study file says of it, and the user's own figures."""

from __future__ import annotations

from typing import Any

from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.files import scenario_values


def scenario_entry(assessment: Assessment) -> dict[str, Any]:
    """Everything that decided a ranking, under keys that scripts rely on."""
    values = scenario_values(assessment.scenario)
    bounds = [{"criterion": bound["column"], **bound} for bound in values["must_haves"]["bounds"]]
    return {
        "format": "location-advisor-scenario",
        "version": 1,
        "pack": {"name": assessment.pack.name, "version": assessment.pack.version},
        **values,
        "must_haves": {**values["must_haves"], "bounds": bounds},
        "overrides": [
            {
                "location": figure.location,
                "criterion": figure.criterion,
                "value": figure.value,
                "note": figure.note,
            }
            for figure in assessment.own.figures
        ],
    }
