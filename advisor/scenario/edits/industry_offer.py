"""The must-haves that an industry usually asks for, beside those that a scenario has."""

from __future__ import annotations

from dataclasses import replace

from advisor.core.screening import Bound
from advisor.datapack.schema import DataPack
from advisor.places.industries import INDUSTRIES, ProposedMust
from advisor.scenario.study.scenario import FatfGate, MustHaves, Scenario

_FATF_RANK = {"none": 0, "black": 1, "grey": 2}


def stricter_must_haves(pack: DataPack, scenario: Scenario) -> tuple[MustHaves, tuple[str, ...]]:
    """The scenario's must-haves with those of its industry added where they ask for more.

    Returns:
        The must-haves, and the reason for each one that is new; no reasons
        where the scenario already asks for as much.
    """
    must, reasons = scenario.must_haves, []
    industry = INDUSTRIES.get(scenario.industry)
    columns = {criterion.id for criterion in pack.criteria}
    for proposed in industry.musts if industry else ():
        stricter = with_proposed(must, proposed, columns)
        if stricter != must:
            must = stricter
            reasons.append(proposed.reason)
    return must, tuple(reasons)


def with_proposed(must: MustHaves, proposed: ProposedMust, columns: set[str]) -> MustHaves:
    """Must-haves with one proposal added, unchanged where they ask for as much or the column is not there."""
    if proposed.criterion == "sanctions":
        return replace(must, exclude_sanctioned=True)
    if proposed.criterion == "fatf":
        wanted: FatfGate = "grey" if proposed.value == "grey" else "black"
        stricter = _FATF_RANK[wanted] > _FATF_RANK[must.fatf]
        return replace(must, fatf=wanted) if stricter else must
    if proposed.criterion not in columns or not isinstance(proposed.value, int | float):
        return must
    op = Bound(proposed.criterion, ">=" if proposed.relation == ">=" else "<=", proposed.value).op
    limit = must.limit(proposed.criterion, op)
    if limit is not None and (limit >= proposed.value if op == ">=" else limit <= proposed.value):
        return must
    return replace(must, bounds=must.with_limit(proposed.criterion, op, float(proposed.value)))
