"""The study and the scenario that a new document starts with."""

from __future__ import annotations

from advisor.core.screening import Bound
from advisor.datapack.schema import DataPack
from advisor.places.workforce import MOST_TO_HIRE_PERCENT
from advisor.scenario.study.scenario import MustHaves, Scenario
from advisor.scenario.study.study import Study

_HOME, _FUNCTION = "GBR", "customer-support"
# Fewer than 100,000 workers of all trades are no pool to hire a team from; shown, and easily lifted.
_LEAST_LABOUR_FORCE = Bound("labour_force", ">=", 0.1)
# A place that can't staff the work is no candidate, whatever it scores.
_MOST_TO_HIRE = Bound("room_to_hire", "<=", MOST_TO_HIRE_PERCENT)


def default_study(pack: DataPack) -> Study:
    """A study of the scenario that fits the pack."""
    return Study.of(default_scenario(pack), pack)


def default_scenario(pack: DataPack) -> Scenario:
    """A scenario that fits the pack: a home where it knows places, a function where it has any."""
    ids = pack.location_ids
    home = (_HOME if _HOME in ids else ids[0]) if pack.places is not None else ""
    functions = tuple(pack.functions)
    function = (_FUNCTION if _FUNCTION in functions else functions[0]) if functions else ""
    known = {criterion.id for criterion in pack.criteria}
    limits = (_LEAST_LABOUR_FORCE, _MOST_TO_HIRE) if functions else ()
    bounds = tuple(bound for bound in limits if bound.column in known)
    return Scenario(home=home, function=function, must_haves=MustHaves(bounds=bounds))
