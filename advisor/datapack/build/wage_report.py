"""The wage part of the build report: how each figure came about, and how far estimates are off."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from advisor.costs.functions import OCCUPATIONS
from advisor.datapack.build.labour import REFORMED
from advisor.datapack.build.locations import INCOME_BANDS, income_group
from advisor.datapack.build.markdown import Table, prose, table

if TYPE_CHECKING:
    import pandas as pd

    from advisor.datapack.build.provider_pay import ExportPay
    from advisor.datapack.build.wages import WageModel


def leave_one_out(model: WageModel) -> Table:
    """Typical leave-one-out error of the line through GDP per capita, as a factor, by income group."""
    groups = [name for name, _ in INCOME_BANDS]
    rows = []
    for occupation, fitted in model.lines.items():
        line, places = fitted.line, model.fitted_on[occupation]
        labels = np.array([income_group(model.gdp[place]) for place in places])
        cells = [occupation, str(line.n), f"{line.slope:.2f}", f"{math.exp(line.loo_rmse):.2f}"]
        for group in groups:
            errors = line.loo_errors[labels == group]
            if errors.size == 0:
                cells.append("no places")
                continue
            factor = math.exp(float(np.sqrt(np.mean(errors**2))))
            cells.append(f"{factor:.2f}, {float(np.mean(errors)):+.2f} (n {errors.size})")
        rows.append(cells)
    return ["Occupation", "Places", "Slope", "All", *groups], rows


def _ratio_table(model: WageModel) -> Table:
    rows = [
        [occupation, str(line.n), f"{line.slope:+.3f}", f"{math.exp(line.loo_rmse):.2f}"]
        for occupation, line in model.ratio_lines.items()
    ]
    return ["Occupation", "Places", "Slope on GDP per capita", "Leave-one-out error x/÷"], rows


def _place_table(model: WageModel, locations: pd.DataFrame) -> Table:
    rows = []
    for place in locations["id"]:
        cells = [place]
        for occupation in OCCUPATIONS:
            wage = model.wages.get((place, occupation))
            year = "" if wage is None or wage.data_year is None else f" {wage.data_year}"
            cells.append("unknown" if wage is None else f"{wage.usd:,.0f} ({wage.method}{year})")
        rows.append(cells)
    return ["Id", *OCCUPATIONS], rows


def _sources_left_out(model: WageModel) -> list[str]:
    lines = [
        f"- {place}, per {period}: {reason}" for (place, period), reason in sorted(model.left_out.items())
    ]
    lines += [
        f"- {place} {occupation}: five times above or below the line through all others"
        for place, occupation in model.implausible
    ]
    return lines


def _relativity_table(model: WageModel) -> Table:
    rows = [
        [
            occupation,
            str(len(each.raw)),
            f"{each.typical.value:.2f}",
            f"{math.exp(each.between):.2f}",
            f"{min(each.raw.values()):.2f} to {max(each.raw.values()):.2f}",
        ]
        for occupation, each in model.relativities.items()
    ]
    return ["Occupation", "Countries", "Over clerks", "Between countries x/÷", "Range"], rows


def wage_report(model: WageModel, export: ExportPay, locations: pd.DataFrame, price_year: int) -> list[str]:
    """Lines of the wage chapter."""
    discount, error = model.discount, model.error
    ratio = discount.line
    how = f"""
        USD a month, gross, prices of {price_year}; intervals are 80 % (P10 to P90). Pay of the ISCO-08
        groups comes first: recent ILO figures, else a recent mean of all employees or official ICT-sector
        pay times a ratio, then older ILO figures, then a line through GDP per capita. Figures are uprated
        by growth of GDP per capita in USD, at most 6 % a year; beyond the newest GDP figure by the mean of
        the last five years, between 0 and 6 %.

        - Several figures on one wage are weighted by the inverse of their variance. A new one is off by a
        log standard deviation of {error.at_once:.2f}, and the variance grows by {error.per_year:.2f} squared
        a year: measured on {error.pairs} pairs of monthly and hourly figures by the years between them. What
        is three or more years older than the newest is dropped.
        - Hourly pay is brought to a month by the place's full-time week: the mean hours worked, held between
        37.5 and 48, 40 where unknown.
        - A figure of a household survey outside the 80 % interval of what income predicts is drawn toward
        the prediction by the two variances; the step says how far.
        - FRA and PRT: the ILO figures look net and are left out. GBR and CHE: only hourly figures, because
        the monthly means include part-time staff. Clerical pay of EST, CZE, IRL and DNK in EU-SILC is
        divided by 1.2.
        - Official full-time gross levels of a country (occupational_pay.csv, use "level") are pooled with
        that by variance; medians are brought to means by the median ratio of tables that give both.
        - The developer survey lies above official pay of developers uprated to {price_year}, the more the
        lower income is: {discount.at(80_000):.2f} times at a GDP per capita of USD 80,000,
        {discount.at(20_000):.2f} at 20,000, {discount.at(4_000):.2f} at 4,000 (line through {ratio.n} places,
        slope {ratio.slope:.2f} give or take {ratio.slope_error:.2f}, leave-one-out error
        x/÷ {math.exp(ratio.loo_rmse):.2f}). Its medians (20 answers or more) are divided by that. Pay of the
        ICT sector is that of its whole staff: it is brought to developers by the discounted survey
        (x {discount.sector:.2f}, x/÷ {math.exp(discount.sector_spread):.2f} between places).
        - Without an official level of developers, that is weighed with what income predicts, each by its
        variance; that of the survey holds the error of its median, from its quartiles and answers.
        """
    occupations = """
        An occupation is not the mean of its ISCO major group. It stands to the clerical group as the tables
        of countries that publish both say; a country's own ratio is drawn toward the others by the two
        variances. No gradient with income can be shown.
        """
    validation = """
        Typical error of the line through GDP per capita as a factor (root mean square of the log error)
        and the mean log error, over the places that it was fitted on, each predicted without itself. How
        the wages stand to figures that were not used is in `VALIDATION.md`.
        """
    providers = ", ".join(f"{place} {ratio:.2f}" for place, ratio in export.provider_pay.items())
    premium_text = f"""
        Providers pay less than in-house centres and other employers for the same work: {providers}. In
        {export.measured_in} the exporting sector pays the same clerks {export.measured:.2f} times what all
        industries pay, at providers. So demand from abroad adds a log premium of {export.slope:.3f} for each
        unit of log GDP per capita below that of the largest buyer (USD {export.buyer_income:,.0f}), give or
        take 40 %: a straight line without a step. Software gets none on top, because developer pay is
        measured where developers work for clients abroad already.
        """
    contributions = f"""
        0.887 x labour tax of Doing Business (law of 2018); the interval is the 90th percentile of the
        changes from 2016 to 2018. Flagged for later reforms, with a lower end of 0:
        {", ".join(sorted(REFORMED))}.
        """
    return [
        "## Wages",
        "",
        *prose(how),
        "### Occupations",
        "",
        *prose(occupations),
        *table(_relativity_table(model)),
        "",
        "### Validation: leave one out",
        "",
        *prose(validation),
        *table(leave_one_out(model)),
        "",
        "Ratio of an occupation's wage to the mean of all employees, the same way:",
        "",
        *table(_ratio_table(model)),
        "",
        "### Premium for work exported",
        "",
        *prose(premium_text),
        "### Employer contributions",
        "",
        *prose(contributions),
        "### Figures left out",
        "",
        *_sources_left_out(model),
        "",
        "### Which step gave the figure",
        "",
        *table(_place_table(model, locations)),
        "",
    ]
