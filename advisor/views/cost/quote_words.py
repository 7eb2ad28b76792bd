"""What to ask a provider about a quote."""

from __future__ import annotations

from advisor.costs.quotes import Position, QuoteCheck
from advisor.words.translation import t


def question(found: QuoteCheck) -> str:
    """A sentence or two to take into the talks."""
    if found.is_below_cost:
        return t(
            "This is below what wages and a seat cost there: ask how. Ask what agents are paid, how many of "
            "them share a seat, how many leave in a year, and what is charged beside the price."
        )
    if found.position is Position.BELOW:
        return t(
            "This is less than such work should cost there and leaves little or no margin: ask what it does "
            "not cover (training, supervisors, telephone, holidays) and how long the price holds."
        )
    if found.position is Position.ABOVE:
        return t(
            "This is more than such work should cost there: ask what it includes that others leave out, and "
            "for a split into pay, seat, overhead and margin."
        )
    return t(
        "This is what such work should cost there: ask what an hour is (paid, logged in or productive), what "
        "it covers, and how the price follows wages."
    )
