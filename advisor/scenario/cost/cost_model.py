"""The total-cost model of a pack: which figures go in for an engagement, and what comes out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from advisor.computed.choices import CostChoices
from advisor.computed.materials import CostsFromHome
from advisor.core.imputation import peer_levels
from advisor.costs.contributions import WorkKind
from advisor.costs.currency import CurrencyError, ExchangeRate
from advisor.costs.functions import FunctionMix
from advisor.costs.inputs import CostInputs
from advisor.costs.own_costs import with_own
from advisor.costs.parameters import CostParameters, ParameterError
from advisor.costs.ranges import Range
from advisor.costs.results import CostResult, RankingCosts
from advisor.costs.terms import EngagementTerms
from advisor.costs.total_cost import TotalCostModel
from advisor.costs.uncertainty import DEFAULT_DRAWS, DEFAULT_SEED
from advisor.costs.wages import FunctionWages, WageTable, function_wages
from advisor.datapack.cost_facts import CostTables
from advisor.places.customer_languages import customers_of
from advisor.places.hubs import HubSet
from advisor.places.languages import LanguageTable
from advisor.places.proximity import distances_from
from advisor.scenario.choices import cost_choices
from advisor.scenario.cost.cost_inputs import language_premium, make_inputs
from advisor.scenario.memory import Memory
from advisor.scenario.study.own_data import NOTHING_OWN, OwnData
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.words.translation import t

if TYPE_CHECKING:
    from advisor.costs.detail import CostDetail
    from advisor.costs.quotes import QuoteCheck, Unit

_CACHED = 16


class _Work(NamedTuple):
    """What the figures of all locations depend on, but for the user's own."""

    home: str
    function: str
    languages: tuple[tuple[str, float], ...]


class _Rates(NamedTuple):
    """What the rates depend on: the user's changes, and whether the work is done by voice."""

    changes: tuple[tuple[str, float, float, float], ...]
    by_voice: bool


@dataclass(frozen=True, eq=False)
class EngagementCosts:
    """The costs of one engagement: everything is resolved, and what is computed once is kept.

    Attributes:
        parameters: the rates in force, the pack's with the user's changes.
        terms: head count, horizon, delivery model and prices.
        wages: of the function, step by step.
        inputs: figures of all locations.
        home: the row of home.
    """

    parameters: CostParameters
    terms: EngagementTerms
    wages: FunctionWages
    inputs: CostInputs
    home: int

    @property
    def _model(self) -> TotalCostModel:
        return TotalCostModel(self.parameters)

    def beside_home(self, location: str) -> EngagementCosts:
        """The same for home (row 0) and one location (the last row) alone: the same figures, sooner.

        Raises:
            ValueError: no such location.
        """
        rows = list(dict.fromkeys((self.home, self.inputs.index(location))))
        return replace(self, inputs=self.inputs.take(np.array(rows, dtype=np.intp)), home=0)

    def for_ranking(self) -> RankingCosts:
        """What the ranking uses of ``evaluate``, quickly."""
        return self._model.for_ranking(self.inputs, self.home, self.terms)

    @cached_property
    def result(self) -> CostResult:
        """Cost, saving, payback and present value of every location, USD; chapters of a report share it."""
        return self.evaluate()

    def evaluate(self, draws: int = DEFAULT_DRAWS, seed: int = DEFAULT_SEED) -> CostResult:
        """The same from as many draws as wanted."""
        return self._model.evaluate(self.inputs, self.home, self.terms, draws, seed)

    def detail(self, location: str, draws: int = DEFAULT_DRAWS, seed: int = DEFAULT_SEED) -> CostDetail:
        """One location in full: lines, cash flow, waterfall and what matters most, USD."""
        from advisor.costs.detail import explain  # a ranking needs none of it

        row = self.inputs.index(location)
        return explain(self._model, self.inputs, self.home, row, self.terms, draws=draws, seed=seed)

    def quote(self, location: str, price: float, unit: Unit) -> QuoteCheck | None:
        """Where a provider's price, USD for one person, stands; None where the cost there is unknown.

        Raises:
            ValueError: a price of 0 or less, or no such location.
        """
        from advisor.costs.quotes import check_quote

        row = self.inputs.index(location)
        return check_quote(self.parameters, self.inputs, self.home, row, self.terms, price, unit)

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
        changed = replace(self, inputs=replace(self.inputs, base_wage=Range(*ends)))
        return float(changed.for_ranking().total_year_per_fte.p50[row])


class CostModel:
    """Total costs of all locations of a pack, for any engagement."""

    def __init__(
        self,
        wages: WageTable,
        tables: CostTables,
        hubs: HubSet,
        mixes: Mapping[str, FunctionMix],
        languages: LanguageTable,
        peers: Sequence[Sequence[str]] = (),
        sites: HubSet | None = None,
    ) -> None:
        """Keep what a pack knows of costs.

        Args:
            wages: of all locations.
            tables: what costs are made of beyond wages.
            hubs: of the same locations.
            mixes: who does the work of each function.
            languages: how well each language is known at these locations.
            peers: groupings of these locations.
            sites: the hubs of these locations and, after them, of sites that have the pay, the contributions
                and all else of the country that each is a part of, but for the distance.
        """
        self._sites = None if sites is None or not sites.countries else sites
        self._table = wages
        self._tables = tables
        self._hubs = hubs
        self._mixes = dict(mixes)
        self._languages = languages
        self._peers = peer_levels(peers)
        self._pay = Memory(self._make_pay, _CACHED)
        self._wages = Memory(self._make_wages, _CACHED)
        self._inputs = Memory(self._make_inputs, _CACHED)
        self._parameters = Memory(self._make_parameters, _CACHED)
        self.engagement = Memory(self._make_engagement, _CACHED)
        self.material = Memory(self._make_material, _CACHED)

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

    def of(self, scenario: Scenario, own: OwnData = NOTHING_OWN) -> EngagementCosts:
        """The costs of a scenario's engagement, with what the user knows of pay and cost.

        Raises:
            ScenarioError: terms or rates that cannot be, or a function without a staff mix.
        """
        return self.engagement(cost_choices(scenario, own))

    def _make_material(self, choices: CostChoices) -> CostsFromHome:
        """What the cost columns are made from."""
        costs = self.engagement(choices)
        return CostsFromHome(
            costs.for_ranking(),
            costs.wages,
            costs.inputs,
            costs.parameters,
            costs.terms,
            self.price_year,
            costs.home,
        )

    def _make_engagement(self, choices: CostChoices) -> EngagementCosts:
        return EngagementCosts(
            self._parameters(_Rates(choices.changes, self._mix(choices.function).work is WorkKind.VOICE)),
            choices.terms,
            self._wages(choices.function),
            self._with_own(choices),
            (self._table.locations if self._sites is None else self._sites.location_ids).index(choices.home),
        )

    def _with_own(self, choices: CostChoices) -> CostInputs:
        mix = self._mix(choices.function)
        wanted: Mapping[str, float] = {code: 1 / len(choices.working) for code in choices.working}
        if mix.work is WorkKind.VOICE:
            wanted = customers_of(self._languages, choices.home, choices.customers)
        inputs = self._inputs(_Work(choices.home, choices.function, tuple(wanted.items())))
        try:
            return with_own(inputs, choices.own, choices.function, mix.shares, self._tables.exchange_rates)
        except (CurrencyError, ValueError) as error:
            raise ScenarioError(str(error)) from error

    def _make_parameters(self, rates: _Rates) -> CostParameters:
        known = self._tables.parameters
        try:
            return (known if rates.by_voice else known.for_other_work()).with_values(
                {key: (low, likely, high) for key, low, likely, high in rates.changes}
            )
        except ParameterError as error:
            raise ScenarioError(str(error)) from error

    def _make_pay(self, function: str) -> FunctionWages:
        return function_wages(self._table, self._mix(function))

    def _make_wages(self, function: str) -> FunctionWages:
        found = self._pay(function)
        return found if self._sites is None else found.take(self._countries(self._sites))

    def _countries(self, sites: HubSet) -> NDArray[np.intp]:
        """The row of the country of each location and site; of a location its own."""
        rows = {place: row for row, place in enumerate(self._table.locations)}
        ids = (sites.countries.get(place, place) for place in sites.location_ids)
        return np.array([rows[place] for place in ids], dtype=np.intp)

    def _at_sites(self, inputs: CostInputs, home: str) -> CostInputs:
        """The figures of all locations and sites; those of a site are its country's but for the distance."""
        sites = self._sites
        if sites is None:
            return inputs
        main = sites.hubs[sites.hub_index(home)]
        return replace(
            inputs.take(self._countries(sites)),
            location_ids=sites.location_ids,
            distance_km=distances_from(main.lat, main.lon, sites).nearest_km,
        )

    def _mix(self, function: str) -> FunctionMix:
        if function not in self._mixes:
            raise ScenarioError(
                t(
                    "No staff mix is known for the function '{function}', so it has no wage cost.",
                    function=function,
                )
            )
        return self._mixes[function]

    def _make_inputs(self, work: _Work) -> CostInputs:
        mix = self._mix(work.function)
        inputs = make_inputs(
            self._table,
            self._tables,
            self._hubs,
            self._peers,
            self._pay(work.function),
            mix,
            work.home if self._sites is None else self._sites.countries.get(work.home, work.home),
            language_premium(self._languages, dict(work.languages), mix.work),
        )
        return self._at_sites(inputs, work.home)
