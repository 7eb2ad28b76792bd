"""Money in other currencies, at the mean market rate of one year."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
            raise CurrencyError("Name a currency, for example USD, EUR or GBP.")
        if code == USD:
            return ExchangeRate(USD, 0, 1.0)
        if code not in self.by_currency:
            raise CurrencyError(
                f"There is no exchange rate for '{currency}'. Use an ISO 4217 code such as EUR."
            )
        return self.by_currency[code]

    def convert(self, amount: float, source: str, target: str) -> float:
        """An amount in another currency, through the US dollar.

        Raises:
            CurrencyError: either currency has no rate.
        """
        return amount / self.rate(source).per_usd * self.rate(target).per_usd


def read_exchange_rates(lines: Iterable[str], year: int) -> ExchangeRates:
    """The rates of an ``fx.csv`` (currency, year, per_usd, source_id), given its lines.

    Of each currency the rate of ``year`` is taken, else that of the nearest
    year, and of two equally near ones the later.

    Raises:
        CurrencyError: a row that cannot be used.
    """
    chosen: dict[str, ExchangeRate] = {}
    for row in csv.DictReader(lines):
        try:
            code, at = row["currency"], int(row["year"])
            rate = ExchangeRate(code, at, float(row["per_usd"]), row.get("source_id") or "")
        except (KeyError, TypeError, ValueError) as error:
            raise CurrencyError(f"Exchange rate row {row}: {error}.") from None
        if not (math.isfinite(rate.per_usd) and rate.per_usd > 0.0):
            raise CurrencyError(f"The exchange rate of {code} must be above 0 (it is {rate.per_usd:g}).")
        known = chosen.get(code)
        if known is None or (abs(at - year), -at) < (abs(known.year - year), -known.year):
            chosen[code] = rate
    return ExchangeRates(chosen)
