"""Which occupation groups (ISCO-08 major groups) each business function employs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from advisor.costs.contributions import WorkKind

OCCUPATIONS = ("ISCO2", "ISCO3", "ISCO4", "ISCO5", "DEV")
DEVELOPERS = "DEV"


@dataclass(frozen=True, slots=True)
class FunctionMix:
    """Head-count shares of occupation groups in a business function.

    Attributes:
        function: id of the business function.
        shares: occupation (one of ``OCCUPATIONS``) to share; they add up to 1.
        work: kind of work, for the tradable-services premium of all but developers.
        reason: why these shares.
    """

    function: str
    shares: Mapping[str, float]
    work: WorkKind
    reason: str

    def __post_init__(self) -> None:
        unknown = set(self.shares) - set(OCCUPATIONS)
        if unknown:
            raise ValueError(f"Unknown occupation groups: {', '.join(sorted(unknown))}.")
        if any(share < 0 for share in self.shares.values()):
            raise ValueError("A share of the staff cannot be negative.")
        total = sum(self.shares.values())
        if abs(total - 1.0) > 1e-9:
            raise ValueError(f"The shares of '{self.function}' add up to {total:g}, not 1.")


def _mix(function: str, work: WorkKind, reason: str, **shares: float) -> FunctionMix:
    return FunctionMix(function, MappingProxyType(shares), work, reason)


# ISCO-08 puts contact-centre clerks in 4222 and contact-centre sales staff in 5244, ICT support
# technicians in 351, buyers in 3323, sales agents in 33, debt collectors in 4214.
MIXES: Mapping[str, FunctionMix] = MappingProxyType(
    {
        mix.function: mix
        for mix in (
            _mix(
                "customer-support",
                WorkKind.VOICE,
                "Contact-centre clerks (ISCO 4) and sales-like service staff (ISCO 5) in equal parts.",
                ISCO4=0.5,
                ISCO5=0.5,
            ),
            _mix(
                "technical-support",
                WorkKind.VOICE,
                "Mostly ICT support technicians (ISCO 351), with clerks who take and route the calls.",
                ISCO3=0.7,
                ISCO4=0.3,
            ),
            _mix(
                "sales",
                WorkKind.VOICE,
                "Contact-centre salespeople (ISCO 5244) and sales agents (ISCO 33) in equal parts.",
                ISCO5=0.5,
                ISCO3=0.5,
            ),
            _mix(
                "social-media",
                WorkKind.VOICE,
                "Clerks who answer, associates who plan, professionals (ISCO 2432) for the brand's voice.",
                ISCO4=0.5,
                ISCO3=0.3,
                ISCO2=0.2,
            ),
            _mix("data-entry", WorkKind.BACK_OFFICE, "Keyboard clerks (ISCO 413).", ISCO4=1.0),
            _mix(
                "order-processing",
                WorkKind.BACK_OFFICE,
                "Order and stock clerks (ISCO 432), with a few associates for exceptions.",
                ISCO4=0.85,
                ISCO3=0.15,
            ),
            _mix(
                "payroll-hr",
                WorkKind.PROFESSIONAL,
                "Payroll and personnel clerks, associates, and personnel professionals.",
                ISCO4=0.4,
                ISCO3=0.4,
                ISCO2=0.2,
            ),
            _mix(
                "finance-accounting",
                WorkKind.PROFESSIONAL,
                "Accounting clerks (ISCO 431), associates (ISCO 3313) and accountants (ISCO 2411).",
                ISCO4=0.4,
                ISCO3=0.4,
                ISCO2=0.2,
            ),
            _mix(
                "procurement",
                WorkKind.PROFESSIONAL,
                "Buyers are associates (ISCO 3323); clerks place orders, professionals run categories.",
                ISCO3=0.6,
                ISCO4=0.25,
                ISCO2=0.15,
            ),
            _mix(
                "it-services",
                WorkKind.PROFESSIONAL,
                "Operation and support technicians (ISCO 351) and developers in equal parts.",
                DEV=0.5,
                ISCO3=0.5,
            ),
            _mix("software-development", WorkKind.SOFTWARE, "Developers.", DEV=1.0),
            _mix(
                "compliance-qa",
                WorkKind.PROFESSIONAL,
                "Checking by associates, with professionals for the rules and clerks for the records.",
                ISCO3=0.5,
                ISCO2=0.3,
                ISCO4=0.2,
            ),
            _mix("debt-collection", WorkKind.VOICE, "Debt collectors are clerks (ISCO 4214).", ISCO4=1.0),
            _mix(
                "content-moderation",
                WorkKind.BACK_OFFICE,
                "Clerical reviewers, with associates for appeals and policy.",
                ISCO4=0.8,
                ISCO3=0.2,
            ),
        )
    }
)


def mix_of(function: str) -> FunctionMix:
    """The mix of a business function.

    Raises:
        KeyError: no such function; the message names those there are.
    """
    if function not in MIXES:
        raise KeyError(f"There is no function '{function}'. There are: {', '.join(MIXES)}.")
    return MIXES[function]
