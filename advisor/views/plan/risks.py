"""The risks of this very place: the figures on which it is weak, each with an owner and a response."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from advisor.core.evaluation import Status
from advisor.core.matrix import CellMethod
from advisor.places.flags import Severity
from advisor.views.plan.plan import PlanLine, PlanSection
from advisor.views.plan.plan_facts import PlanFacts
from advisor.words.formatting import UNKNOWN, list_text, percent_range, percent_text
from advisor.words.translation import mark, marked, t, tn

MOST = 8
_WEAK = 0.6  # value, 0..1: above it a figure is no risk worth a line
_BAD, _GOOD_RANK = 0.3, 0.25  # below it a value is a risk even where it is among the best quarter
# What a provider's client does not pay.
_OWN_CENTRE_ONLY = frozenset({"corporate_tax"})

_OWNER, _SITE = mark("Service owner"), mark("Site lead")
_SECURITY, _FINANCE, _LEGAL = mark("Security officer"), mark("Finance"), mark("Legal")
# Criterion id to who answers for it and what to do about it.
_LITTLE_SAVED = (
    _FINANCE,
    mark("Get binding offers before you decide; name the saving below which the work stays at home."),
)
_ANSWERS: Mapping[str, tuple[str, str]] = {
    "saving": _LITTLE_SAVED,
    "cost_per_fte": _LITTLE_SAVED,
    "wage_drift": (
        _FINANCE,
        mark("Tie price rises to a published index with a cap; plan each year's budget with it."),
    ),
    "currency_volatility": (
        _FINANCE,
        mark("Contract in your own currency, or hedge a year ahead; say who bears the rest of the risk."),
    ),
    "labour_force": (
        _SITE,
        mark("Count on few applicants: move in steps; keep a second place in reach."),
    ),
    "workforce": (_SITE, mark("Hire in waves and from more than one city; ask for the pipeline each month.")),
    "room_to_hire": (
        _SITE,
        mark("Spread over more than one provider or city; start to hire before the pilot ends."),
    ),
    "delivery_maturity": (
        _OWNER,
        mark("Send experienced managers for the first year; prefer providers with centres elsewhere."),
    ),
    "tertiary_enrolment": (_SITE, mark("Agree on an academy with the provider; hire for ability and train.")),
    "schooling_years": (_SITE, mark("Test before hiring; plan for longer training.")),
    "science_graduates": (_SITE, mark("Keep design at home; move well-defined work first.")),
    "working_language": (
        _SITE,
        mark("Test language in writing and speech before hiring; pay for courses; write more down."),
    ),
    "customer_language": (
        _SITE,
        mark("Listen to calls before signing; certify each agent; route the hardest languages elsewhere."),
    ),
    "affinity": (_OWNER, mark("Exchange people in both directions in the first year; agree how to say no.")),
    "overlap": (
        _SITE,
        mark("Move the shift at the site by what the clock page proposes; name one hour a day for both."),
    ),
    "night_hours": (
        _SITE,
        mark("Rotate shifts; pay and transport for nights; health checks. Watch turnover of the night team."),
    ),
    "distance": (
        _OWNER,
        mark("Plan two visits a year; keep one manager of yours on site through the transition."),
    ),
    "shared_days": (
        _SITE,
        mark("Agree on a common holiday calendar, with a standby team for days only home works."),
    ),
    "data_transfer": (
        _LEGAL,
        mark(
            "Sign the transfer instrument and assess it before data move; keep data at home and give access."
        ),
    ),
    "data_protection_law": (
        _LEGAL,
        mark("Write your own standard into the contract, with audit and a penalty."),
    ),
    "rule_of_law": (
        _LEGAL,
        mark("Choose the law and courts of a third place; hold back a part of each payment."),
    ),
    "regulatory_quality": (
        _LEGAL,
        mark("Retain a local counsel; follow changes of labour and tax law each quarter."),
    ),
    "digital_trade_barriers": (
        _LEGAL,
        mark("Check rules on data flows and payments before signing; keep systems outside."),
    ),
    "political_stability": (
        _OWNER,
        mark("Keep a second site able to take over; agree on what sets it in motion."),
    ),
    "power_reliability": (
        _SITE,
        mark("Two feeds, generators and tested batteries, also for those who work from home."),
    ),
    "cyber_readiness": (
        _SECURITY,
        mark("No local data, virtual desktops only, your own monitoring; a penetration test each year."),
    ),
    "internet_users": (_SITE, mark("Work in the office only, with lines of two carriers.")),
    "fixed_broadband": (
        _SITE,
        mark("Do not count on work from home; equip those who must with a second line."),
    ),
    "secure_servers": (_SECURITY, mark("Host with your own provider, outside the location.")),
    "climate_vulnerability": (
        _OWNER,
        mark("Ask for the site's plan for heat, floods and storms; plan a second site in another region."),
    ),
    "homicide": (_SITE, mark("Transport for late shifts, secure premises, travel rules for visitors.")),
    "corporate_tax": (
        _FINANCE,
        mark("Ask for advice on transfer prices before a centre of your own is founded."),
    ),
    "working_ties": (_OWNER, mark("Plan more time for getting to know each other; begin with a mixed team.")),
    "ai_use": (
        _OWNER,
        mark("Agree which tools may be used and who keeps the gain, and train people for them."),
    ),
}

_ANY = (_OWNER, mark("Agree with providers on a limit, and on what happens beyond it."))

_COUNSEL = (
    _LEGAL,
    mark("Have counsel confirm that payment and contract are allowed; check again each quarter."),
)
# Kind of a flag to who answers for it and what to do about it.
_FLAGGED: Mapping[str, tuple[str, str]] = {
    "sanctions-us": _COUNSEL,
    "sanctions-eu": _COUNSEL,
    "fatf": _COUNSEL,
    "advisory": (
        _OWNER,
        mark("Send nobody there; see the provider elsewhere, and keep a second site ready."),
    ),
    "staffing": (
        _SITE,
        mark("Split the work over two places, or hire over more years than the ramp-up allows."),
    ),
}


def risks(facts: PlanFacts) -> PlanSection:
    """Gates first, then the weakest figures that count, then what is not known."""
    lines = [*_gates(facts), *_weak(facts), *_turnover(facts), *_unknown(facts)]
    intro = t(
        "Where {place:the} is weakest on what counts in this study. Ranks are among the places that are "
        "ranked.",
        place=facts.name,
    )
    if not lines:
        intro = t("{place:The} is weak on nothing that counts in this study.", place=facts.name)
    return PlanSection("risk", t("Risks of {place:the}", place=facts.name), intro, tuple(lines))


def _gates(facts: PlanFacts) -> list[PlanLine]:
    return [
        PlanLine(
            f"risk.flag-{flag.kind}",
            marked(_FLAGGED[flag.kind][1]),
            about=flag.text,
            figure=flag.as_of_text or UNKNOWN,
            owner=marked(_FLAGGED[flag.kind][0]),
        )
        for flag in facts.assessment.flags(facts.row)
        if flag.severity >= Severity.WARNING and flag.kind in _FLAGGED
    ]


def _weak(facts: PlanFacts) -> list[PlanLine]:
    evaluation, row = facts.assessment.evaluation, facts.row
    values, weights = evaluation.valued.values[row], evaluation.weights.flat
    known = evaluation.valued.known[row]
    ranked = evaluation.status == Status.RANKED
    ahead = (evaluation.valued.values[ranked] > values + 1e-12).sum(axis=0)
    # Where nearly everybody is as far from the best, the place is not what is risky.
    is_weak = (values < _BAD) | ((values < _WEAK) & (ahead >= _GOOD_RANK * ranked.sum()))
    if not facts.is_captive:
        is_weak &= np.array([criterion.id not in _OWN_CENTRE_ONLY for criterion in evaluation.criteria])
    loss = np.where(known & is_weak, weights * (1.0 - values), 0.0)
    order = np.argsort(-loss, kind="stable")[:MOST]
    return [_line(facts, int(j)) for j in order if loss[j] > 0]


def _line(facts: PlanFacts, column: int) -> PlanLine:
    evaluation = facts.assessment.evaluation
    criterion = evaluation.criteria[column]
    owner, answer = _ANSWERS.get(criterion.id, _ANY)
    # Ids of packs of one's own may be anything.
    name = criterion.id.replace("_", "-") if criterion.id in _ANSWERS else f"column-{column}"
    ranked = evaluation.status == Status.RANKED
    values = evaluation.valued.values[:, column]
    place = 1 + int((values[ranked] > values[facts.row] + 1e-12).sum())
    alike = int((np.abs(values[ranked] - values[facts.row]) <= 1e-12).sum()) - 1
    told = {"figure": facts.figure(column), "rank": place, "count": int(ranked.sum())}
    figure = t("{figure}; rank {rank} of {count}", **told)
    if alike > 0:
        figure = tn(
            "{figure}; rank {rank} of {of}, with {count} other",
            "{figure}; rank {rank} of {of}, with {count} others",
            alike,
            figure=told["figure"],
            rank=place,
            of=told["count"],
        )
    method = CellMethod(int(evaluation.valued.methods[facts.row, column]))
    if method == CellMethod.ESTIMATED:
        figure = t("{figure} (estimated)", figure=figure)
    return PlanLine(
        f"risk.{name}",
        marked(answer),
        about=criterion.name,
        figure=figure,
        owner=marked(owner),
    )


def _turnover(facts: PlanFacts) -> list[PlanLine]:
    low, likely, high = facts.attrition
    if np.isnan(low):
        return []
    figure = t("{likely} a year", likely=percent_text(likely / 100))
    if low < high:
        figure = t(
            "{likely} a year ({range})",
            likely=percent_text(likely / 100),
            range=percent_range(low / 100, high / 100),
        )
    if not facts.attrition_is_of_the_place and not facts.attrition_is_own:
        figure = t("{figure}, as for such work everywhere", figure=figure)
    answer = t("Pay above the median, career steps, exit interviews; name turnover in the contract.")
    return [PlanLine("risk.turnover", answer, about=t("Turnover"), figure=figure, owner=t("Site lead"))]


def _unknown(facts: PlanFacts) -> list[PlanLine]:
    evaluation = facts.assessment.evaluation
    counts = (evaluation.weights.flat > 0) & ~evaluation.valued.known[facts.row]
    names = [criterion.name for criterion, lacks in zip(evaluation.criteria, counts, strict=True) if lacks]
    if not names:
        return []
    answer = t("Ask providers and visit before signing: {names}.", names=list_text(names))
    return [
        PlanLine(
            "risk.unknown", answer, about=t("Figures not known"), figure=UNKNOWN, owner=t("Service owner")
        )
    ]
