"""From the tables of a pack to the figures that the total-cost model starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from advisor.core.imputation import impute_column
from advisor.costs.contributions import WorkKind
from advisor.costs.functions import FunctionMix
from advisor.costs.inputs import CostInputs, real_growth_pct
from advisor.costs.ranges import FloatArray, Range
from advisor.costs.wages import FunctionWages, WageTable
from advisor.datapack.cost_facts import CostTables
from advisor.places.hubs import HubSet
from advisor.places.languages import LanguageTable
from advisor.places.proximity import distances_from

Peers = Sequence[np.ndarray]

_CONTRIBUTION_SOURCES = ("wb_db_tax",)
_REDUNDANCY_SOURCES = ("wipo_gii_dismissal",)
_DISTANCE_SOURCES = ("geonames",)
_ATTRITION_SOURCES = ("attrition_pages",)
_GROWTH_SOURCES = ("wage_surveys", "wb_wdi")
_BENEFIT_SOURCES = ("employer_load_pages",)
_SEAT_SOURCES = ("office_rents", "wb_gdppc")
_LANGUAGE_SOURCES = ("language_supplements", "boe_2023")

# Seats are priced where the parameter's figures are from; rents in India, Romania and there rise with
# GDP per capita to this power.
SEAT_PRICED_IN = "GBR"
SEAT_ELASTICITY = 0.3

# Pay for work in a language that nobody grows up with there, over pay for the same work in the local one:
# 9 % agreed in Spain, 34 to 61 % found in Tunisia, 68 to 108 % in Poland. Low and high are the ends of the
# three countries, likely the geometric mean of their middles. In between, the better people are at the
# language, the less it is worth.
FOREIGN_LANGUAGE = (1.09, 1.44, 1.88)
# Only contact centres were measured. For other work half of it (on the logarithm) is assumed, for
# software none.
LANGUAGE_SHARE = {
    WorkKind.VOICE: 1.0,
    WorkKind.BACK_OFFICE: 0.5,
    WorkKind.PROFESSIONAL: 0.5,
    WorkKind.SOFTWARE: 0.0,
}


def make_inputs(
    table: WageTable,
    tables: CostTables,
    hubs: HubSet,
    peers: Peers,
    wages: FunctionWages,
    mix: FunctionMix,
    home: str,
    language: Range,
) -> CostInputs:
    """The figures of all locations.

    Args:
        table: wages of all occupations.
        tables: what costs are made of beyond wages.
        hubs: where the locations are.
        peers: levels of peers, for terms of employment that are unknown in a place.
        wages: of the function.
        mix: who does the function.
        home: id of home.
        language: factor for work in the language of the work, see ``language_premium``.
    """
    labour, count = tables.labour, len(table.locations)
    unknown = Range.unknown(count)
    at_home = table.locations.index(home)
    main = hubs.hubs[hubs.hub_index(home)]

    def peered(term: str) -> FloatArray:
        return impute_column(labour.get(term, unknown).likely, peers)[0]

    named = {
        text: tuple(part for part in text.split(";") if part) for text in dict.fromkeys(wages.source_ids)
    }
    wage_sources = tuple(named[text] for text in wages.source_ids)
    shared = {
        "contributions_pct": _CONTRIBUTION_SOURCES,
        "benefits_pct": _BENEFIT_SOURCES,
        "redundancy_weeks": _REDUNDANCY_SOURCES,
        "distance_km": _DISTANCE_SOURCES,
        "attrition_pct": _ATTRITION_SOURCES,
        "real_wage_growth_pct": _GROWTH_SOURCES,
        "seat_level": _SEAT_SOURCES,
        "language_premium": _LANGUAGE_SOURCES,
    }
    return CostInputs(
        location_ids=table.locations,
        base_wage=wages.base_month,
        premium=_one_at(wages.premium, at_home),
        language_premium=_one_at(language, at_home),
        exposed=wages.exposed,
        # Left unknown they would leave the costs of every location unknown as soon as home is such a place.
        contributions_pct=impute_column(wages.contribution_pct, peers)[0],
        months=wages.months,
        benefits_pct=labour.get("benefits_pct", unknown),
        redundancy_weeks=labour.get("redundancy_weeks", unknown).likely,
        distance_km=distances_from(main.lat, main.lon, hubs).nearest_km,
        # The readings of single countries are of contact centres, so they serve voice work only.
        attrition_pct=labour.get("attrition_pct", unknown) if mix.work is WorkKind.VOICE else unknown,
        real_wage_growth_pct=_real_growth(
            labour.get("wage_inflation_pct", unknown), labour.get("consumer_inflation_pct", unknown)
        ),
        minimum_wage=table.minimum_wage,
        seat_level=_seat_level(table.locations, peered("gdp_per_capita_usd")),
        weekly_hours=np.nan_to_num(peered("full_time_hours"), nan=40.0),
        leave_days=np.nan_to_num(peered("annual_leave_days"), nan=0.0),
        source_ids={
            "base_wage": wage_sources,
            "premium": wage_sources,
            **{name: (ids,) * count for name, ids in shared.items()},
        },
    )


def language_premium(languages: LanguageTable, wanted: Mapping[str, float], work: WorkKind) -> Range:
    """What work in a foreign language pays over work in the local one, a factor for each location.

    A language that is official or spoken by most costs nothing extra; one that
    nobody speaks costs all of ``FOREIGN_LANGUAGE``; in between it is in
    proportion to how far the people are from working in it.

    Args:
        languages: how well each language is known where.
        wanted: languages of the work with the weight of each, adding up to 1.
        work: kind of work.
    """
    lacking = np.zeros(len(languages.location_ids))
    for code, weight in wanted.items():
        scores = languages.customer({code: 1.0}) if work is WorkKind.VOICE else languages.working([code])
        facts = [languages.fact(place, code) for place in languages.location_ids]
        official = [fact is not None and fact.official in ("official", "de_facto") for fact in facts]
        lacking += weight * np.where(official, 0.0, 1.0 - np.nan_to_num(scores.value, nan=0.0) / 100.0)
    ends = (np.exp(np.log(end) * lacking * LANGUAGE_SHARE[work]) for end in FOREIGN_LANGUAGE)
    return Range(*ends)


def _one_at(factor: Range, home: int) -> Range:
    """The factor for work done for clients abroad; work at home is not."""
    ends = [end.copy() for end in (factor.low, factor.likely, factor.high)]
    for end in ends:
        end[home] = 1.0
    return Range(*ends)


def _seat_level(locations: Sequence[str], income: FloatArray) -> FloatArray:
    if SEAT_PRICED_IN not in locations:
        return np.ones(len(locations))
    level: FloatArray = (income / income[locations.index(SEAT_PRICED_IN)]) ** SEAT_ELASTICITY
    return np.where(np.isnan(level), 1.0, level)


def _real_growth(nominal: Range, inflation: Range) -> Range:
    """Wage growth above prices where both are known, else unknown."""
    ends = (nominal.low, nominal.likely, nominal.high)
    return Range(*(real_growth_pct(end, inflation.likely) for end in ends))
