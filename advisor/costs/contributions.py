"""Employer contributions from the labour tax of Doing Business, and the premium for work exported."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from advisor.costs.wage_estimation import FloatArray

# Doing Business gives labour tax as a share of the profit of its model firm. In countries with a
# single uncapped rate the statutory rate is 0.885 to 0.891 of that share.
CONTRIBUTION_FACTOR = 0.887


class WorkKind(StrEnum):
    """Kinds of work that differ in how far international demand lifts their pay."""

    VOICE = "voice"
    BACK_OFFICE = "back-office"
    PROFESSIONAL = "professional"
    SOFTWARE = "software"


def contribution_rate(labour_tax: float) -> float:
    """Employer contributions in percent of the gross wage from labour tax in percent of profit."""
    return CONTRIBUTION_FACTOR * labour_tax


def export_premium(gdp_per_capita: FloatArray | float, buyer_income: float, slope: float) -> FloatArray:
    """Log premium of pay for clients abroad over the national wage.

    It rises in a straight line as income falls below that of the largest
    buyer, where it begins at nothing; nobody pays a premium to go where wages
    are higher than at home.

    Args:
        gdp_per_capita: USD, any shape.
        buyer_income: GDP per capita of the largest buyer, USD.
        slope: log premium for each unit of log income below it.
    """
    below: FloatArray = slope * np.maximum(0.0, np.log(buyer_income) - np.log(gdp_per_capita))
    return below
