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
from advisor.places.shifts import WorkingHours
from advisor.scenario.checks import ScenarioError
from advisor.scenario.columns import Column, make_column
from advisor.scenario.cost_columns import cost_column, wages_for
from advisor.scenario.language_columns import affinity_column, language_columns
from advisor.scenario.law_columns import transfer_column
from advisor.scenario.place_model import place_model
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
        self.places = place_model(pack, tables)
        self._figures: OrderedDict[Hashable, HomeFigures] = OrderedDict()

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
        places, home = self.places, scenario.home
        columns, view = time_columns(places.hubs, places.regions, home, settings)
        columns |= language_columns(
            places.languages, home, scenario.working_languages, scenario.customer_languages
        )
        columns["data_transfer"] = transfer_column(places.law, home, self._pack.location_ids)
        columns["affinity"] = affinity_column(places.ties, home, self._pack.location_ids)
        if self._pack.wages is not None:
            wages = wages_for(self._pack.wages, scenario.function)
            columns["cost_per_fte"] = cost_column(self._pack.wages, wages)
        unknown = make_column(np.full(len(self._pack.locations), np.nan))
        return HomeFigures(
            key,
            {name: columns.get(name, unknown) for name in COMPUTATIONS},
            view,
            tuple(str(model) for model in view.engagement),
            places.fatf,
            places.sanctions,
        )
