"""What to ask providers: security, certifications, references, people and price."""

from __future__ import annotations

import math

from advisor.views.plan.plan import PlanLine, PlanSection
from advisor.views.plan.plan_facts import PlanFacts
from advisor.words.formatting import UNKNOWN, hours_text, in_sentence, percent_range, share_text
from advisor.words.translation import t

_CARDS = ("customer-support", "sales", "order-processing", "debt-collection")  # that take payments
_NO_NIGHT = 0.25  # hours a shift
_BOOKS = ("finance-accounting", "payroll-hr", "procurement")


def asking(facts: PlanFacts) -> PlanSection:
    """Questions for a request for proposals."""
    function = facts.function
    work = in_sentence(function.label) if function else t("this work")
    lines = [
        PlanLine(
            "ask.security",
            t(
                "Security: certificate to ISO/IEC 27001 that covers the very site, the latest SOC 2 "
                "type II "
                "report, and the summary of the last penetration test."
            ),
        ),
        *certificates(facts),
        PlanLine("ask.data", personal_data(facts)),
        PlanLine(
            "ask.references",
            t(
                "References: three clients with {work} in {place:the} for two years or more, of about "
                "{people} people, one of them from {home:the}; speak with each without the provider.",
                work=work,
                place=facts.name,
                people=facts.people,
                home=facts.home_name or t("your own country"),
            ),
        ),
        PlanLine("ask.people", _people(facts)),
        PlanLine("ask.shift", _shift(facts)),
        PlanLine("ask.price", _price(facts)),
        PlanLine(
            "ask.changes",
            t(
                "Price over time: which index it follows, who bears exchange rates, what volume more or less "
                "costs, and what leaves the price: training, turnover, tools, travel, overtime."
            ),
        ),
        PlanLine(
            "ask.continuity",
            t(
                "Continuity: second site, work from home, power and network that fail, and the date and "
                "result "
                "of the last test."
            ),
        ),
    ]
    intro = t("Send the same questions to at least three providers, and score answers before you see prices.")
    return PlanSection("ask", t("What to ask providers"), intro, tuple(lines))


def certificates(facts: PlanFacts) -> list[PlanLine]:
    """What the function and the industry call for."""
    function, industry = facts.assessment.scenario.function, facts.assessment.scenario.industry
    found = []
    if function in _CARDS or industry == "e-commerce":
        text = t(
            "Payment cards: attestation of compliance with PCI DSS, for agents who hear or see card data."
        )
        found.append(PlanLine("ask.cards", text))
    if function in _BOOKS or industry == "finance":
        text = t(
            "Financial controls: SOC 1 type II report (ISAE 3402) on the processes that you would hand over."
        )
        found.append(PlanLine("ask.controls", text))
    if industry == "healthcare":
        text = t(
            "Health data: who may see them, how access is logged, and the contract that your law asks for."
        )
        found.append(PlanLine("ask.health", text))
    if industry in ("finance", "government"):
        text = t("Audit: access for you, your auditor and your supervisor, written into the contract.")
        found.append(PlanLine("ask.audit", text))
    return found


def personal_data(facts: PlanFacts) -> str:
    """Under which law personal data go there, and what to ask about them."""
    law = facts.law
    if law is None:
        return t("Personal data: where they are kept, who may see them, and who else works on them.")
    return t(
        "Personal data: how transfer from {home:the} is covered ({instrument}), where data are kept, and "
        "who else "
        "works on them. {reason}",
        home=facts.home_name,
        instrument=law.instrument or t("instrument not known"),
        reason=law.reason,
    )


def _people(facts: PlanFacts) -> str:
    column = facts.columns.get("room_to_hire")
    values = facts.assessment.cells.values[facts.row]
    low, _likely, high = facts.attrition
    turnover = UNKNOWN if math.isnan(low) else percent_range(low / 100, high / 100)
    share = share_text(float(values[column]) / 100) if column is not None else UNKNOWN
    if facts.attrition_is_own:
        return t(
            "People: turnover at the site in the last 12 months (your own figure: {turnover} a year), time "
            "to hire, pay by grade, and how {people} people would be found ({share} of those who do such "
            "work there).",
            turnover=turnover,
            people=facts.people,
            share=share,
        )
    return t(
        "People: turnover at the site in the last 12 months (published figures: {turnover} a year), "
        "time to hire, pay "
        "by grade, and how {people} people would be found ({share} of those who do such work there).",
        turnover=turnover,
        people=facts.people,
        share=share,
    )


def _shift(facts: PlanFacts) -> str:
    if math.isnan(facts.overlap):
        return t("Hours: which shifts the site works today, and what night work costs.")
    if facts.night < _NO_NIGHT:
        return t(
            "Hours: the site's office hours share {overlap} a day with {home:the}, and the work needs no "
            "nights. Ask which shifts it works today, and who is there when {home:the} calls late.",
            overlap=hours_text(facts.overlap),
            home=facts.home_name,
        )
    return t(
        "Hours: the site's office hours share {overlap} a day with {home:the}. Ask which shifts it works "
        "today and "
        "what night work ({night} a shift here) adds to price and turnover.",
        overlap=hours_text(facts.overlap),
        home=facts.home_name,
        night=hours_text(facts.night),
    )


def _price(facts: PlanFacts) -> str:
    costs = facts.costs
    if costs is None:
        return t("Price: for a productive hour and for a unit of work, with everything that it includes.")
    margin = facts.rate("provider_margin_pct")
    return t(
        "Price: for a productive hour and for a unit of work. The cost model expects {price} an hour, "
        "from wages "
        "of {wage} a month and a margin of {margin}; ask for an open book where an offer lies outside.",
        price=facts.money(costs.price_hour),
        wage=facts.money(costs.wage_month),
        margin=percent_range(margin[0] / 100, margin[2] / 100),
    )
