"""The total-cost model of a pack: which figures go in for an engagement, and what comes out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from advisor.computed.choices import CostChoices
from advisor.computed.materials import CostsFromHome
from advisor.core.imputation import impute_column, peer_levels
from advisor.costs.contributions import WorkKind
from advisor.costs.currency import CurrencyError, ExchangeRate
from advisor.costs.detail import CostDetail, explain
from advisor.costs.functions import FunctionMix
from advisor.costs.inputs import CostInputs, real_growth_pct
from advisor.costs.parameters import CostParameters, ParameterError
from advisor.costs.ranges import FloatArray, Range
from advisor.costs.results import CostResult
from advisor.costs.terms import EngagementTerms
from advisor.costs.total_cost import TotalCostModel
from advisor.costs.uncertainty import DEFAULT_DRAWS, DEFAULT_SEED
from advisor.costs.wages import LoadedWages, WageTable, loaded_wages
from advisor.datapack.cost_tables import CostTables
from advisor.places.hubs import HubSet
from advisor.places.proximity import distances_from
from advisor.scenario.choices import cost_choices
from advisor.scenario.memory import Memory
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario

_CACHED = 16
_CONTRIBUTION_SOURCES = ("wb_db_tax",)
_REDUNDANCY_SOURCES = ("wipo_gii_dismissal",)
_DISTANCE_SOURCES = ("geonames",)
_ATTRITION_SOURCES = ("attrition_pages",)
_GROWTH_SOURCES = ("wage_surveys", "wb_wdi")


class _Work(NamedTuple):
    """What the figures of all locations depend on."""

    home: str
    function: str


@dataclass(frozen=True, slots=True, eq=False)
class EngagementCosts:
    """The costs of one engagement: everything is resolved, nothing computed yet.

    Attributes:
        parameters: the rates in force, the pack's with the user's changes.
        terms: head count, horizon, delivery model and prices.
        wages: of the function, step by step.
        inputs: figures of all locations.
        home: the row of home.
    """

    parameters: CostParameters
    terms: EngagementTerms
    wages: LoadedWages
    inputs: CostInputs
    home: int

    @property
    def _model(self) -> TotalCostModel:
        return TotalCostModel(self.parameters)

    def per_fte(self) -> Range:
        """Total cost per person and year of every location, USD: P10, P50, P90 for the ranking."""
        return self._model.cost_per_fte(self.inputs, self.home, self.terms)

    def evaluate(self, draws: int = DEFAULT_DRAWS, seed: int = DEFAULT_SEED) -> CostResult:
        """Cost, saving, payback and present value of every location, USD."""
        return self._model.evaluate(self.inputs, self.home, self.terms, draws, seed)

    def detail(self, location: str, draws: int = DEFAULT_DRAWS, seed: int = DEFAULT_SEED) -> CostDetail:
        """One location in full: lines, cash flow, waterfall and what matters most, USD."""
        row = self.inputs.index(location)
        return explain(self._model, self.inputs, self.home, row, self.terms, draws=draws, seed=seed)

    def at_pay(self, location: str, factor: float) -> float:
        """Total cost per person and year, USD, of a location whose wages are ``factor`` times what they are.

        Everything else stays: contributions and what else follows pay rises with
        it, seats, travel and management do not. NaN where the cost is unknown.

        Raises:
            ValueError: a factor of 0 or less, or no such location.
        """
        if not (math.isfinite(factor) and factor > 0):
            raise ValueError(f"Pay cannot be {factor:g} times what it is.")
        row, wage = self.inputs.index(location), self.inputs.base_wage
        ends = [end.copy() for end in (wage.low, wage.likely, wage.high)]
        for end in ends:
            end[row] *= factor
        return float(replace(self, inputs=replace(self.inputs, base_wage=Range(*ends))).per_fte().likely[row])


class CostModel:
    """Total costs of all locations of a pack, for any engagement."""

    def __init__(
        self,
        wages: WageTable,
        tables: CostTables,
        hubs: HubSet,
        mixes: Mapping[str, FunctionMix],
        peers: Sequence[Sequence[str]] = (),
    ) -> None:
        """Keep what a pack knows of costs; ``mixes`` says who does the work of each function."""
        self._table = wages
        self._tables = tables
        self._hubs = hubs
        self._mixes = dict(mixes)
        self._peers = peer_levels(peers)
        self._wages = Memory(self._make_wages, _CACHED)
        self._inputs = Memory(self._make_inputs, _CACHED)
        self._parameters = Memory(self._make_parameters, _CACHED)
        self.engagement = Memory(self._make_engagement, _CACHED)

    @property
    def price_year(self) -> int:
        """The year whose prices all money is in."""
        return self._table.price_year

    @property
    def currencies(self) -> tuple[str, ...]:
        """Codes of all currencies that costs can be reported in."""
        return tuple(sorted({"USD", *self._tables.exchange_rates.by_currency}))

    def rate(self, currency: str) -> ExchangeRate:
        """What one US dollar buys in a currency.

        Raises:
            ScenarioError: no rate is known.
        """
        try:
            return self._tables.exchange_rates.rate(currency)
        except CurrencyError as error:
            raise ScenarioError(str(error)) from error

    def of(self, scenario: Scenario) -> EngagementCosts:
        """The costs of a scenario's engagement.

        Raises:
            ScenarioError: terms or rates that cannot be, or a function without a staff mix.
        """
        return self.engagement(cost_choices(scenario))

    def material(self, choices: CostChoices) -> CostsFromHome:
        """What the cost column is made from.

        Raises:
            ScenarioError: as ``of``.
        """
        costs = self.engagement(choices)
        return CostsFromHome(
            costs.per_fte(), costs.wages, costs.inputs, costs.parameters, costs.terms, self.price_year
        )

    def _make_engagement(self, choices: CostChoices) -> EngagementCosts:
        return EngagementCosts(
            self._parameters(choices.changes),
            choices.terms,
            self._wages(choices.function),
            self._inputs(_Work(choices.home, choices.function)),
            self._table.locations.index(choices.home),
        )

    def _make_parameters(self, changes: tuple[tuple[str, float, float, float], ...]) -> CostParameters:
        try:
            return self._tables.parameters.with_values(
                {key: (low, likely, high) for key, low, likely, high in changes}
            )
        except ParameterError as error:
            raise ScenarioError(str(error)) from error

    def _make_wages(self, function: str) -> LoadedWages:
        return loaded_wages(self._table, self._mix(function))

    def _mix(self, function: str) -> FunctionMix:
        if function not in self._mixes:
            raise ScenarioError(
                f"No staff mix is known for the function '{function}', so it has no wage cost."
            )
        return self._mixes[function]

    def _make_inputs(self, work: _Work) -> CostInputs:
        wages = self._wages(work.function)
        labour = self._tables.labour
        count = len(self._table.locations)
        unknown = Range.unknown(count)
        voice = self._mix(work.function).work is WorkKind.VOICE
        growth = _real_growth(labour.get("wage_inflation_pct", unknown), labour.get("consumer_inflation_pct"))
        home = self._hubs.hubs[self._hubs.hub_index(work.home)]
        wage_sources = tuple(tuple(part for part in text.split(";") if part) for text in wages.source_ids)
        return CostInputs(
            location_ids=self._table.locations,
            base_wage=wages.base_month,
            premium=_away_only(wages.premium_factor, self._table.locations.index(work.home)),
            contributions_pct=self._contributions(wages),
            months=wages.months.likely,
            redundancy_weeks=labour.get("redundancy_weeks", unknown).likely,
            distance_km=distances_from(home.lat, home.lon, self._hubs).nearest_km,
            # The readings of single countries are of contact centres, so they serve voice work only.
            attrition_pct=labour.get("attrition_pct", unknown) if voice else unknown,
            real_wage_growth_pct=growth,
            minimum_wage=self._table.minimum_wage,
            source_ids={
                "base_wage": wage_sources,
                "premium": wage_sources,
                "contributions_pct": (_CONTRIBUTION_SOURCES,) * count,
                "redundancy_weeks": (_REDUNDANCY_SOURCES,) * count,
                "distance_km": (_DISTANCE_SOURCES,) * count,
                "attrition_pct": (_ATTRITION_SOURCES,) * count,
                "real_wage_growth_pct": (_GROWTH_SOURCES,) * count,
            },
        )

    def _contributions(self, wages: LoadedWages) -> FloatArray:
        """Employer contributions in percent; unknown ones take the median of their peers.

        Left unknown they would leave the costs of every location unknown as soon as home is such a place.
        """
        known = np.where(wages.contributions_known, wages.contribution_pct.likely, np.nan)
        return impute_column(known, self._peers)[0]


def _away_only(premium: Range, home: int) -> Range:
    """The premium for work done for clients abroad, which work at home is not."""
    ends = [end.copy() for end in (premium.low, premium.likely, premium.high)]
    for end in ends:
        end[home] = 1.0
    return Range(*ends)


def _real_growth(nominal: Range, inflation: Range | None) -> Range:
    """Wage growth above prices where both are known, else unknown."""
    if inflation is None:
        return Range.unknown(len(nominal))

    def real(figures: FloatArray) -> FloatArray:
        return real_growth_pct(figures, inflation.likely)

    return Range(real(nominal.low), real(nominal.likely), real(nominal.high))
