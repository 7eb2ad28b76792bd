"""Pay of single occupations: published levels, and how they stand to the clerical group of the same table."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from advisor.costs.wage_estimation import (
    FULL_TIME_HOURS,
    LogFigure,
    pooled,
    to_month,
    uprating_factor,
)
from advisor.datapack.build.currency import amount_text, per
from advisor.datapack.build.pay_observations import weekly_hours
from advisor.datapack.build.tables import records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.datapack.build.currency import YearlyRates
    from advisor.datapack.build.sources import Sources

CLERKS = "ISCO4"
OCCUPATIONS = ("AGENT", "KEYBOARD", "BOOKKEEPER", "IT_SUPPORT")
# One ratio of one table: sampling, and classes that do not match word for word. An assumption; the
# 21 countries' ratios of agents differ by twice as much.
RATIO_ERROR = 0.08
OTHERS_CURRENCY = {"AUD": "AUS"}
EVERYBODY = ("any status", "all employed")
LEVEL_ERROR = {"A": 0.08, "B": 0.12, "C": 0.3}


@dataclass(frozen=True, slots=True)
class Relativity:
    """An occupation's pay over that of the clerical group.

    Attributes:
        typical: over all countries; its variance is that of a country without figures of its own.
        between: standard deviation between countries (log), without the error of single ratios.
        own: of countries with figures of their own, drawn toward the typical by the two variances.
        raw: of countries with figures of their own, as published (geometric mean of their rows).
        source_ids: of countries with figures of their own.
    """

    typical: LogFigure
    between: float
    own: Mapping[str, LogFigure]
    raw: Mapping[str, float]
    source_ids: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, place: str) -> LogFigure:
        """The ratio in a country."""
        return self.own.get(place, self.typical)


@dataclass(frozen=True, slots=True)
class Ratios:
    """What is published of an occupation's pay over that of the clerical group.

    Attributes:
        raw: country to the geometric mean of its newest rows.
        source_ids: country to their sources.
    """

    raw: Mapping[str, float]
    source_ids: Mapping[str, tuple[str, ...]]


def published_ratios(sources: Sources) -> dict[str, Ratios]:
    """Occupation to what is published."""
    table = sources.table("pay_relativities")
    found = {}
    for occupation in OCCUPATIONS:
        rows = table[table["occupation"] == occupation]
        newest = {
            str(place): mine[mine["year"] == mine["year"].max()]
            for place, mine in rows.groupby("location_id")
        }
        raw = {place: math.exp(np.log(mine["value"]).mean()) for place, mine in newest.items()}
        ids = {place: tuple(sorted(set(mine["source_id"].astype(str)))) for place, mine in newest.items()}
        found[occupation] = Ratios(raw, ids)
    return found


def relativities(published: Mapping[str, Ratios], without: str = "") -> dict[str, Relativity]:
    """Occupation to its pay over the clerical group; ``without`` leaves one country out."""
    found = {}
    for occupation, ratios in published.items():
        raw = {place: ratio for place, ratio in ratios.raw.items() if place != without}
        ids = {place: each for place, each in ratios.source_ids.items() if place != without}
        logs = np.log(np.array(list(raw.values())))
        mean = float(logs.mean())
        between = math.sqrt(max(float(logs.var(ddof=1)) - RATIO_ERROR**2, 0.02**2))
        typical = LogFigure(mean, between**2 * (1.0 + 1.0 / logs.size))
        own = {
            place: pooled([LogFigure(math.log(ratio), RATIO_ERROR**2), typical])
            for place, ratio in raw.items()
        }
        found[occupation] = Relativity(typical, between, own, raw, ids)
    return found


@dataclass(frozen=True, slots=True)
class Level:
    """One published figure of an occupation's pay, USD a month of the price year.

    Attributes:
        place, occupation, year: whose and of when.
        usd: gross a full-time month.
        quality: A read at the publisher, B through another page, C survey or press.
        use: ``level`` (official, full-time, gross: enters the estimate), ``check`` or ``provider``.
        statistic: what kind of figure.
        title: the occupation as published.
        source_id: the source, ``step`` what was done with the figure.
        everybody: whether the self-employed are counted.
    """

    place: str
    occupation: str
    year: int
    usd: float
    quality: str
    use: str
    statistic: str
    title: str
    source_id: str
    step: str
    everybody: bool = False


def read_levels(
    sources: Sources, rates: YearlyRates, gdp: Mapping[str, dict[int, float]], price_year: int
) -> list[Level]:
    """Every figure of ``occupational_pay.csv`` that can be brought to dollars of the price year."""
    hours = weekly_hours(sources)
    found = []
    for row in records(sources.table("occupational_pay")):
        place, year, period = row["location_id"], int(row["year"]), row["period"]
        # A few figures are in the currency of whoever asked.
        whose = OTHERS_CURRENCY.get(row["currency"], place)
        converted = rates.to_usd(float(row["value"]), whose, year, row["currency"])
        if converted is None or period == "day":
            continue
        # Hourly figures of the United States stand for 2,080 hours a year, as its own tables count.
        week = FULL_TIME_HOURS if place == "USA" else hours.get(place, FULL_TIME_HOURS)
        month = to_month(converted[0], period, week)
        factor = uprating_factor(gdp.get(place, {}), year, price_year)
        step = (
            f"{row['title']}: {amount_text(row['value'])} {row['currency']} {per(period)} in {year} "
            f"({row['statistic']}) = USD {month:.0f} a month, x {factor:.3f} to {price_year}"
        )
        found.append(
            Level(
                place,
                row["occupation"],
                year,
                month * factor,
                row["quality"],
                row["use"],
                row["statistic"],
                row["title"],
                row["source_id"],
                step,
                any(words in f"{row['statistic']} {row['note']}" for words in EVERYBODY),
            )
        )
    return found


def mean_over_median(levels: list[Level]) -> float:
    """Median ratio of mean to median pay over the occupations whose table gives both."""
    tables: dict[tuple[str, str, int, str], dict[str, float]] = {}
    for level in levels:
        for kind in ("mean", "median"):
            if level.statistic.startswith(kind):
                rest = level.statistic.removeprefix(kind)
                tables.setdefault((level.place, level.title, level.year, rest), {})[kind] = level.usd
    ratios = [table["mean"] / table["median"] for table in tables.values() if len(table) == 2]
    return float(np.median(ratios))


@dataclass(frozen=True, slots=True)
class OwnLevel:
    """What official tables of a country say about an occupation's pay."""

    figure: LogFigure
    year: int
    source_ids: tuple[str, ...]
    step: str


def own_levels(levels: list[Level], price_year: int, per_year: float) -> dict[tuple[str, str], OwnLevel]:
    """(place, occupation) to its newest official level; means before medians, full-time before all.

    Args:
        levels: published figures.
        price_year: the year of the dollars.
        per_year: standard deviation that a year of age adds (log), as a square root.
    """
    ratio = mean_over_median(levels)
    best: dict[tuple[str, str], tuple[tuple[bool, bool, bool, int], Level]] = {}
    for level in levels:
        if level.use != "level":
            continue
        newest = max(
            other.year
            for other in levels
            if (other.place, other.occupation, other.use) == (level.place, level.occupation, "level")
        )
        order = (
            level.year == newest,
            level.statistic.startswith("mean"),
            "hourly" not in level.statistic,
            level.year,
        )
        key = (level.place, level.occupation)
        if key not in best or order > best[key][0]:
            best[key] = (order, level)
    found = {}
    for key, (_, level) in sorted(best.items()):
        mean = level.statistic.startswith("mean")
        usd = level.usd if mean else level.usd * ratio
        step = level.step if mean else f"{level.step}, x {ratio:.2f} from median to mean"
        age = max(0, price_year - level.year)
        variance = LEVEL_ERROR[level.quality] ** 2 + per_year**2 * age
        found[key] = OwnLevel(LogFigure(math.log(usd), variance), level.year, (level.source_id,), step)
    return found
