"""What is said of a provider's quote: where it stands, which margin it implies, and what to ask."""

from __future__ import annotations

from advisor.costs.quotes import Position, QuoteCheck
from advisor.words.locale import digits
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


def quote_lines(found: QuoteCheck, place: str, currency: str, per_usd: float) -> list[str]:
    """The price, what it should be, what it costs the provider, and the margin between: a sentence each.

    Args:
        found: the judgement.
        place: name of the location.
        currency: that prices are told in.
        per_usd: what a dollar buys in it.
    """

    def ends(three: tuple[float, float, float]) -> dict[str, str]:
        texts = (digits(each * per_usd, 2) for each in three)
        return dict(zip(("low", "middle", "high"), texts, strict=True), currency=currency)

    low, middle, high = (digits(each) for each in found.margin_pct)
    return [
        t(
            "Quote in {place:the}: {currency} {price} for a productive hour",
            place=place,
            currency=currency,
            price=digits(found.price_hour * per_usd, 2),
        ),
        _against_should(found.position, ends(found.should_cost_hour)),
        t(
            "Costs the provider itself: {currency} {low} to {high}, middle {middle}",
            **ends(found.cost_hour),
        ),
        t("Implied margin: {low} to {high} %, middle {middle} %", low=low, middle=middle, high=high),
    ]


def _against_should(position: Position, told: dict[str, str]) -> str:
    if position is Position.BELOW:
        return t("Should cost: {currency} {low} to {high}, middle {middle}: the quote is below that", **told)
    if position is Position.ABOVE:
        return t("Should cost: {currency} {low} to {high}, middle {middle}: the quote is above that", **told)
    return t("Should cost: {currency} {low} to {high}, middle {middle}: the quote is within", **told)


def position_word(position: Position) -> str:
    """Where a quote stands, in a few words."""
    if position is Position.BELOW:
        return t("below should-cost")
    return t("above should-cost") if position is Position.ABOVE else t("within should-cost")
