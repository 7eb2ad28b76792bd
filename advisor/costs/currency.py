"""Money in other currencies, at the mean market rate of one year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisor.words.translation import t

USD = "USD"


class CurrencyError(ValueError):
    """A currency that cannot be converted; the message names it."""


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """What one US dollar buys.

    Attributes:
        currency: ISO 4217 code.
        year: the year whose mean it is.
        per_usd: units of the currency for one US dollar.
        source_id: where it comes from.
    """

    currency: str
    year: int
    per_usd: float
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class ExchangeRates:
    """One rate for each currency.

    Attributes:
        by_currency: ISO 4217 code to its rate; the US dollar is always there.
    """

    by_currency: Mapping[str, ExchangeRate]

    def rate(self, currency: str) -> ExchangeRate:
        """The rate of a currency, in capitals or not.

        Raises:
            CurrencyError: no currency was named, or it has no rate.
        """
        code = currency.strip().upper()
        if not code:
            raise CurrencyError(t("Name a currency, for example USD, EUR or GBP."))
        if code == USD:
            return ExchangeRate(USD, 0, 1.0)
        if code not in self.by_currency:
            raise CurrencyError(
                t(
                    "There is no exchange rate for '{currency}'. Use an ISO 4217 code such as EUR.",
                    currency=currency,
                )
            )
        return self.by_currency[code]


def nearest_rates(rates: Iterable[ExchangeRate], year: int) -> ExchangeRates:
    """One rate for each currency: that of ``year``, else of the nearest year, and of two the later."""
    chosen: dict[str, ExchangeRate] = {}
    for rate in rates:
        known = chosen.get(rate.currency)
        if known is None or (abs(rate.year - year), -rate.year) < (abs(known.year - year), -known.year):
            chosen[rate.currency] = rate
    return ExchangeRates(chosen)
