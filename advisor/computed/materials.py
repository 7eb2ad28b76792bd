"""What computed columns are made from: tables of a pack, seen through the user's choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.costs.inputs import CostInputs
from advisor.costs.parameters import CostParameters
from advisor.costs.results import RankingCosts
from advisor.costs.terms import EngagementTerms
from advisor.costs.wages import FunctionWages
from advisor.places.affinity import TieTable
from advisor.places.collaborations import CollaborationTable
from advisor.places.from_home import HomeView, TimeSettings
from advisor.places.hubs import HubSet
from advisor.places.languages import LanguageTable
from advisor.places.law import LegalTable
from advisor.places.workforce import Workforce


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
class ShiftsFromHome:
    """The shift that the work takes.

    Attributes:
        time: time and distance.
        for_customers: the site works the hours at home, because its customers do.
    """

    time: TimeFromHome
    for_customers: bool


@dataclass(frozen=True, slots=True, eq=False)
class WorkforceToHire:
    """Who could be hired for a function.

    Attributes:
        home: location id.
        location_ids: m ids.
        figures: of the kind of workforce that the function draws on, by location id.
        collaborations: who works with whom in software.
        head_count: people asked for.
    """

    home: str
    location_ids: Sequence[str]
    figures: Mapping[str, Workforce]
    collaborations: CollaborationTable
    head_count: int


@dataclass(frozen=True, slots=True, eq=False)
class LanguagesInUse:
    """Languages of the work and of the customers.

    Attributes:
        working: ISO 639 codes.
        customers: ISO 639 codes with the weight of each.
    """

    table: LanguageTable
    working: Sequence[str]
    customers: Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class CostsFromHome:
    """Costs of m locations for one engagement.

    Attributes:
        result: cost and saving, USD.
        wages, inputs, parameters, terms: what it is made of.
        price_year: the year whose prices all money is in.
        home: the row of home.
    """

    result: RankingCosts
    wages: FunctionWages
    inputs: CostInputs
    parameters: CostParameters
    terms: EngagementTerms
    price_year: int
    home: int


Material = TiesFromHome | TimeFromHome | ShiftsFromHome | WorkforceToHire | LanguagesInUse | CostsFromHome
