"""Does a scenario fit a data pack? One clear message where it does not."""

from __future__ import annotations

from difflib import get_close_matches

from advisor.core.criteria import themes_of
from advisor.datapack.schema import DataPack
from advisor.places.cover import ServiceWindow
from advisor.places.industries import INDUSTRIES
from advisor.scenario.study.scenario import FATF_GATES, LARGEST_SPREAD, Scenario


class ScenarioError(ValueError):
    """A scenario that cannot be assessed; the message names the cause and the cure."""


def check_scenario(pack: DataPack, scenario: Scenario) -> None:
    """Check every id and number of a scenario against a pack.

    Raises:
        ScenarioError: naming the first thing that does not fit.
    """
    criteria = [criterion.id for criterion in pack.criteria]
    if pack.places is not None:
        _known("home country", scenario.home, pack.location_ids, "location-advisor locations")
    elif scenario.home:
        raise ScenarioError(f"The data pack {pack.name} knows no places, so it takes no home country.")
    if pack.functions or scenario.function:
        _known("business function", scenario.function, tuple(pack.functions), "location-advisor functions")
    _known("industry", scenario.industry, tuple(INDUSTRIES))
    for theme in scenario.theme_weights:
        _known("theme", theme, themes_of(pack.criteria))
    for criterion in scenario.criterion_weights:
        _known("criterion", criterion, criteria, "location-advisor criteria")
    for bound in scenario.must_haves.bounds:
        _known("criterion", bound.column, criteria, "location-advisor criteria")
    for override in scenario.overrides:
        _known("location", override.location, pack.location_ids, "location-advisor locations")
        _known("criterion", override.criterion, criteria, "location-advisor criteria")
    _check_places(pack, scenario)
    if scenario.headcount < 1:
        raise ScenarioError(f"The head count is {scenario.headcount}: it must be 1 or more.")
    if scenario.must_haves.fatf not in FATF_GATES:
        raise ScenarioError(f"There is no FATF gate '{scenario.must_haves.fatf}': use none, black or grey.")
    if not 0 <= scenario.weight_spread <= LARGEST_SPREAD:
        spread = scenario.weight_spread
        raise ScenarioError(f"The spread of the weights is {spread:g}: use 0 to {LARGEST_SPREAD:g}.")
    if not scenario.must_haves.engagement:
        raise ScenarioError("No engagement model is allowed: allow at least one.")


def _check_places(pack: DataPack, scenario: Scenario) -> None:
    for location, hub in scenario.hubs.items():
        _known("location", location, pack.location_ids, "location-advisor locations")
        hubs = pack.places.hubs if pack.places else ()
        _known("hub", hub, [each.name for each in hubs if each.location_id == location])
    rule = scenario.engagement_rule
    if not (0 <= rule.max_clock_hours <= 12 and 0 <= rule.max_distance_km <= 25_000):
        raise ScenarioError("Nearshore allows a clock difference of 0 to 12 h and 0 to 25,000 km.")
    if scenario.service_window:
        try:
            ServiceWindow.parse(scenario.service_window)
        except ValueError as error:
            raise ScenarioError(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error


def _known(kind: str, name: str, known: tuple[str, ...] | list[str], command: str = "") -> None:
    if name in known:
        return
    if not name:
        message = f"No {kind} is chosen."
    else:
        message = f"There is no {kind} '{name}'."
        folded = {item.casefold(): item for item in known}
        if near := get_close_matches(name.casefold(), folded, n=1):
            message += f" Did you mean '{folded[near[0]]}'?"
    if command:
        message += f" See '{command}'."
    elif len(known) <= 12:
        message += f" Use one of: {', '.join(known)}."
    raise ScenarioError(message)
