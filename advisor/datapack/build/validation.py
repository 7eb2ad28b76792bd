"""validation.csv and VALIDATION.md: the wages against published figures that they did not use.

A country's own occupational tables enter its wages, so the comparison leaves
them out: each country is estimated from its ILO figures (or income), and from
the ratios of all other countries.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from advisor.costs.contributions import export_premium
from advisor.datapack.build.locations import INCOME_BANDS, income_group
from advisor.datapack.build.markdown import Table, prose, table
from advisor.datapack.build.occupational_pay import (
    CLERKS,
    OCCUPATIONS,
    Level,
    mean_over_median,
    published_ratios,
    relativities,
)
from advisor.datapack.build.wage_filling import DEVELOPERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from advisor.datapack.build.provider_pay import ExportPay
    from advisor.datapack.build.sources import Sources
    from advisor.datapack.build.wages import WageModel

COLUMNS = (
    "location_id",
    "occupation",
    "income_group",
    "year",
    "quality",
    "comparable",
    "published_usd_month",
    "model_usd_month",
    "ratio",
    "compared_with",
    "source_id",
    "title",
)
OLDEST = 2018
AIM_TYPICAL, AIM_GROUP = 1.25, 1.2
WORST = 10
# Kinds of figure that are no pay of ordinary employees: floors, net pay, part-time means.
FLOORS = ("starting", "collectively", "minimum", "usual minimum")
NET = ("net",)
PART_TIME = ("mean, all employees",)
WITHOUT_BONUS = ("scheduled",)
HOUSEHOLDS = "counts the self-employed"
HIGH_INCOME = INCOME_BANDS[-1][0]
# What the aim is about; the others stand beside them.
AGENTS_AND_CLERKS = ("AGENT", "KEYBOARD", CLERKS)


@dataclass(frozen=True, slots=True)
class Check:
    """One published figure beside what the model says without the country's own tables.

    Attributes:
        level: what was published; ranges are their geometric middle.
        published: USD a month, brought from median to mean.
        model: USD a month.
        group: income group of the country.
        why_not: why the two do not compare, empty where they do.
        exported: whether the model's figure is what a provider pays for clients abroad.
    """

    level: Level
    published: float
    model: float
    group: str
    why_not: str
    exported: bool

    @property
    def error(self) -> float:
        """Log of model over published."""
        return math.log(self.model / self.published)


def checks(model: WageModel, export: ExportPay, sources: Sources) -> list[Check]:
    """Every published figure that has an estimate, comparable or not."""
    ratio = mean_over_median(list(model.levels))
    ratios = published_ratios(sources)
    without: dict[str, Any] = {}
    found = []
    for level in _with_ranges_joined(model.levels):
        place, occupation = level.place, level.occupation
        if occupation in OCCUPATIONS:
            if place not in without:
                without[place] = relativities(ratios, place)
            wage = model.occupation(place, occupation, without[place][occupation], own=False)
            estimate = None if wage is None else wage.usd
        elif occupation == CLERKS:
            wage = model.clerks_alone.get(place)
            estimate = None if wage is None else wage.usd
        elif occupation == DEVELOPERS:
            alone = model.developers_alone.get(place)
            wage = model.wages.get((place, DEVELOPERS))
            estimate = alone.value if alone else None if wage is None else wage.usd
        else:
            continue
        if estimate is None:
            continue
        published = level.usd * (ratio if level.statistic.startswith("median") else 1.0)
        group = income_group(model.gdp[place])
        # Press and surveys of contact centres in poorer countries speak of work for clients abroad.
        exported = level.quality == "C" and occupation == "AGENT" and group != HIGH_INCOME
        if exported:
            premium = float(export_premium(model.gdp[place], export.buyer_income, export.slope))
            estimate *= math.exp(premium) * export.typical_provider_pay
        found.append(Check(level, published, estimate, group, _why_not(level), exported))
    return found


def _with_ranges_joined(levels: Iterable[Level]) -> list[Level]:
    """The levels, with the two ends of a range made one figure in their geometric middle."""
    single: list[Level] = []
    ends: dict[tuple[str, str, int, str], list[Level]] = {}
    for level in levels:
        if "low" in level.statistic or "high" in level.statistic:
            key = (level.place, level.occupation, level.year, level.title)
            ends.setdefault(key, []).append(level)
        else:
            single.append(level)
    joined = []
    for pair in ends.values():
        if len(pair) == 2:
            first, second = pair
            statistic = "starting pay" if "starting" in first.statistic else "middle of a range"
            usd = math.sqrt(first.usd * second.usd)
            joined.append(
                Level(
                    first.place,
                    first.occupation,
                    first.year,
                    usd,
                    first.quality,
                    first.use,
                    statistic,
                    first.title,
                    first.source_id,
                    first.step,
                )
            )
    return single + joined


def _why_not(level: Level) -> str:
    if level.year < OLDEST:
        return f"older than {OLDEST}"
    if level.everybody:
        return HOUSEHOLDS
    kinds = (
        (FLOORS, "a floor, not pay"),
        (NET, "net of taxes"),
        (PART_TIME, "with part-timers"),
        (WITHOUT_BONUS, "without overtime and bonus"),
    )
    for words, reason in kinds:
        if any(word in level.statistic for word in words):
            return reason
    return ""


def validation_rows(found: Sequence[Check]) -> list[dict[str, object]]:
    """Rows of validation.csv."""
    return [
        {
            "location_id": each.level.place,
            "occupation": each.level.occupation,
            "income_group": each.group,
            "year": each.level.year,
            "quality": each.level.quality,
            "comparable": each.why_not or "yes",
            "published_usd_month": round(each.published, 1),
            "model_usd_month": round(each.model, 1),
            "ratio": round(each.model / each.published, 3),
            "compared_with": "pay at a provider for clients abroad" if each.exported else "national wage",
            "source_id": each.level.source_id,
            "title": f"{each.level.title} ({each.level.statistic})",
        }
        for each in found
    ]


@dataclass(frozen=True, slots=True)
class Place:
    """All comparable figures of one occupation in one country: the mean log error."""

    place: str
    occupation: str
    group: str
    error: float
    figures: int


def by_place(found: Sequence[Check], *, households: bool = False) -> list[Place]:
    """One entry a country and occupation, so that countries with many tables do not outweigh others.

    Args:
        found: the checks.
        households: whether surveys of households, which count the self-employed, are in.
    """
    grouped: dict[tuple[str, str], list[Check]] = {}
    for each in found:
        if not each.why_not or (households and each.why_not == HOUSEHOLDS):
            grouped.setdefault((each.level.place, each.level.occupation), []).append(each)
    return [
        Place(place, occupation, each[0].group, float(np.mean([one.error for one in each])), len(each))
        for (place, occupation), each in sorted(grouped.items())
    ]


def typical_error(places: Sequence[Place]) -> float:
    """Median error as a factor, 1 or more."""
    return math.exp(float(np.median([abs(each.error) for each in places])))


def bias(places: Sequence[Place]) -> float:
    """Median of model over published."""
    return math.exp(float(np.median([each.error for each in places])))


def _summary(label: str, places: Sequence[Place]) -> list[str]:
    if not places:
        return [label, "0", "no figures", "no figures"]
    return [label, str(len(places)), f"{typical_error(places):.2f}", f"{bias(places):.2f}"]


HEAD = ["", "Countries", "Typical error x/÷", "Model over published"]


def validation_report(found: Sequence[Check]) -> str:
    """VALIDATION.md: error and bias by occupation, income group and country, and the worst named."""
    places = by_place(found)
    agents = [each for each in places if each.occupation in AGENTS_AND_CLERKS]
    others = [each for each in places if each.occupation not in AGENTS_AND_CLERKS]
    names = (*OCCUPATIONS, DEVELOPERS, CLERKS)
    left_out = sum(1 for each in found if each.why_not)
    reached = "reached" if typical_error(agents) <= AIM_TYPICAL else "missed"
    head = f"""
        {len(found)} published figures of pay stand beside what the model says of the same occupation and
        country without that country's own occupational tables: from the ILO's clerical pay (or income, where
        the ILO has none) and the ratios of all other countries; developers from the survey, the ICT sector
        and income alone. {left_out} of them do not compare (older than {OLDEST}, net, floors, without bonus,
        with part-timers or the self-employed) and count in no summary. Several figures of one country and
        occupation are one entry. The income line itself is not fitted anew for each country: a single one of
        about 135 hardly moves it.

        - Aim for agents and clerks: median error x/÷ {AIM_TYPICAL}. Found: x/÷ {typical_error(agents):.2f}
        over {len(agents)} entries, {reached}.
        - Aim: no income group off by more than x/÷ {AIM_GROUP}: {_within(agents)}.
        - What this is not: the figures are mostly of rich countries. Of poorer ones there are few, of quality
        C, and ranges; there the error is a hint and no measurement. Developers of poorer countries are the
        worst case: what single surveys print of them lies far below what the model says.
        """
    rows = [_summary(name, [each for each in places if each.occupation == name]) for name in names]
    lines = [
        "# Validation",
        "",
        *prose(head),
        "## By occupation",
        "",
        *table((HEAD, rows)),
        "",
        "## By income group, agents and clerks",
        "",
        *table((HEAD, _by_group(agents))),
        "",
        "## By income group, all other occupations",
        "",
        *table((HEAD, _by_group(others))),
        "",
        *_household_surveys(found),
        f"## The worst {WORST} of agents and clerks",
        "",
        *table(_worst(found, agents)),
        "",
        f"## The worst {WORST} of all other occupations",
        "",
        *table(_worst(found, others)),
        "",
        "## By country: model over published (number of figures)",
        "",
        *table((["Id", *names], _by_country(places, names))),
        "",
    ]
    return "\n".join(lines)


def _group_names() -> list[str]:
    return [name for name, _ in INCOME_BANDS]


def _by_group(places: Sequence[Place]) -> list[list[str]]:
    return [_summary(name, [each for each in places if each.group == name]) for name in _group_names()]


def _within(places: Sequence[Place]) -> str:
    """Whether the aim for income groups is reached, or which group misses it."""
    grouped = {name: [each for each in places if each.group == name] for name in _group_names()}
    told = {name: each for name, each in grouped.items() if each}
    off = [name for name, each in told.items() if not 1 / AIM_GROUP <= bias(each) <= AIM_GROUP]
    return f"missed by {', '.join(off)}" if off else "reached"


def _household_surveys(found: Sequence[Check]) -> list[str]:
    asked = [each for each in found if each.why_not == HOUSEHOLDS]
    with_them = [each for each in by_place(found, households=True) if each.occupation in AGENTS_AND_CLERKS]
    why = f"""
        The labour-force surveys of India (PLFS) and Brazil (PNAD) ask households, not employers. They
        count the self-employed and informal workers together with employees, and India's answers are
        medians that heap at round sums, so they do not say what an employer pays and count in no
        summary. Left out they flatter the model where figures are scarcest, so here they stand, and
        with them the aims would read: agents and clerks x/÷ {typical_error(with_them):.2f} over
        {len(with_them)} entries; income groups {_within(with_them)}.
        """
    rows = [
        [each.level.place, each.level.occupation, f"{math.exp(each.error):.2f}", each.level.title]
        for each in sorted(asked, key=lambda each: (each.level.place, each.level.occupation))
    ]
    head = ["Id", "Occupation", "Model over published", "Published"]
    return [
        "## Surveys of households",
        "",
        *prose(why),
        *table((head, rows)),
        "",
        *table((HEAD, _by_group(with_them))),
        "",
    ]


def _by_country(places: Sequence[Place], names: Sequence[str]) -> list[list[str]]:
    known = {(each.place, each.occupation): each for each in places}
    rows = []
    for place in sorted({each.place for each in places}):
        cells = [known.get((place, name)) for name in names]
        rows.append([place, *(f"{math.exp(c.error):.2f} ({c.figures})" if c else "" for c in cells)])
    return rows


def _worst(found: Sequence[Check], places: Sequence[Place]) -> Table:
    rows = [
        [each.place, each.occupation, f"{math.exp(each.error):.2f}", each.group, _titles(found, each)]
        for each in sorted(places, key=lambda each: -abs(each.error))[:WORST]
    ]
    return ["Id", "Occupation", "Model over published", "Income group", "Published"], rows


def _titles(found: Sequence[Check], place: Place) -> str:
    titles = [
        f"{each.level.title}, {each.level.year}"
        for each in found
        if (each.level.place, each.level.occupation) == (place.place, place.occupation) and not each.why_not
    ]
    return "; ".join(dict.fromkeys(titles))
