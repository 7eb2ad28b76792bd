"""The scenario that a new document starts with."""

from __future__ import annotations

from advisor.datapack.schema import DataPack
from advisor.scenario.scenario import Scenario

_HOME, _FUNCTION = "GBR", "customer-support"


def default_scenario(pack: DataPack) -> Scenario:
    """A scenario that fits the pack: a home where it knows places, a function where it has any."""
    ids = pack.location_ids
    home = (_HOME if _HOME in ids else ids[0]) if pack.places is not None else ""
    functions = tuple(pack.functions)
    function = (_FUNCTION if _FUNCTION in functions else functions[0]) if functions else ""
    return Scenario(home=home, function=function)
