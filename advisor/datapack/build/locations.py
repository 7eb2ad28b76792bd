"""locations.csv and hubs.csv: which places are ranked, and where in them the work is delivered.

A place is in when at least :data:`MIN_KNOWN` of the criteria that come with
the pack are known for it and at least :data:`MIN_PEOPLE` people live there, or
when it is on the list of countries that people ask for (``asked_for.csv``).
Its main hub, which gives position and time zone, is its most populous hub.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from advisor.datapack.build.sources import Sources

MIN_KNOWN = 9
MIN_PEOPLE = 10_000
# GDP per capita in current US dollars; bands of our own, not the World Bank's classification,
# which goes by gross national income.
INCOME_BANDS: tuple[tuple[str, float], ...] = (
    ("low income", 1_200.0),
    ("lower middle income", 4_500.0),
    ("upper middle income", 14_000.0),
    ("high income", float("inf")),
)


def latest_gdp_per_capita(indicators: pd.DataFrame) -> pd.DataFrame:
    """Newest GDP per capita in USD by location: year, value, source_id (index location_id).

    The World Bank series first; the derived series (GDP over population) where it is newer or alone.
    """
    names = ["gdp_pc_usd_derived", "gdp_per_capita_usd"]
    rows = indicators[indicators["indicator"].isin(names)].copy()
    rows["rank"] = rows["indicator"].map({name: rank for rank, name in enumerate(names)})
    newest = rows.sort_values(["year", "rank"]).groupby("location_id").tail(1).set_index("location_id")
    return newest[["year", "value", "source_id"]]


def income_group(gdp_per_capita: float) -> str:
    """Income band of a GDP per capita in USD; blank where it is unknown."""
    if pd.isna(gdp_per_capita):
        return ""
    return next(name for name, upper in INCOME_BANDS if gdp_per_capita < upper)


def chosen_locations(sources: Sources, values: pd.DataFrame) -> list[str]:
    """Ids of the places that are in the pack, sorted."""
    indicators = sources.table("indicators")
    territories = sources.table("territories")
    people = indicators[indicators["indicator"] == "population_total"].sort_values("year")
    population = people.groupby("location_id")["value"].last()
    known = values.groupby("location_id")["criterion_id"].nunique()
    asked = set(sources.table("asked_for")["location_id"])
    return [
        place
        for place in sorted(territories["id"])
        if place in asked or (known.get(place, 0) >= MIN_KNOWN and population.get(place, 0.0) >= MIN_PEOPLE)
    ]


def hubs(sources: Sources, places: list[str]) -> pd.DataFrame:
    """Rows of hubs.csv for ``places``."""
    table = sources.table("hubs")
    return table[table["location_id"].isin(places)]


def locations(sources: Sources, places: list[str], hub_rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of locations.csv.

    Raises:
        ValueError: a place without any hub.
    """
    territories = sources.table("territories").set_index("id")
    gdp = latest_gdp_per_capita(sources.table("indicators"))["value"]
    ranked = hub_rows.assign(people=pd.to_numeric(hub_rows["population"].replace("", "0")))
    main = ranked.sort_values(["people", "name"], ascending=[False, True]).groupby("location_id").head(1)
    main = main.set_index("location_id")
    missing = [place for place in places if place not in main.index]
    if missing:
        raise ValueError(f"Places without a hub: {', '.join(missing)}")
    rows = []
    for place in places:
        territory, hub = territories.loc[place], main.loc[place]
        income = income_group(float(gdp.get(place, float("nan"))))
        rows.append(
            {
                "id": place,
                "name": territory["name"],
                "iso3": place,
                "lat": hub["lat"],
                "lon": hub["lon"],
                "tz": hub["tz"],
                "region": territory["region"],
                "subregion": territory["subregion"],
                "income_group": income,
                "peer_group": f"{territory['region']} / {income or 'income unknown'}",
                "in_sentence": territory["in_sentence"],
            }
        )
    return pd.DataFrame(rows)
