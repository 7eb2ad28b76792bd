"""What is agreed about an engagement before any figure: how it is delivered, how long, by how many."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from advisor.words.formatting import either_text
from advisor.words.translation import t

MAX_YEARS = 10


class DeliveryModel(StrEnum):
    """Who employs the people at the site."""

    PROVIDER = "provider"
    CAPTIVE = "captive"


class Prices(StrEnum):
    """Real: every year in today's prices. Nominal: in the prices of that year."""

    REAL = "real"
    NOMINAL = "nominal"


class TermsError(ValueError):
    """Terms that no engagement can have; the message says which and what is allowed."""


@dataclass(frozen=True, slots=True)
class EngagementTerms:
    """The terms of one engagement.

    Attributes:
        head_count: people who do the work, full-time equivalents, at least 1.
        years: horizon, 1 to 10 whole years.
        delivery: a provider's staff, or one's own (captive) centre.
        prices: real or nominal.

    Raises:
        TermsError: a head count or a horizon that is not allowed.
    """

    head_count: int = 50
    years: int = 5
    delivery: DeliveryModel = DeliveryModel.PROVIDER
    prices: Prices = Prices.REAL

    def __post_init__(self) -> None:
        if self.head_count < 1:
            raise TermsError(t("The head count must be at least 1 (it is {count}).", count=self.head_count))
        if not 1 <= self.years <= MAX_YEARS:
            raise TermsError(
                t("The horizon must be 1 to {most} years (it is {years}).", most=MAX_YEARS, years=self.years)
            )
        for name, kinds in (("delivery", DeliveryModel), ("prices", Prices)):
            value = getattr(self, name)
            if value not in tuple(kinds):
                told = {"term": name, "allowed": either_text([*kinds]), "value": value}
                raise TermsError(t("The {term} must be {allowed} (it is '{value}').", **told))
            object.__setattr__(self, name, kinds(value))
