"""The assumptions of a scenario as single steps: which differ between two, and taking one over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from advisor.core.criteria import themes_of
from advisor.datapack.schema import DataPack
from advisor.scenario.study.scenario import MustHaves, Scenario

Op = Literal[">=", "<="]

# Assumptions that are one field of the scenario, in the order in which people read them.
_FIELDS = (
    *("home", "function", "industry", "headcount"),
    *("theme_weights",),
    *("aggregation", "weight_spread"),
    *("home_hours", "site_hours", "service_window", "wanted_overlap", "year", "hubs", "engagement_rule"),
    *("working_languages", "customer_languages"),
    *("years", "delivery", "prices", "currency"),
)
_GATES = ("engagement", "exclude_sanctioned", "fatf", "advisory")


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that two scenarios can differ in.

    Attributes:
        kind: the field of the scenario, a field of its must-haves, or ``within``, ``limit`` and ``cost``.
        key: theme of ``within`` (the weights of its criteria), column and direction of ``limit`` ("overlap
            >="), parameter of ``cost``; empty for the others.
    """

    kind: str
    key: str = ""


def differing(pack: DataPack, a: Scenario, b: Scenario) -> tuple[Assumption, ...]:
    """The assumptions in which two scenarios differ; name, colour and locks are none."""
    every = every_assumption(pack, (a, b))
    return tuple(one for one in every if taken_over(pack, one, a, b) != a)


def taken_over(pack: DataPack, assumption: Assumption, into: Scenario, source: Scenario) -> Scenario:
    """A scenario with one assumption of another.

    Raises:
        ScenarioError: both together make no scenario.
    """
    kind = assumption.kind
    if kind in _GATES:
        must = replace(into.must_haves, **{kind: getattr(source.must_haves, kind)})
        return replace(into, must_haves=must)
    special = _KEYED.get(kind)
    if special is not None:
        return special(pack, assumption.key, into, source)
    return replace(into, **{kind: getattr(source, kind)})


def limit_key(column: str, op: str) -> str:
    """Key of the assumption that is a limit."""
    return f"{column} {op}"


def limit_of(must: MustHaves, key: str) -> float | None:
    """The limit of such a key, None where there is none."""
    column, op = key.rsplit(" ", 1)
    return must.limit(column, cast("Op", op))


def every_assumption(pack: DataPack, scenarios: Sequence[Scenario]) -> list[Assumption]:
    """What scenarios could differ in, in the order in which people read it: limits and rates that one has."""
    found = [Assumption(name) for name in _FIELDS]
    at = _FIELDS.index("theme_weights") + 1
    found[at:at] = [Assumption("within", theme) for theme in themes_of(pack.criteria)]
    found += [Assumption(name) for name in _GATES]
    bounds = [limit_key(bound.column, bound.op) for s in scenarios for bound in s.must_haves.bounds]
    found += [Assumption("limit", key) for key in dict.fromkeys(bounds)]
    parameters = [change.parameter for s in scenarios for change in s.cost_changes]
    found += [Assumption("cost", key) for key in dict.fromkeys(parameters)]
    return found


def _within(pack: DataPack, theme: str, into: Scenario, source: Scenario) -> Scenario:
    mine = {criterion.id for criterion in pack.criteria if criterion.theme == theme}
    kept = {key: weight for key, weight in into.criterion_weights.items() if key not in mine}
    new = {key: weight for key, weight in source.criterion_weights.items() if key in mine}
    weights = kept | new
    # Equal weights in another order are the same weights.
    return into if weights == dict(into.criterion_weights) else replace(into, criterion_weights=weights)


def _limit(_pack: DataPack, key: str, into: Scenario, source: Scenario) -> Scenario:
    column, op = key.rsplit(" ", 1)
    limit = limit_of(source.must_haves, key)
    if limit == limit_of(into.must_haves, key):
        return into
    bounds = into.must_haves.with_limit(column, cast("Op", op), limit)
    return replace(into, must_haves=replace(into.must_haves, bounds=bounds))


def _cost(_pack: DataPack, key: str, into: Scenario, source: Scenario) -> Scenario:
    new = tuple(change for change in source.cost_changes if change.parameter == key)
    if new == tuple(change for change in into.cost_changes if change.parameter == key):
        return into
    kept = tuple(change for change in into.cost_changes if change.parameter != key)
    return replace(into, cost_changes=(*kept, *new))


_KEYED: dict[str, Callable[[DataPack, str, Scenario, Scenario], Scenario]] = {
    "within": _within,
    "limit": _limit,
    "cost": _cost,
}
