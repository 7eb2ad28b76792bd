"""Engagement model as seen from home: onshore, nearshore or offshore.

A location is nearshore if the work can be put in at least one hub whose clock never differs from the home
hub's by more than the allowed hours in the year, and which is near or in the same region. Regions are the
first level of UN M49 (Africa, Americas, Asia, Europe, Oceania). The clock difference is taken round the
dial: 23 h apart across the date line is one hour on the wall, a day off.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import numpy as np
from annotated_types import Interval

from advisor.core.tolerance import at_most
from advisor.places.arrays import frozen_array
from advisor.places.timezones import ClockTable, change_minutes
from advisor.words.formatting import hours_text
from advisor.words.locale import digits
from advisor.words.number_input import given_figure
from advisor.words.translation import t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from advisor.places.hubs import HubSet


class Engagement(StrEnum):
    """The three engagement models, and unknown for a place without hub."""

    ONSHORE = "onshore"
    NEARSHORE = "nearshore"
    OFFSHORE = "offshore"
    UNKNOWN = "unknown"


def engagement_name(model: str) -> str:
    """What an engagement model is called, in lower case; empty for none."""
    names = {
        Engagement.ONSHORE: t("onshore"),
        Engagement.NEARSHORE: t("nearshore"),
        Engagement.OFFSHORE: t("offshore"),
        Engagement.UNKNOWN: t("unknown"),
    }
    return names[Engagement(model)] if model else ""


@dataclass(frozen=True, slots=True)
class EngagementRule:
    """Thresholds of the nearshore model.

    Attributes:
        max_clock_hours: largest clock difference between the hubs at any time of the year, hours.
        max_distance_km: great-circle distance up to which a hub is near, km.
        same_region_is_near: does the same UN M49 region count as near at any distance?
    """

    max_clock_hours: Annotated[float, Interval(ge=0, le=12)] = 3.0
    max_distance_km: Annotated[float, Interval(ge=0, le=25_000)] = 6000.0
    same_region_is_near: bool = True


DEFAULT_RULE = EngagementRule()


def clock_difference_hours(clocks: ClockTable, home_zone: str) -> NDArray[np.float64]:
    """(rows,) Largest clock difference to each row of the table at any time of the year, 0..12 hours."""
    offsets = clocks.offsets_at(change_minutes(clocks))
    apart = np.abs(offsets - offsets[clocks.row_of[home_zone]]) % 1440
    return np.asarray(np.minimum(apart, 1440 - apart).max(axis=1) / 60)


def clock_difference_of_hubs(hubs: HubSet, clocks: ClockTable, home_zone: str) -> NDArray[np.float64]:
    """(m,) Largest clock difference between the home zone and every hub in the year, hours."""
    rows = np.array([clocks.row_of[hub.zone] for hub in hubs.hubs], dtype=np.intp)
    return clock_difference_hours(clocks, home_zone)[rows]


@dataclass(frozen=True, slots=True, eq=False)
class EngagementModels:
    """Engagement model of every location.

    Attributes:
        models: n models.
        deciding_hub: (n,) the hub that the model rests on: among the hubs that make it nearshore, else among
            all, the one with the smallest clock difference, then the nearest; -1 without hub.
    """

    models: tuple[Engagement, ...]
    deciding_hub: NDArray[np.intp]


def engagement_models(
    hubs: HubSet,
    regions: Sequence[str],
    home: str,
    clock_hours: NDArray[np.float64],
    hub_km: NDArray[np.float64],
    *,
    rule: EngagementRule = DEFAULT_RULE,
) -> EngagementModels:
    """Classify every location.

    Args:
        hubs: n locations with m hubs.
        regions: n UN M49 region names; blank is unknown and never counts as the same.
        home: the home location id; of a site its country is onshore.
        clock_hours: (m,) largest clock difference between home and hub in the year.
        hub_km: (m,) distance from home.
        rule: the thresholds.
    """
    ids = hubs.location_ids
    at_home = hubs.countries.get(home, home)
    home_region = regions[ids.index(home)] if home in ids else ""
    same_region = np.array(
        [bool(home_region) and region == home_region for region in regions], dtype=np.bool_
    )
    near = at_most(hub_km, rule.max_distance_km)
    if rule.same_region_is_near:
        near |= same_region[hubs.location_of]
    nearshore = near & at_most(clock_hours, rule.max_clock_hours)
    deciding = np.full(len(ids), -1, dtype=np.intp)
    order = np.lexsort((hub_km, clock_hours, ~nearshore))[::-1]  # the best hub is written last
    deciding[hubs.location_of[order]] = order
    models = tuple(
        _model(hubs.countries.get(location, location) == at_home, hub, nearshore)
        for location, hub in zip(ids, deciding, strict=True)
    )
    return EngagementModels(models, frozen_array(deciding))


def _model(at_home: bool, hub: np.intp, nearshore: NDArray[np.bool_]) -> Engagement:
    if at_home:
        return Engagement.ONSHORE
    if hub < 0:
        return Engagement.UNKNOWN
    return Engagement.NEARSHORE if nearshore[hub] else Engagement.OFFSHORE


def engagement_reason(
    model: Engagement,
    clock_hours: float,
    km: float,
    same_region: bool,
    rule: EngagementRule = DEFAULT_RULE,
    *,
    hub: str = "",
) -> str:
    """One sentence that says why a location has its model.

    Args:
        model: the model.
        clock_hours: by which the clock of the hub that decides differs at most.
        km: how far away that hub is.
        same_region: whether home and location are in one region.
        rule: what counts as near.
        hub: name of the hub that decides, where it is not the one whose figures stand beside the sentence;
            it then brings its own.
    """
    if model is Engagement.ONSHORE:
        return t("Onshore: the home country itself.")
    if model is Engagement.UNKNOWN:
        return t("Unknown: no hub of this location is known.")
    facts = _facts(hub, clock_hours, km, same_region=same_region) if hub else ""
    if model is Engagement.OFFSHORE:
        return _too_far(clock_hours, rule, facts)
    if facts:
        return t("Nearshore: {facts}.", facts=facts)
    hours = given_figure(rule.max_clock_hours)
    if same_region and rule.same_region_is_near:
        return t("Nearshore: in the same region, with clocks no more than {hours} h apart.", hours=hours)
    return t(
        "Nearshore: no more than {km} km away, with clocks no more than {hours} h apart.",
        km=digits(rule.max_distance_km),
        hours=hours,
    )


def _facts(hub: str, clock_hours: float, km: float, *, same_region: bool) -> str:
    """What decides, of a hub that has to be named."""
    told = {"hub": hub, "clock": hours_text(clock_hours), "km": digits(km)}
    if same_region:
        return t("{hub} is {km} km away, in the same region, its clock at most {clock} apart", **told)
    return t("{hub} is {km} km away, in another region, its clock at most {clock} apart", **told)


def _too_far(clock_hours: float, rule: EngagementRule, facts: str) -> str:
    """What of the rule a location does not meet; behind the facts of a hub that has to be named."""
    hours, km = given_figure(rule.max_clock_hours), digits(rule.max_distance_km)
    if not at_most(clock_hours, rule.max_clock_hours):
        if facts:
            return t("Offshore: {facts}; nearshore allows {hours} h.", facts=facts, hours=hours)
        return t("Offshore: nearshore allows clocks {hours} h apart.", hours=hours)
    if not rule.same_region_is_near:
        if facts:
            return t("Offshore: {facts}; nearshore allows {km} km.", facts=facts, km=km)
        return t("Offshore: nearshore allows {km} km.", km=km)
    if facts:
        return t("Offshore: {facts}; nearshore allows {km} km or the same region.", facts=facts, km=km)
    return t("Offshore: in another region; nearshore allows {km} km or the same region.", km=km)
