"""What to settle before a centre of one's own is founded, in place of what one asks providers."""

from __future__ import annotations

import math

from advisor.views.plan.asking import certificates, personal_data
from advisor.views.plan.plan import PlanLine, PlanSection
from advisor.views.plan.plan_facts import PlanFacts
from advisor.words.formatting import UNKNOWN, hours_text, number_text, percent_text
from advisor.words.translation import t


def founding(facts: PlanFacts) -> PlanSection:
    """Entity, premises, people, law and money, each with what the program knows of it."""
    lines = [
        PlanLine(
            "ask.entity",
            t(
                "Entity: form of the company, permits and how long they take in {place:the}; a local "
                "counsel and an auditor before the first lease.",
                place=facts.name,
            ),
        ),
        PlanLine(
            "ask.premises",
            t(
                "Premises: {seats} seats, lines of two carriers, power that does not fail, and a lease that "
                "ends when you say so.",
                seats=math.ceil(1.1 * facts.people),
            ),
        ),
        PlanLine("ask.people", _people(facts)),
        PlanLine(
            "ask.lead",
            t("The site lead and the head of staff first: hired there, three months before the team."),
        ),
        PlanLine(
            "ask.payroll",
            t("Payroll, contributions, notice and severance by the law there: a payroll service for a year."),
        ),
        PlanLine(
            "ask.tax",
            t("Tax: transfer prices and what makes an establishment, agreed with an adviser beforehand."),
        ),
        PlanLine(
            "ask.security",
            t(
                "Security: the same standard as at home from the first day, ISO/IEC 27001 for the "
                "site within a year."
            ),
        ),
        *certificates(facts),
        PlanLine("ask.data", personal_data(facts)),
        PlanLine("ask.shift", _hours(facts)),
        PlanLine("ask.price", _money(facts)),
    ]
    intro = t("Settled on paper before anybody is hired; each with a name and a day.")
    return PlanSection("ask", t("What to settle for a centre of your own"), intro, tuple(lines))


def _people(facts: PlanFacts) -> str:
    _low, likely, _high = facts.attrition
    if math.isnan(likely) or facts.costs is None:
        return t(
            "People: where the {people} come from, what they are paid, and who leaves.", people=facts.people
        )
    return t(
        "People: {people} to be found at {wage} a month by the cost model. At a turnover of {turnover} a "
        "year, {leavers} of them are replaced each year.",
        people=facts.people,
        wage=facts.money(facts.costs.wage_month),
        turnover=percent_text(likely / 100),
        leavers=number_text(max(1, round(facts.people * likely / 100))),
    )


def _hours(facts: PlanFacts) -> str:
    overlap = UNKNOWN if math.isnan(facts.overlap) else hours_text(facts.overlap)
    night = UNKNOWN if math.isnan(facts.night) else hours_text(facts.night)
    return t(
        "Hours: office hours share {overlap} a day with {home:the}; {night} of a shift are night work. Put "
        "shifts into the contracts of the first people.",
        overlap=overlap,
        home=facts.home_name or t("your own country"),
        night=night,
    )


def _money(facts: PlanFacts) -> str:
    if facts.costs is None:
        return t("Money: what founding costs, and what a year costs; released by milestones.")
    return t(
        "Money: {once} once and {year} a year by the cost model; released by milestones, the pilot first.",
        once=facts.money(facts.costs.one_off),
        year=facts.money(facts.costs.run_rate, facts.people),
    )
