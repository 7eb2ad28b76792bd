"""The wage part of the build report: how each figure came about, and how far estimates are off."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from advisor.costs.contributions import HIGH_INCOME, PREMIUM_SHARE
from advisor.costs.functions import OCCUPATIONS
from advisor.datapack.build.labour import REFORMED
from advisor.datapack.build.locations import INCOME_BANDS, income_group
from advisor.datapack.build.markdown import Table, prose, table

if TYPE_CHECKING:
    import pandas as pd

    from advisor.costs.wage_estimation import LogLine
    from advisor.datapack.build.wages import WageModel


def leave_one_out(model: WageModel) -> Table:
    """Typical leave-one-out error of the line through GDP per capita, as a factor, by income group."""
    groups = [name for name, _ in INCOME_BANDS]
    rows = []
    for occupation in OCCUPATIONS:
        line, places = model.lines[occupation], model.fitted_on[occupation]
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


def wage_report(model: WageModel, premium: LogLine, locations: pd.DataFrame, price_year: int) -> list[str]:
    """Lines of the wage chapter."""
    discount = model.discount
    shares = "; ".join(
        f"{work.value} {share.low:g} / {share.likely:g} / {share.high:g}"
        for work, share in PREMIUM_SHARE.items()
    )
    how = f"""
        USD a month, gross, prices of {price_year}; intervals are 80 % (P10 to P90). Recent ILO figures
        (monthly and hourly x 173.33, geometric mean) come first, then a recent mean of all employees or
        official ICT-sector pay times a ratio, then older ILO figures, then a line through GDP per capita.
        Figures are uprated by growth of GDP per capita in USD, at most 6 % a year; beyond the newest GDP
        figure by the mean of the last five years, between 0 and 6 %.

        - Two ILO sources on the same wage differ by a log standard deviation of {model.between:.2f}; no
        interval is narrower than x/÷ 1.3.
        - The developer survey lies {discount.ratio:.2f} times above official ICT-sector pay uprated to
        {price_year} (median of {discount.places} places, log standard deviation {discount.spread:.2f}):
        its medians (20 answers or more) are divided by that, and averaged with the official figure where
        there is one.
        - FRA and PRT: the ILO figures look net and are left out. GBR and CHE: only hourly figures,
        because the monthly means include part-time staff.
        """
    validation = """
        Typical error of the line through GDP per capita as a factor (root mean square of the log error)
        and the mean log error, over the places that it was fitted on, each predicted without itself.
        """
    premium_text = f"""
        Developers compete with the world, and their pay falls less with income than that of all
        professionals: log(developer pay / pay of ISCO 2) has slope {premium.slope:.3f} (standard error
        {premium.slope_error:.3f}) on log GDP per capita over {premium.n} places. The excess over the ratio
        at USD {HIGH_INCOME:,.0f} is what international demand adds. Other work gets a share of it, an
        assumption (low / likely / high): {shares}. Nothing from USD {HIGH_INCOME:,.0f} on.
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
        "### Validation: leave one out",
        "",
        *prose(validation),
        *table(leave_one_out(model)),
        "",
        "Ratio of an occupation's wage to the mean of all employees, the same way:",
        "",
        *table(_ratio_table(model)),
        "",
        "### Tradable-services premium",
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
