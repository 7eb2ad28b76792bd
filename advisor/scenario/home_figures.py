"""What depends on the client's home: every computed criterion, the engagement model, the legal gates."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.core.matrix import MethodArray
from advisor.core.value_functions import FloatArray
from advisor.datapack.schema import DataPack
from advisor.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One computed criterion for m locations, with the same parts as the pack's cells."""

    values: FloatArray
    low: FloatArray
    high: FloatArray
    methods: MethodArray
    years: NDArray[np.int16]
    sources: NDArray[np.object_]
    notes: NDArray[np.object_]


@dataclass(frozen=True, slots=True, eq=False)
class HomeFigures:
    """Everything computed for one home, function and set of working conditions.

    Attributes:
        key: equal for equal inputs.
        columns: computed criterion name to column.
        engagement: (m) engagement model of each location.
        fatf: (m) ``black``, ``grey`` or ``none``.
        sanctions: (m) ``comprehensive`` or ``none``.
    """

    key: Hashable
    columns: Mapping[str, Column]
    engagement: tuple[str, ...]
    fatf: tuple[str, ...]
    sanctions: tuple[str, ...]


class HomeModel:
    """Computes and remembers home-dependent figures for one pack."""

    def __init__(self, pack: DataPack) -> None:
        self._pack = pack

    def figures(self, scenario: Scenario) -> HomeFigures:
        """The figures for a scenario, computed once for equal inputs."""
        raise NotImplementedError
