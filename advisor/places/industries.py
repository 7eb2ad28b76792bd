"""What an industry asks of a location: heavier regulation and proposed must-haves, with their reasons.

Multipliers and must-haves are proposals of this module for the user to see and change, not law.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ProposedMust:
    """A must-have that an industry suggests.

    Attributes:
        criterion: criterion id or gate (``fatf``, ``sanctions``).
        relation: ``>=``, ``<=`` or ``!=``.
        value: the bound.
        reason: one sentence.
    """

    criterion: str
    relation: str
    value: float | str
    reason: str


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry and what follows from it.

    Attributes:
        id: name on the command line.
        label: name on the screen.
        theme_multipliers: theme id -> factor on its weight.
        criterion_multipliers: criterion id -> factor on its weight within the theme.
        musts: proposed must-haves.
        reason: why, in one sentence.
    """

    id: str
    label: str
    theme_multipliers: Mapping[str, float]
    criterion_multipliers: Mapping[str, float]
    musts: tuple[ProposedMust, ...]
    reason: str


_SANCTIONS = ProposedMust(
    "sanctions", "!=", "comprehensive", "Payments to places under comprehensive sanctions are blocked."
)
_FATF_BLACK = ProposedMust("fatf", "!=", "black", "Places on the FATF black list call for counter-measures.")
_FATF_GREY = ProposedMust(
    "fatf", "!=", "grey", "Supervised firms must apply enhanced checks to places under increased monitoring."
)
_SAFEGUARDS = 50.0
_ADEQUATE = 65.0


def _industry(
    ident: str,
    label: str,
    regulation: float,
    criteria: Mapping[str, float],
    musts: tuple[ProposedMust, ...],
    reason: str,
    themes: Mapping[str, float] = MappingProxyType({}),
) -> Industry:
    return Industry(
        ident,
        label,
        MappingProxyType({"regulation": regulation, **themes}),
        MappingProxyType(dict(criteria)),
        musts,
        reason,
    )


INDUSTRIES: Mapping[str, Industry] = MappingProxyType(
    {
        industry.id: industry
        for industry in (
            _industry("general", "General", 1.0, {}, (_SANCTIONS,), "No rules beyond those for everybody."),
            _industry(
                "finance",
                "Finance and insurance",
                1.6,
                {"data_transfer": 1.3, "regulatory_quality": 1.3},
                (
                    _SANCTIONS,
                    _FATF_BLACK,
                    _FATF_GREY,
                    ProposedMust("data_transfer", ">=", _SAFEGUARDS, "Customer data need a lawful transfer."),
                ),
                "Supervisors hold the client answerable for outsourced work and watch money-laundering risk.",
            ),
            _industry(
                "healthcare",
                "Healthcare",
                1.7,
                {"data_transfer": 1.5, "data_protection_law": 1.5},
                (
                    _SANCTIONS,
                    ProposedMust("data_transfer", ">=", _SAFEGUARDS, "Health data are specially protected."),
                ),
                "Health data are specially protected nearly everywhere.",
            ),
            _industry(
                "legal",
                "Legal services",
                1.5,
                {"rule_of_law": 1.5, "data_transfer": 1.3},
                (
                    _SANCTIONS,
                    ProposedMust(
                        "data_transfer", ">=", _SAFEGUARDS, "Files of clients need a lawful transfer."
                    ),
                ),
                "Professional secrecy needs courts that uphold it.",
            ),
            _industry(
                "government",
                "Government",
                2.0,
                {"data_transfer": 1.5, "rule_of_law": 1.3},
                (
                    _SANCTIONS,
                    _FATF_BLACK,
                    ProposedMust(
                        "data_transfer",
                        ">=",
                        _ADEQUATE,
                        "Public bodies often keep data under a recognised regime.",
                    ),
                ),
                "Public bodies answer to law and voters for where data of citizens are handled.",
            ),
            _industry(
                "e-commerce",
                "E-commerce",
                1.2,
                {"data_transfer": 1.2},
                (_SANCTIONS,),
                "Customer data cross the border with every order, mostly under ordinary rules.",
            ),
            _industry(
                "manufacturing",
                "Manufacturing",
                1.0,
                {"distance": 1.3, "shared_days": 1.3},
                (_SANCTIONS,),
                "Orders and suppliers move in the plant's own days, and a standstill costs at once.",
                {"time": 1.3, "resilience": 1.2},
            ),
            _industry(
                "automotive",
                "Automotive",
                1.1,
                {"science_graduates": 1.4, "cyber_readiness": 1.3},
                (_SANCTIONS,),
                "Engineering skills and guarded design data decide; a stopped line is dear.",
                {"people": 1.2, "resilience": 1.2},
            ),
            _industry(
                "telecom",
                "Telecommunications",
                1.2,
                {"data_transfer": 1.2, "power_reliability": 1.3, "cyber_readiness": 1.3},
                (_SANCTIONS,),
                "Subscriber data are regulated, and service runs day and night on networks that must hold.",
                {"resilience": 1.3},
            ),
            _industry(
                "energy",
                "Energy and utilities",
                1.3,
                {"cyber_readiness": 1.5, "political_stability": 1.3},
                (_SANCTIONS, _FATF_BLACK),
                "Grids and plants are critical infrastructure: security comes before the last of the saving.",
                {"resilience": 1.4},
            ),
            _industry(
                "retail",
                "Retail",
                1.1,
                {"data_transfer": 1.2, "room_to_hire": 1.3},
                (_SANCTIONS,),
                "Margins are thin and seasons sharp: cost first, and room to take on many for a while.",
                {"cost": 1.2},
            ),
            _industry(
                "travel",
                "Travel and hospitality",
                1.0,
                {"customer_language": 1.3, "night_hours": 1.2},
                (_SANCTIONS,),
                "Guests call at every hour and want their own language.",
                {"language": 1.4, "time": 1.2},
            ),
            _industry(
                "software",
                "Software and technology",
                1.0,
                {"workforce": 1.3, "ai_use": 1.3, "cyber_readiness": 1.2},
                (_SANCTIONS,),
                "Engineers are the product, and code and user data need a secure place.",
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
