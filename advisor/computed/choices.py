"""What users decide, cut into what each computation depends on.

Each kind is a frozen value: equal choices give equal figures, so they are the
keys under which figures are remembered. A computation is handed nothing of the
scenario but its own kind, and therefore cannot read what its key lacks.
"""

from __future__ import annotations

from dataclasses import dataclass

from advisor.costs.own_costs import NO_OWN_COSTS, OwnCosts
from advisor.costs.terms import EngagementTerms
from advisor.places.from_home import TimeSettings


@dataclass(frozen=True, slots=True)
class HomeChoices:
    """Where home is.

    Attributes:
        home: location id.
    """

    home: str


@dataclass(frozen=True, slots=True)
class TimeChoices:
    """Hours, year, thresholds and hubs.

    Attributes:
        home: location id.
        settings: hours, year and thresholds.
        hubs: location id and name of the one hub that counts there, by id.
    """

    home: str
    settings: TimeSettings
    hubs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ShiftChoices:
    """Whose hours the site works.

    Attributes:
        times: hours, year, thresholds and hubs.
        for_customers: work that follows the customers, who keep the hours at home.
    """

    times: TimeChoices
    for_customers: bool = False


@dataclass(frozen=True, slots=True)
class WorkforceChoices:
    """Who is hired, and how many.

    Attributes:
        home: location id.
        kind: kind of workforce that the function draws on.
        head_count: people asked for.
    """

    home: str
    kind: str
    head_count: int


@dataclass(frozen=True, slots=True)
class LanguageChoices:
    """Languages of the work and of the customers.

    Attributes:
        home: location id.
        working: ISO 639 codes.
        customers: ISO 639 codes; none means those of home.
    """

    home: str
    working: tuple[str, ...]
    customers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CostChoices:
    """What the total cost depends on.

    Attributes:
        home: location id.
        function: business function id.
        terms: head count, horizon, delivery model and prices.
        changes: the user's own parameters: id, low, likely, high.
        working, customers: ISO 639 codes; no customers means those of home.
        own: pay and rates of single locations that the user knows.
    """

    home: str
    function: str
    terms: EngagementTerms
    changes: tuple[tuple[str, float, float, float], ...] = ()
    working: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    own: OwnCosts = NO_OWN_COSTS


@dataclass(frozen=True, slots=True)
class ComputedChoices:
    """Everything that some computed column depends on.

    Attributes:
        home, times, shifts, languages: None for a pack that knows no places.
        workforce: None for a pack without workforces.
        costs: None for a pack without costs.
    """

    home: HomeChoices | None = None
    times: TimeChoices | None = None
    shifts: ShiftChoices | None = None
    workforce: WorkforceChoices | None = None
    languages: LanguageChoices | None = None
    costs: CostChoices | None = None
