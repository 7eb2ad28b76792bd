"""What the user's own pay, cost and prices are called, and what is said of them."""

from __future__ import annotations

from advisor.costs.own_costs import Baseline
from advisor.words.formatting import number_text
from advisor.words.translation import t


def baseline_text(cost: float, currency: str, basis: Baseline) -> str:
    """What a person and year costs as the work is, short, with whose figure that is.

    Args:
        cost: of one person and year.
        currency: of it.
        basis: whose figure it rests on.
    """
    told = {"amount": number_text(cost), "currency": currency}
    if basis is Baseline.OWN_COST:
        return t("As you are: {currency} {amount} (yours)", **told)
    if basis is Baseline.OWN_WAGE:
        return t("As you are: {currency} {amount} (your wage)", **told)
    return t("As you are: {currency} {amount} (estimate)", **told)
