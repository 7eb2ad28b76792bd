"""Computed columns of a pack: each made from its own material, and remembered by the choices behind that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from advisor.computed.choices import ComputedChoices
from advisor.computed.materials import (
    CostsFromHome,
    LanguagesInUse,
    Material,
    ShiftsFromHome,
    TiesFromHome,
    TimeFromHome,
    WorkforceToHire,
)
from advisor.computed.registry import computed_column, computed_ids
from advisor.core.cells import Cells
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.home.home_figures import HomeModel
from advisor.scenario.memory import Memory

_HOMES = 8  # for which columns are remembered


class _Wanted(NamedTuple):
    """A column and the choices that its material is made from."""

    column: str
    choices: Any


class ColumnModel:
    """Makes computed columns, each once for equal choices."""

    def __init__(self, home_model: HomeModel | None, cost_model: CostModel | None) -> None:
        self._materials: dict[type[Material], tuple[str, Callable[[Any], Material]]] = {}
        if home_model is not None:
            self._materials[TiesFromHome] = ("home", home_model.ties)
            self._materials[TimeFromHome] = ("times", home_model.time)
            self._materials[ShiftsFromHome] = ("shifts", home_model.shifts)
            self._materials[WorkforceToHire] = ("workforce", home_model.workforce)
            self._materials[LanguagesInUse] = ("languages", home_model.languages)
        if cost_model is not None:
            self._materials[CostsFromHome] = ("costs", cost_model.material)
        self._columns = Memory(self._computed, _HOMES * len(computed_ids()))

    def column(self, column_id: str, choices: ComputedChoices) -> Cells:
        """A column (m,).

        Raises:
            ScenarioError: choices that cannot be used.
        """
        kind, _ = self._materials[computed_column(column_id).reads]
        return self._columns(_Wanted(column_id, getattr(choices, kind)))

    def _computed(self, wanted: _Wanted) -> Cells:
        column = computed_column(wanted.column)
        _, material = self._materials[column.reads]
        return column.compute(material(wanted.choices))
