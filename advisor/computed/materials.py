"""What computed columns are made from: tables of a pack, seen through the user's choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.costs.inputs import CostInputs
from advisor.costs.parameters import CostParameters
from advisor.costs.results import CostResult
from advisor.costs.terms import EngagementTerms
from advisor.costs.wages import FunctionWages
from advisor.places.affinity import TieTable
from advisor.places.from_home import HomeView, TimeSettings
from advisor.places.hubs import HubSet
from advisor.places.languages import LanguageTable
from advisor.places.law import LegalTable


@dataclass(frozen=True, slots=True, eq=False)
class TiesFromHome:
    """Home and what binds others to it.

    Attributes:
        home: location id.
        location_ids: m ids.
    """

    home: str
    location_ids: Sequence[str]
    ties: TieTable
    law: LegalTable


@dataclass(frozen=True, slots=True, eq=False)
class TimeFromHome:
    """Time and distance.

    Attributes:
        home: location id.
        settings: hours, year and thresholds.
        hubs: those that count.
        view: time and distance by hub.
    """

    home: str
    settings: TimeSettings
    hubs: HubSet
    view: HomeView


@dataclass(frozen=True, slots=True, eq=False)
class LanguagesInUse:
    """Languages of the work and of the customers.

    Attributes:
        working, customers: ISO 639 codes.
    """

    table: LanguageTable
    working: Sequence[str]
    customers: Sequence[str]


@dataclass(frozen=True, slots=True, eq=False)
class CostsFromHome:
    """Costs of m locations for one engagement.

    Attributes:
        result: cost, saving and the rest, USD.
        wages, inputs, parameters, terms: what it is made of.
        price_year: the year whose prices all money is in.
    """

    result: CostResult
    wages: FunctionWages
    inputs: CostInputs
    parameters: CostParameters
    terms: EngagementTerms
    price_year: int


Material = TiesFromHome | TimeFromHome | LanguagesInUse | CostsFromHome
