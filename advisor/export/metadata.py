"""What stands beside every export: scenario, weights, method, pack and sources with attribution."""

from __future__ import annotations

from datetime import date
from typing import Any

from advisor import __version__
from advisor.core.aggregation.registry import opinion_methods
from advisor.core.evaluation import MIN_COVERAGE
from advisor.core.robustness import Robustness
from advisor.core.tolerance import SCORE_DECIMALS
from advisor.export.certainty import certainty_method
from advisor.export.scenario_entry import scenario_entry
from advisor.scenario.ranking.assessment import Assessment
from advisor.words.translation import t, tn


def borders_note() -> str:
    """Whose view the borders of the map follow."""
    return t(
        "Map polygons: Natural Earth (public domain). Borders follow its de jure view except where noted in "
        "the documentation; they express no opinion on the status of any territory."
    )


def weights_document(assessment: Assessment) -> dict[str, Any]:
    """The weights in force: shares of the whole, 0..1, by theme and by criterion."""
    weights = assessment.evaluation.weights
    return {
        "themes": {
            theme: round(float(share), 8)
            for theme, share in zip(weights.themes, weights.theme_weights, strict=True)
        },
        "criteria": {
            criterion.id: round(float(share), 8)
            for criterion, share in zip(assessment.evaluation.criteria, weights.flat, strict=True)
        },
    }


def method_document(assessment: Assessment, certainty: Robustness | None = None) -> dict[str, Any]:
    """How scores came about, in words and numbers that let someone else repeat it."""
    aggregation = assessment.evaluation.aggregation
    method: dict[str, Any] = {
        "aggregation": aggregation.method,
        "value_functions": t("fixed goalposts of the data pack, clipped"),
        "unknown_cells": t("median of the peer group, marked imputed; they do not count as coverage"),
        "minimum_coverage": MIN_COVERAGE,
        "ranks": tn(
            "scores rounded to {count} decimal; ties share the better rank",
            "scores rounded to {count} decimals; ties share the better rank",
            SCORE_DECIMALS,
        ),
    }
    if aggregation.formula.has_floor:
        method["floor"] = aggregation.floor
    if opinion := opinion_methods().get(assessment.second_opinion):
        method |= {
            "aggregation": opinion.id,
            "second_opinion": opinion.scale,
            "headline_aggregation": aggregation.method,
            "value_functions": t(
                "not used: figures in their units, with signs turned so that more is better"
            ),
        }
    if certainty is not None:
        method["robustness"] = certainty_method(certainty)
    return method


def used_sources(assessment: Assessment) -> list[dict[str, str]]:
    """The sources of the figures on screen, with attribution, licence and edition."""
    named: set[str] = set()
    for cell in set(assessment.cells.sources.flat):
        named.update(part for part in str(cell).split(";") if part)
    known = assessment.sources
    return [
        {
            "id": source_id,
            "publisher": known[source_id].publisher,
            "dataset": known[source_id].dataset,
            "edition": known[source_id].edition,
            "licence": known[source_id].licence,
            "tier": known[source_id].tier,
        }
        for source_id in sorted(named)
        if source_id in known
    ]


def metadata_document(
    assessment: Assessment, certainty: Robustness | None = None, today: date | None = None
) -> dict[str, Any]:
    """Everything that an export needs to be understood and repeated.

    Args:
        assessment: the ranking.
        certainty: of this ranking, None where it was not counted.
        today: the day of the export, None where the same ranking is to give the same text on every day.
    """
    pack = assessment.pack
    return {
        "application": {"name": "Location Advisor", "version": __version__},
        **({"date": today.isoformat()} if today is not None else {}),
        "pack": {"name": pack.name, "version": pack.version, "licence": pack.licence},
        "scenario": scenario_entry(assessment),
        "weights": weights_document(assessment),
        "method": method_document(assessment, certainty),
        "sources": used_sources(assessment),
        "notes": [borders_note()] if pack.geometry else [],
    }
