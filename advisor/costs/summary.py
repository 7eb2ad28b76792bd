"""Cost results as plain data, for the command line and for exports."""

from __future__ import annotations

import math
from typing import Any

from advisor.costs.currency import USD, ExchangeRate
from advisor.costs.detail import CostDetail
from advisor.costs.inputs import CostInputs
from advisor.costs.own_costs import baseline_basis
from advisor.costs.results import CostResult, Quantiles
from advisor.words.json_numbers import number_or_none

NEVER = "never"


def month(value: float) -> float | str | None:
    """A payback month: a number, "never", or None where it is unknown."""
    return NEVER if math.isinf(value) else number_or_none(value)


def _three(quantiles: Quantiles, row: int) -> dict[str, float | None]:
    return {name: number_or_none(getattr(quantiles, name)[row]) for name in ("p10", "p50", "p90")}


def _ends(quantiles: Quantiles, row: int) -> dict[str, float | None]:
    ends = {"low": quantiles.p10, "likely": quantiles.p50, "high": quantiles.p90}
    return {name: number_or_none(end[row]) for name, end in ends.items()}


def cost_summary(
    inputs: CostInputs, result: CostResult, detail: CostDetail, rate: ExchangeRate | None = None
) -> dict[str, Any]:
    """What ``location-advisor cost --json`` says of one place.

    Keys that end in ``_usd`` are always US dollars; with a ``rate`` for another
    currency the main amounts follow once more under ``in_currency``. Unknown
    figures are None. ``lines`` are amounts over the whole horizon.

    Args:
        inputs: the figures that the result was computed from.
        result: in USD.
        detail: of the place to describe, in USD.
        rate: the currency to report in.
    """
    row = inputs.index(detail.location_id)
    wage, loaded = inputs.base_wage, result.loaded_year
    terms = result.terms
    summary: dict[str, Any] = {
        "home": result.location_ids[result.home_index],
        "location": detail.location_id,
        "terms": {
            "head_count": terms.head_count,
            "years": terms.years,
            "delivery": str(terms.delivery),
            "prices": str(terms.prices),
        },
        "as_you_are": {
            "run_rate_year_per_fte_usd": number_or_none(result.run_rate.p50[result.home_index]),
            "total_usd": number_or_none(result.total.p50[result.home_index]),
            "basis": str(baseline_basis(inputs, result.home_index)),
        },
        "base_wage_month_usd": {
            end: number_or_none(getattr(wage, end)[row]) for end in ("low", "likely", "high")
        },
        "wage_month_usd": _ends(result.wage_month, row),
        "price_hour_usd": _ends(result.price_hour, row),
        "loaded_year_usd": _ends(loaded, row),
        "run_rate_year_per_fte_usd": _three(result.run_rate, row),
        "one_off_usd": _three(result.one_off, row),
        "total_usd": _three(result.total, row),
        "total_year_per_fte_usd": _three(result.total_year_per_fte, row),
        "wage_only_saving_pct": number_or_none(result.wage_only_saving_pct[row]),
        "wage_only_leaves_out": list(detail.left_out),
        "saving_pct": _three(result.saving_pct, row),
        "saving_usd": _three(result.saving, row),
        "probability_of_saving": number_or_none(result.probability_of_saving[row]),
        "payback_month": month(result.payback_month.p50[row]),
        "payback_month_band": {
            name: month(getattr(result.payback_month, name)[row]) for name in ("p10", "p50", "p90")
        },
        "npv_usd": _three(result.npv, row),
        "lines": [
            {
                "id": each.line.id,
                "label": each.line.label,
                "low": number_or_none(each.low),
                "likely": number_or_none(each.likely),
                "high": number_or_none(each.high),
                "basis": each.basis,
                "source_ids": list(each.source_ids),
            }
            for each in detail.lines
        ],
    }
    if rate is not None and rate.currency != USD:
        converted = result.in_currency(rate.currency, rate.per_usd)
        summary["in_currency"] = {
            "currency": rate.currency,
            "per_usd": rate.per_usd,
            "year": rate.year,
            "source_id": rate.source_id,
            "wage_month": _ends(converted.wage_month, row),
            "price_hour": _ends(converted.price_hour, row),
            "run_rate_year_per_fte": _three(converted.run_rate, row),
            "one_off": _three(converted.one_off, row),
            "total": _three(converted.total, row),
            "total_year_per_fte": _three(converted.total_year_per_fte, row),
            "saving": _three(converted.saving, row),
            "npv": _three(converted.npv, row),
        }
    return summary


def overview_rows(result: CostResult) -> list[dict[str, Any]]:
    """One plain row a place, the cheapest first and unknown ones last; money in the result's currency."""
    order = sorted(
        range(len(result.location_ids)),
        key=lambda row: (
            math.isnan(result.total.p50[row]),
            0.0 if math.isnan(result.total.p50[row]) else result.total.p50[row],
            result.location_ids[row],
        ),
    )
    return [
        {
            "location": result.location_ids[row],
            "currency": result.currency,
            "loaded_year": number_or_none(result.loaded_year.p50[row]),
            "wage_month": number_or_none(result.wage_month.p50[row]),
            "price_hour": number_or_none(result.price_hour.p50[row]),
            **{
                f"total_year_per_fte_{name}": value
                for name, value in _three(result.total_year_per_fte, row).items()
            },
            "one_off_p50": number_or_none(result.one_off.p50[row]),
            "wage_only_saving_pct": number_or_none(result.wage_only_saving_pct[row]),
            **{f"saving_pct_{name}": value for name, value in _three(result.saving_pct, row).items()},
            "probability_of_saving": number_or_none(result.probability_of_saving[row]),
            "payback_month": month(result.payback_month.p50[row]),
            "npv_p50": number_or_none(result.npv.p50[row]),
        }
        for row in order
    ]
