"""Local currency to US dollars, at the mean rate of the figure's own year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.datapack.build.sources import Sources

EURO_COUNTRY = "DEU"
# Figures in a currency that has since dropped zeros, against rates in the new currency.
REDENOMINATED = {"SLL": 1000.0, "STD": 1000.0}


@dataclass(frozen=True, slots=True)
class YearlyRates:
    """Units of local currency for one US dollar.

    Attributes:
        annual: (location, year) to the official yearly mean of the location's currency.
        implied: (location, year) to the rate that ILO itself used, from figures it gives in both.
        recent: (currency code, year) to the mean of dated market rates.
        fallback: (location, year) to the yearly mean of the factbook.
    """

    annual: Mapping[tuple[str, int], float]
    implied: Mapping[tuple[str, int], float]
    recent: Mapping[tuple[str, int], float]
    fallback: Mapping[tuple[str, int], float]

    @classmethod
    def read(cls, sources: Sources) -> YearlyRates:
        """All rates of the source tables."""

        def by_place(name: str, key: str = "location_id") -> dict[tuple[str, int], float]:
            table = sources.table(name)
            return {
                (k, int(y)): float(v)
                for k, y, v in zip(table[key], table["year"], table["value"], strict=True)
            }

        totals = sources.table("earnings_total")
        both = totals[totals["value_usd"] != ""]
        implied = {
            (place, int(year)): float(local) / float(usd)
            for place, year, local, usd, currency in zip(
                both["location_id"],
                both["year"],
                both["value"],
                both["value_usd"],
                both["currency"],
                strict=True,
            )
            if currency not in ("EUR", "USD")
        }
        return cls(
            by_place("fx_annual"),
            implied,
            by_place("fx_recent", "currency"),
            by_place("fx_annual_factbook"),
        )

    def rate(self, location: str, year: int, currency: str) -> tuple[float, str] | None:
        """Local units for one dollar and the source id, or None where no rate is known.

        Args:
            location: id of the place.
            year: year of the figure.
            currency: ISO 4217 code; blank means the place's own currency of that year.
        """
        if currency == "USD":
            return 1.0, "wb_fx"
        factor = REDENOMINATED.get(currency, 1.0)
        place = EURO_COUNTRY if currency == "EUR" else location
        for rates, source in ((self.annual, "wb_fx"), (self.implied, "ilo_monthly")):
            if (place, year) in rates:
                return rates[place, year] * factor, source
        if (currency, year) in self.recent:
            return self.recent[currency, year], "fx_spot"
        if (place, year) in self.fallback:
            return self.fallback[place, year] * factor, "cia_wfb"
        return None

    def to_usd(self, value: float, location: str, year: int, currency: str) -> tuple[float, str] | None:
        """A value in dollars and the source of the rate, or None where no rate is known."""
        found = self.rate(location, year, currency)
        return None if found is None else (value / found[0], found[1])


def amount_text(amount: float, digits: int = 6) -> str:
    """An amount as it was published, to six digits, for people: "1,518,470", "7,352.13"."""
    return f"{float(f'{amount:.{digits}g}'):,.10f}".rstrip("0").rstrip(".")


def per(period: str) -> str:
    """What an amount is paid for, for people: "a month", "an hour"."""
    return f"an {period}" if period == "hour" else f"a {period}"
