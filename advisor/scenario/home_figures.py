"""What depends on the client's home: every computed criterion, the engagement model, the legal gates."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

import numpy as np

from advisor.datapack.loading import COMPUTATIONS
from advisor.datapack.place_tables import PlaceTables
from advisor.datapack.schema import DataPack
from advisor.places.from_home import HomeView, TimeSettings
from advisor.places.hubs import Hub, HubSet
from advisor.places.shifts import WorkingHours
from advisor.scenario.checks import ScenarioError
from advisor.scenario.columns import Column, make_column
from advisor.scenario.scenario import Scenario
from advisor.scenario.time_columns import time_columns

_CACHED = 8


@dataclass(frozen=True, slots=True, eq=False)
class HomeFigures:
    """Everything computed for one home, function and set of working conditions.

    Attributes:
        key: equal for equal inputs.
        columns: computed criterion name to column.
        view: time and distance by hub.
        engagement: (m) engagement model of each location.
        fatf: (m) ``black``, ``grey`` or ``none``.
        sanctions: (m) ``comprehensive`` or ``none``.
    """

    key: Hashable
    columns: Mapping[str, Column]
    view: HomeView
    engagement: tuple[str, ...]
    fatf: tuple[str, ...]
    sanctions: tuple[str, ...]


class HomeModel:
    """Computes and remembers home-dependent figures for one pack that knows places."""

    def __init__(self, pack: DataPack, tables: PlaceTables) -> None:
        self._pack = pack
        self._hubs = HubSet.of(_hubs(tables), pack.location_ids)
        self._regions = [location.region for location in pack.locations]
        self._fatf = _legal_labels(pack, tables, "fatf_status")
        self._sanctions = _legal_labels(pack, tables, "us_sanctions")
        self._figures: OrderedDict[Hashable, HomeFigures] = OrderedDict()

    @property
    def hubs(self) -> HubSet:
        """All hubs of the pack."""
        return self._hubs

    def figures(self, scenario: Scenario) -> HomeFigures:
        """The figures for a scenario, computed once for equal inputs.

        Raises:
            ScenarioError: hours or a year that cannot be used.
        """
        key = (
            scenario.home,
            scenario.function,
            scenario.working_languages,
            scenario.customer_languages,
            scenario.home_hours,
            scenario.site_hours,
            scenario.wanted_overlap,
            scenario.year,
        )
        if key not in self._figures:
            try:
                self._figures[key] = self._compute(scenario, key)
            except ValueError as error:
                raise ScenarioError(str(error)) from error
            while len(self._figures) > _CACHED:
                self._figures.popitem(last=False)
        self._figures.move_to_end(key)
        return self._figures[key]

    def _compute(self, scenario: Scenario, key: Hashable) -> HomeFigures:
        settings = TimeSettings(
            scenario.year,
            WorkingHours.parse(scenario.home_hours),
            WorkingHours.parse(scenario.site_hours),
            scenario.wanted_overlap,
        )
        columns, view = time_columns(self._hubs, self._regions, scenario.home, settings)
        unknown = make_column(np.full(len(self._pack.locations), np.nan))
        return HomeFigures(
            key,
            {name: columns.get(name, unknown) for name in COMPUTATIONS},
            view,
            tuple(str(model) for model in view.engagement),
            self._fatf,
            self._sanctions,
        )


def _hubs(tables: PlaceTables) -> list[Hub]:
    return [
        Hub(
            row.text("location_id"),
            row.text("name"),
            float(row.text("lat")),
            float(row.text("lon")),
            float(row.text("population")) if row.text("population") else None,
            row.text("tz"),
        )
        for row in tables.hubs
    ]


def _legal_labels(pack: DataPack, tables: PlaceTables, fact: str) -> tuple[str, ...]:
    stated = {row.text("location_id"): row.text("value") for row in tables.legal if row.text("fact") == fact}
    return tuple(stated.get(location_id, "none") for location_id in pack.location_ids)
