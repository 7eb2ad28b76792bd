"""The total-cost model of a pack for a scenario: which figures go in, and what comes out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping, Sequence

import numpy as np

from advisor.core.imputation import impute_column, peer_levels
from advisor.costs.contributions import WorkKind
from advisor.costs.currency import CurrencyError, ExchangeRate
from advisor.costs.detail import CostDetail, explain
from advisor.costs.functions import FunctionMix
from advisor.costs.inputs import CostInputs, real_growth_pct
from advisor.costs.parameters import CostParameters, ParameterError
from advisor.costs.ranges import FloatArray, Range
from advisor.costs.results import CostResult
from advisor.costs.terms import DeliveryModel, EngagementTerms, Prices, TermsError
from advisor.costs.total_cost import TotalCostModel
from advisor.costs.uncertainty import DEFAULT_DRAWS, DEFAULT_SEED
from advisor.costs.wages import LoadedWages, WageTable, loaded_wages
from advisor.datapack.cost_tables import CostTables
from advisor.places.hubs import HubSet
from advisor.places.proximity import distances_from
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario

_CACHED = 16
_CONTRIBUTION_SOURCES = ("wb_db_tax",)
_REDUNDANCY_SOURCES = ("wipo_gii_dismissal",)
_DISTANCE_SOURCES = ("geonames",)
_ATTRITION_SOURCES = ("attrition_pages",)
_GROWTH_SOURCES = ("wage_surveys", "wb_wdi")


class CostModel:
    """Total costs of all locations of a pack, for any scenario."""

    def __init__(
        self,
        wages: WageTable,
        tables: CostTables,
        hubs: HubSet,
        mixes: Mapping[str, FunctionMix],
        peers: Sequence[Sequence[str]] = (),
    ) -> None:
        """Keep what a pack knows of costs; ``mixes`` says who does the work of each function."""
        self._wages = wages
        self._tables = tables
        self._hubs = hubs
        self._mixes = dict(mixes)
        self._peers = peer_levels(peers)
        self._inputs: OrderedDict[Hashable, CostInputs] = OrderedDict()

    @property
    def price_year(self) -> int:
        """The year whose prices all money is in."""
        return self._wages.price_year

    @property
    def currencies(self) -> tuple[str, ...]:
        """Codes of all currencies that costs can be reported in."""
        return tuple(sorted({"USD", *self._tables.exchange_rates.by_currency}))

    def check(self, scenario: Scenario) -> None:
        """Check everything about costs in a scenario.

        Raises:
            ScenarioError: naming the first thing that cannot be.
        """
        self.parameters(scenario)
        self.terms(scenario)
        self.rate(scenario)

    def parameters(self, scenario: Scenario) -> CostParameters:
        """The rates in force: the pack's with the user's changes.

        Raises:
            ScenarioError: a rate that does not exist or cannot be.
        """
        try:
            return self._tables.parameters.with_values(
                {c.parameter: (c.low, c.likely, c.high) for c in scenario.cost_changes}
            )
        except ParameterError as error:
            raise ScenarioError(str(error)) from error

    def terms(self, scenario: Scenario) -> EngagementTerms:
        """Head count, horizon, delivery model and prices.

        Raises:
            ScenarioError: terms that no engagement can have.
        """
        try:
            return EngagementTerms(
                scenario.headcount,
                scenario.years,
                DeliveryModel(scenario.delivery),
                Prices(scenario.prices),
            )
        except (TermsError, ValueError) as error:
            raise ScenarioError(str(error)) from error

    def rate(self, scenario: Scenario) -> ExchangeRate:
        """What one US dollar buys in the currency of the scenario.

        Raises:
            ScenarioError: no rate is known.
        """
        try:
            return self._tables.exchange_rates.rate(scenario.currency)
        except CurrencyError as error:
            raise ScenarioError(str(error)) from error

    def wages(self, scenario: Scenario) -> LoadedWages:
        """Wages of the scenario's function, step by step.

        Raises:
            ScenarioError: no staff mix is known for the function.
        """
        return loaded_wages(self._wages, self._mix(scenario))

    def _mix(self, scenario: Scenario) -> FunctionMix:
        if scenario.function not in self._mixes:
            raise ScenarioError(
                f"No staff mix is known for the function '{scenario.function}', so it has no wage cost."
            )
        return self._mixes[scenario.function]

    def home_index(self, scenario: Scenario) -> int:
        """The row of home."""
        return self._wages.locations.index(scenario.home)

    def inputs(self, scenario: Scenario) -> CostInputs:
        """The figures of all locations for home and function, made once."""
        key = (scenario.home, scenario.function)
        if key not in self._inputs:
            self._inputs[key] = self._make_inputs(scenario)
            while len(self._inputs) > _CACHED:
                self._inputs.popitem(last=False)
        self._inputs.move_to_end(key)
        return self._inputs[key]

    def cost_per_fte(self, scenario: Scenario) -> Range:
        """Total cost per person and year of every location, USD: P10, P50, P90 for the ranking."""
        model = TotalCostModel(self.parameters(scenario))
        return model.cost_per_fte(self.inputs(scenario), self.home_index(scenario), self.terms(scenario))

    def evaluate(
        self, scenario: Scenario, draws: int = DEFAULT_DRAWS, seed: int = DEFAULT_SEED
    ) -> CostResult:
        """Cost, saving, payback and present value of every location, USD."""
        model = TotalCostModel(self.parameters(scenario))
        terms = self.terms(scenario)
        return model.evaluate(self.inputs(scenario), self.home_index(scenario), terms, draws, seed)

    def explain(
        self,
        scenario: Scenario,
        location_id: str,
        draws: int = DEFAULT_DRAWS,
        seed: int = DEFAULT_SEED,
    ) -> CostDetail:
        """One location in full: lines, cash flow, waterfall and what matters most, USD."""
        inputs = self.inputs(scenario)
        return explain(
            TotalCostModel(self.parameters(scenario)),
            inputs,
            self.home_index(scenario),
            inputs.index(location_id),
            self.terms(scenario),
            draws=draws,
            seed=seed,
        )

    def _make_inputs(self, scenario: Scenario) -> CostInputs:
        wages = self.wages(scenario)
        labour = self._tables.labour
        count = len(self._wages.locations)
        unknown = Range.unknown(count)
        voice = self._mix(scenario).work is WorkKind.VOICE
        growth = _real_growth(labour.get("wage_inflation_pct", unknown), labour.get("consumer_inflation_pct"))
        home = self._hubs.hubs[self._hubs.hub_index(scenario.home)]
        wage_sources = tuple(tuple(part for part in text.split(";") if part) for text in wages.source_ids)
        return CostInputs(
            location_ids=self._wages.locations,
            base_wage=wages.base_month,
            premium=_away_only(wages.premium_factor, self.home_index(scenario)),
            contributions_pct=self._contributions(wages),
            months=wages.months.likely,
            redundancy_weeks=labour.get("redundancy_weeks", unknown).likely,
            distance_km=distances_from(home.lat, home.lon, self._hubs).nearest_km,
            # The readings of single countries are of contact centres, so they serve voice work only.
            attrition_pct=labour.get("attrition_pct", unknown) if voice else unknown,
            real_wage_growth_pct=growth,
            minimum_wage=self._wages.minimum_wage,
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
