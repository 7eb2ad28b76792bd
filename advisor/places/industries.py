"""What an industry asks of a location: heavier regulation and proposed must-haves, with their reasons.

Multipliers and must-haves are proposals of this module for the user to see and change, not law.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from advisor.words.translation import mark, marked

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ProposedMust:
    """A must-have that an industry suggests.

    Attributes:
        criterion: criterion id or gate (``fatf``, ``sanctions``).
        relation: ``>=``, ``<=`` or ``!=``.
        value: the bound.
        because: why, one sentence, as a template.
    """

    criterion: str
    relation: str
    value: float | str
    because: str

    @property
    def reason(self) -> str:
        """Why, one sentence."""
        return marked(self.because)


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry and what follows from it.

    Attributes:
        id: name on the command line.
        name: what it is called, as a template.
        theme_multipliers: theme id -> factor on its weight.
        criterion_multipliers: criterion id -> factor on its weight within the theme.
        musts: proposed must-haves.
        because: why, one sentence, as a template.
    """

    id: str
    name: str
    theme_multipliers: Mapping[str, float]
    criterion_multipliers: Mapping[str, float]
    musts: tuple[ProposedMust, ...]
    because: str

    @property
    def label(self) -> str:
        """Name on the screen."""
        return marked(self.name)

    @property
    def reason(self) -> str:
        """Why, one sentence."""
        return marked(self.because)


_SANCTIONS = ProposedMust(
    "sanctions", "!=", "comprehensive", mark("Payments to places under comprehensive sanctions are blocked.")
)
_FATF_BLACK = ProposedMust(
    "fatf", "!=", "black", mark("Places on the FATF black list call for counter-measures.")
)
_FATF_GREY = ProposedMust(
    "fatf",
    "!=",
    "grey",
    mark("Supervised firms must apply enhanced checks to places under increased monitoring."),
)
_SAFEGUARDS = 50.0
_ADEQUATE = 65.0


def _industry(
    ident: str,
    name: str,
    regulation: float,
    criteria: Mapping[str, float],
    musts: tuple[ProposedMust, ...],
    because: str,
    themes: Mapping[str, float] = MappingProxyType({}),
) -> Industry:
    return Industry(
        ident,
        name,
        MappingProxyType({"regulation": regulation, **themes}),
        MappingProxyType(dict(criteria)),
        musts,
        because,
    )


INDUSTRIES: Mapping[str, Industry] = MappingProxyType(
    {
        industry.id: industry
        for industry in (
            _industry(
                "general",
                mark("General"),
                1.0,
                {},
                (_SANCTIONS,),
                mark("No rules beyond those for everybody."),
            ),
            _industry(
                "finance",
                mark("Finance and insurance"),
                1.6,
                {"data_transfer": 1.3, "regulatory_quality": 1.3},
                (
                    _SANCTIONS,
                    _FATF_BLACK,
                    _FATF_GREY,
                    ProposedMust(
                        "data_transfer", ">=", _SAFEGUARDS, mark("Customer data need a lawful transfer.")
                    ),
                ),
                mark(
                    "Supervisors hold the client answerable for outsourced work and watch "
                    "money-laundering risk."
                ),
            ),
            _industry(
                "healthcare",
                mark("Healthcare"),
                1.7,
                {"data_transfer": 1.5, "data_protection_law": 1.5},
                (
                    _SANCTIONS,
                    ProposedMust(
                        "data_transfer", ">=", _SAFEGUARDS, mark("Health data are specially protected.")
                    ),
                ),
                mark("Health data are specially protected nearly everywhere."),
            ),
            _industry(
                "legal",
                mark("Legal services"),
                1.5,
                {"rule_of_law": 1.5, "data_transfer": 1.3},
                (
                    _SANCTIONS,
                    ProposedMust(
                        "data_transfer", ">=", _SAFEGUARDS, mark("Files of clients need a lawful transfer.")
                    ),
                ),
                mark("Professional secrecy needs courts that uphold it."),
            ),
            _industry(
                "government",
                mark("Government"),
                2.0,
                {"data_transfer": 1.5, "rule_of_law": 1.3},
                (
                    _SANCTIONS,
                    _FATF_BLACK,
                    ProposedMust(
                        "data_transfer",
                        ">=",
                        _ADEQUATE,
                        mark("Public bodies often keep data under a recognised regime."),
                    ),
                ),
                mark("Public bodies answer to law and voters for where data of citizens are handled."),
            ),
            _industry(
                "e-commerce",
                mark("E-commerce"),
                1.2,
                {"data_transfer": 1.2},
                (_SANCTIONS,),
                mark("Customer data cross the border with every order, mostly under ordinary rules."),
            ),
            _industry(
                "manufacturing",
                mark("Manufacturing"),
                1.0,
                {"distance": 1.3, "shared_days": 1.3},
                (_SANCTIONS,),
                mark("Orders and suppliers move in the plant's own days, and a standstill costs at once."),
                {"time": 1.3, "resilience": 1.2},
            ),
            _industry(
                "automotive",
                mark("Automotive"),
                1.1,
                {"science_graduates": 1.4, "cyber_readiness": 1.3},
                (_SANCTIONS,),
                mark("Engineering skills and guarded design data decide; a stopped line is dear."),
                {"people": 1.2, "resilience": 1.2},
            ),
            _industry(
                "telecom",
                mark("Telecommunications"),
                1.2,
                {"data_transfer": 1.2, "power_reliability": 1.3, "cyber_readiness": 1.3},
                (_SANCTIONS,),
                mark(
                    "Subscriber data are regulated, and service runs day and night on networks that must "
                    "hold."
                ),
                {"resilience": 1.3},
            ),
            _industry(
                "energy",
                mark("Energy and utilities"),
                1.3,
                {"cyber_readiness": 1.5, "political_stability": 1.3},
                (_SANCTIONS, _FATF_BLACK),
                mark(
                    "Grids and plants are critical infrastructure: security comes before the last of the "
                    "saving."
                ),
                {"resilience": 1.4},
            ),
            _industry(
                "retail",
                mark("Retail"),
                1.1,
                {"data_transfer": 1.2, "room_to_hire": 1.3},
                (_SANCTIONS,),
                mark("Margins are thin and seasons sharp: cost first, and room to take on many for a while."),
                {"cost": 1.2},
            ),
            _industry(
                "travel",
                mark("Travel and hospitality"),
                1.0,
                {"customer_language": 1.3, "night_hours": 1.2},
                (_SANCTIONS,),
                mark("Guests call at every hour and want their own language."),
                {"language": 1.4, "time": 1.2},
            ),
            _industry(
                "software",
                mark("Software and technology"),
                1.0,
                {"workforce": 1.3, "ai_use": 1.3, "cyber_readiness": 1.2},
                (_SANCTIONS,),
                mark("Engineers are the product, and code and user data need a secure place."),
                {"people": 1.3},
            ),
        )
    }
)


def industry(ident: str) -> Industry:
    """The industry of that id.

    Raises:
        ValueError: unknown id, with those there are.
    """
    found = INDUSTRIES.get(ident)
    if found is None:
        raise ValueError(f"unknown industry {ident!r}; there are {', '.join(INDUSTRIES)}")
    return found
