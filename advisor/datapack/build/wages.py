"""wages.csv: the base wage of each occupation in each place, observed or estimated, step by step.

Pay of the ISCO-08 groups first: recent ILO figures, weighted by age and quality;
else a recent mean of all employees, or official ICT-sector pay, times a ratio;
else older ILO figures; else a line through GDP per capita. What a country's own
figures say is drawn toward that line by the two variances. Occupations stand to
the clerical group as published tables say, and are pooled with the country's own
official level where there is one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from advisor.costs.wage_estimation import (
    LogFigure,
    LogLine,
    SourceError,
    fit_log_line,
    geometric_mean,
    pooled,
    shrunk,
    source_error,
)
from advisor.datapack.build.developer_pay import (
    Survey,
    SurveyDiscount,
    developer_pay,
    official_ict_pay,
    survey_line,
    survey_pay,
)
from advisor.datapack.build.occupational_pay import (
    CLERKS,
    OCCUPATIONS,
    Level,
    OwnLevel,
    Relativity,
    own_levels,
    published_ratios,
    read_levels,
    relativities,
)
from advisor.datapack.build.pay_observations import GROUPS, Pay, gdp_series, read_pay
from advisor.datapack.build.wage_figures import Wage, from_pay, join
from advisor.datapack.build.wage_filling import (
    DEVELOPERS,
    IMPLAUSIBLE,
    Filler,
    IncomeLine,
    all_employees,
    error_by_group,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.datapack.build.currency import YearlyRates
    from advisor.datapack.build.sources import Sources

RECENT_YEARS = 8
ALL_OCCUPATIONS = (*OCCUPATIONS, DEVELOPERS, *GROUPS)
# From here on the weight of the prediction is worth a note.
NOTED = 0.5

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class WageModel:
    """All wages with what was measured on the way.

    Attributes:
        wages: (location, occupation) to wage.
        lines: group to the line through GDP per capita.
        fitted_on: group to the places that the line was fitted on, with the pay there, in its order.
        ratio_lines: group to the line of its ratio to the mean of all employees.
        relativities: occupation to its pay over the clerical group.
        error: of single published figures.
        discount: of the developer survey.
        gdp: newest GDP per capita in USD by location.
        clerks_alone: location to clerical pay without the country's own official tables.
        developers_alone: location to developer pay without them.
        levels: published pay of occupations.
        own: (location, occupation) to its official level.
        left_out: (location, period) to the reason.
        implausible: (location, group) of observations that were taken for errors.
    """

    wages: Mapping[Key, Wage]
    lines: Mapping[str, IncomeLine]
    fitted_on: Mapping[str, Mapping[str, float]]
    ratio_lines: Mapping[str, LogLine]
    relativities: Mapping[str, Relativity]
    error: SourceError
    discount: SurveyDiscount
    gdp: Mapping[str, float]
    clerks_alone: Mapping[str, Wage]
    developers_alone: Mapping[str, LogFigure]
    levels: tuple[Level, ...]
    own: Mapping[Key, OwnLevel]
    left_out: Mapping[Key, str] = field(default_factory=dict)
    implausible: tuple[Key, ...] = ()

    def occupation(self, place: str, occupation: str, relativity: Relativity, *, own: bool) -> Wage | None:
        """Pay of an occupation from the clerical group, with or without what the country's tables say.

        Args:
            place: id of the place.
            occupation: one of ``OCCUPATIONS``.
            relativity: the occupation's pay over the clerical group.
            own: whether the country's own official levels count.
        """
        base = self.wages.get((place, CLERKS)) if own else self.clerks_alone.get(place)
        if base is None:
            return None
        ratio = relativity.of(place)
        known = place in relativity.own
        whose = "own table, pooled with other countries" if known else "mean of the tables of other countries"
        steps = [f"clerical group USD {base.usd:.0f} ({base.steps}), x {ratio.value:.2f} ({whose})"]
        figure = base.figure.times(ratio)
        method, year, ids = base.method, base.data_year, base.source_ids
        ids = join(ids, relativity.source_ids.get(place, ("pay_relativities",)))
        level = self.own.get((place, occupation)) if own else None
        if level is not None:
            figure = pooled([figure, level.figure])
            steps.append(f"pooled by variance with {level.step}")
            method, ids, year = "observed", join(level.source_ids, ids), level.year
        elif method == "observed":
            method = "ratio"
        return Wage(place, occupation, figure, method, year, ids, "; ".join(steps), base.note)


def estimate_wages(
    sources: Sources, rates: YearlyRates, places: list[str], price_year: int, full: Sources | None = None
) -> WageModel:
    """Wages of every occupation in every place where anything is known.

    Args:
        sources: the source tables.
        rates: exchange rates.
        places: ids of the locations.
        price_year: year whose dollars the wages are in.
        full: the same with quoted figures, which tell how far the developer survey is off; without them
            that is an assumption.
    """
    series = gdp_series(sources)
    gdp_years = {place: max(years) for place, years in series.items()}
    gdp = {place: series[place][year] for place, year in gdp_years.items()}
    read, left_out = read_pay(sources, rates, series, price_year)
    pays = {(pay.location, pay.occupation, pay.period): pay for pay in read if pay.location in set(places)}
    oldest = price_year - RECENT_YEARS
    error = _source_error(pays, oldest)
    levels = [level for level in read_levels(sources, rates, series, price_year) if level.place in gdp]
    own = own_levels(levels, price_year, error.per_year)
    found = _observed(pays, places, error, oldest, price_year)
    dropped = _drop_implausible(found, gdp)
    ict = official_ict_pay(sources, rates, series, price_year)
    ratio_lines = _ratio_lines(pays, found, gdp, oldest)
    ict_ratios = _ict_ratios(found, ict)
    survey = survey_pay(sources)
    official = _of_developers(own)
    judges = _of_developers(
        own_levels(read_levels(full or sources, rates, series, price_year), price_year, error.per_year)
    )
    developers, discount = developer_pay(ict, survey, official, gdp, survey_line(survey, judges, gdp))
    for place, pay in developers.items():
        if place in places:
            found[place, DEVELOPERS] = Wage(
                place, DEVELOPERS, pay.figure, "observed", pay.year, pay.source_ids, pay.step
            )
    alone = dict(found)
    _add_official_groups(found, own, places)
    lines, fitted = _fit_lines(found, gdp)
    filler = Filler(pays, gdp, gdp_years, ict, lines, ratio_lines, ict_ratios, error, oldest, price_year)
    wages: dict[Key, Wage] = {}
    for place in places:
        for group in (*GROUPS, DEVELOPERS):
            wage = found.get((place, group)) or filler.fill(place, group)
            if wage is not None and (place, group) not in own:
                draw = _weighed_with_income if group == DEVELOPERS else _drawn_to_income
                wage = draw(wage, lines[group], gdp.get(place))
            if wage is not None:
                wages[place, group] = wage
    clerks_alone = {}
    for place in {level.place for level in levels} & set(places):
        wage = alone.get((place, CLERKS)) or filler.fill(place, CLERKS)
        if wage is not None:
            clerks_alone[place] = _drawn_to_income(wage, lines[CLERKS], gdp.get(place))
    developers_alone = _developers_unseen(ict, survey, official, judges, gdp, lines[DEVELOPERS])
    model = WageModel(
        wages,
        lines,
        fitted,
        ratio_lines,
        relativities(published_ratios(sources)),
        error,
        discount,
        gdp,
        clerks_alone,
        developers_alone,
        tuple(levels),
        own,
        left_out,
        tuple(dropped),
    )
    for place in places:
        for occupation in OCCUPATIONS:
            estimate = model.occupation(place, occupation, model.relativities[occupation], own=True)
            if estimate is not None:
                wages[place, occupation] = estimate
    return model


def _developers_unseen(
    ict: Mapping[str, tuple[float, str]],
    survey: Mapping[str, Survey],
    official: Mapping[str, OwnLevel],
    judges: Mapping[str, OwnLevel],
    gdp: Mapping[str, float],
    line: IncomeLine,
) -> dict[str, LogFigure]:
    """Pay of developers where an official level is known, each estimated without that level."""
    found = {}
    for place in sorted(official):
        others, their_judges = (
            {where: level for where, level in each.items() if where != place} for each in (official, judges)
        )
        unseen = survey_line(survey, their_judges, gdp)
        known = developer_pay(ict, survey, others, gdp, unseen)[0].get(place)
        expected = line.ordinary(gdp[place])
        found[place] = pooled([known.figure, expected]) if known is not None else expected
    return found


def _of_developers(own: Mapping[Key, OwnLevel]) -> dict[str, OwnLevel]:
    return {place: level for (place, occupation), level in own.items() if occupation == DEVELOPERS}


def _source_error(pays: Mapping[tuple[str, str, str], Pay], oldest: int) -> SourceError:
    pairs = [
        (pay.usd, other.usd, abs(pay.year - other.year))
        for (place, occupation, period), pay in sorted(pays.items())
        if period == "month"
        and (other := pays.get((place, occupation, "hour"))) is not None
        and min(pay.year, other.year) >= oldest
    ]
    figures = np.array(pairs, dtype=np.float64)
    return source_error(figures[:, 0], figures[:, 1], figures[:, 2])


def _observed(
    pays: Mapping[tuple[str, str, str], Pay],
    places: list[str],
    error: SourceError,
    oldest: int,
    price_year: int,
) -> dict[Key, Wage]:
    found: dict[Key, Wage] = {}
    for place in places:
        for group in GROUPS:
            usable = [
                pays[key] for period in ("month", "week", "hour") if (key := (place, group, period)) in pays
            ]
            recent = [pay for pay in usable if pay.year >= oldest]
            if recent:
                found[place, group] = from_pay(recent, error, price_year, "observed")
    return found


def _add_official_groups(found: dict[Key, Wage], own: Mapping[Key, OwnLevel], places: list[str]) -> None:
    """Pool the groups' official levels (full-time, gross) with what the ILO has of the same country."""
    for (place, group), level in own.items():
        if place not in places or group not in GROUPS:
            continue
        known = found.get((place, group))
        figures = [level.figure] if known is None else [level.figure, known.figure]
        steps = level.step if known is None else f"{level.step}; pooled by variance with {known.steps}"
        ids = level.source_ids if known is None else join(level.source_ids, known.source_ids)
        found[place, group] = Wage(place, group, pooled(figures), "observed", level.year, ids, steps)


def _drawn_to_income(wage: Wage, line: IncomeLine, income: float | None) -> Wage:
    if wage.method == "regression" or income is None:
        return wage
    predicted = line.ordinary(income)
    figure, weight = shrunk(wage.figure, predicted)
    if weight == 0.0:
        return wage
    steps = f"{wage.steps}; drawn {100 * weight:.0f} % of the way to USD {predicted.value:.0f} (income)"
    note = wage.note
    if weight >= NOTED:
        far = math.exp(abs(wage.figure.log - predicted.log))
        note = "; ".join(
            filter(None, [note, f"the national figure is {far:.1f} times off what income predicts"])
        )
    ids = join(wage.source_ids, ("wb_gdppc",))
    return Wage(wage.location, wage.occupation, figure, wage.method, wage.data_year, ids, steps, note)


def _weighed_with_income(wage: Wage, line: IncomeLine, income: float | None) -> Wage:
    """A figure of a survey, weighed against what income predicts, however near the two are."""
    if wage.method == "regression" or income is None:
        return wage
    predicted = line.ordinary(income)
    weight = wage.figure.variance / (wage.figure.variance + predicted.variance)
    steps = f"{wage.steps}; drawn {100 * weight:.0f} % of the way to USD {predicted.value:.0f} (income)"
    ids = join(wage.source_ids, ("wb_gdppc",))
    figure = pooled([wage.figure, predicted])
    return Wage(wage.location, wage.occupation, figure, wage.method, wage.data_year, ids, steps, wage.note)


def _drop_implausible(found: dict[Key, Wage], gdp: Mapping[str, float]) -> list[Key]:
    dropped = []
    for group in GROUPS:
        keys = [key for key in sorted(found) if key[1] == group and key[0] in gdp]
        wages = np.array([found[key].usd for key in keys])
        incomes = np.array([gdp[key[0]] for key in keys])
        errors = fit_log_line(incomes, wages).loo_errors
        dropped += [key for key, error in zip(keys, errors, strict=True) if abs(error) > IMPLAUSIBLE]
    for key in dropped:
        del found[key]
    return dropped


def _ratio_lines(
    pays: Mapping[tuple[str, str, str], Pay], found: Mapping[Key, Wage], gdp: Mapping[str, float], oldest: int
) -> dict[str, LogLine]:
    lines = {}
    for group in GROUPS:
        incomes, ratios = [], []
        for place, which in sorted(found):
            everyone = all_employees(pays, place, oldest)
            if which == group and everyone and place in gdp:
                incomes.append(gdp[place])
                ratios.append(
                    found[place, group].usd / geometric_mean(np.array([pay.usd for pay in everyone]))
                )
        lines[group] = fit_log_line(np.array(incomes), np.array(ratios))
    return lines


def _fit_lines(
    found: Mapping[Key, Wage], gdp: Mapping[str, float]
) -> tuple[dict[str, IncomeLine], dict[str, dict[str, float]]]:
    lines, fitted = {}, {}
    for group in (*GROUPS, DEVELOPERS):
        pay = {
            place: found[place, which].usd
            for place, which in sorted(found)
            if which == group and place in gdp
        }
        incomes = [gdp[place] for place in pay]
        line = fit_log_line(np.array(incomes), np.array(list(pay.values())))
        lines[group] = IncomeLine(line, error_by_group(line, incomes), max(incomes))
        fitted[group] = pay
    return lines, fitted


def _ict_ratios(
    found: Mapping[Key, Wage], ict: Mapping[str, tuple[float, str]]
) -> dict[str, tuple[float, float]]:
    """Median ratio of a group's wage to ICT-sector pay, and the log sd, over places with both."""
    ratios = {}
    for group in GROUPS:
        logs = [
            math.log(wage.usd / ict[place][0])
            for (place, which), wage in sorted(found.items())
            if which == group and place in ict
        ]
        ratios[group] = float(np.exp(np.median(logs))), float(np.std(logs, ddof=1))
    return ratios
