"""Flags of a location for JSON: what nobody may miss, with when it was read and what it leaves out."""

from __future__ import annotations

from typing import Any

from advisor.scenario.ranking.assessment import Assessment


def flag_entries(assessment: Assessment, row: int) -> list[dict[str, Any]]:
    """The flags of a location, the loudest first."""
    return [
        {
            "kind": flag.kind,
            "severity": flag.severity.name.lower(),
            "text": flag.text,
            "detail": flag.detail,
            "as_of": flag.as_of,
            "source_id": flag.source_id,
        }
        for flag in assessment.flags(row)
    ]
