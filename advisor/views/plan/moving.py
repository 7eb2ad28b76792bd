"""Pilot, governance and transfer of knowledge, with numbers from the cost model and the clock."""

from __future__ import annotations

import math

from advisor.views.plan.plan import PlanLine, PlanSection
from advisor.views.plan.plan_facts import PlanFacts, span
from advisor.words.formatting import (
    UNKNOWN,
    hours_text,
    in_sentence,
    number_text,
    percent_range,
    percent_text,
)
from advisor.words.translation import t, tn

_CONTACTS = ("customer-support", "technical-support", "sales", "social-media", "debt-collection")
_PRODUCTS = ("software-development", "it-services")
_TEAM, _MONTHS = 10, 6  # of a pilot where no rates say better: one team, half a year


def pilot_size(facts: PlanFacts) -> tuple[int, int]:
    """People and months of a pilot: one supervisor's team, for as long as the slowest ramp of the rates.

    No more than a third of all, else it would be the whole move.
    """
    team, months = facts.rate("span_of_control")[1], facts.rate("ramp_months")[2]
    people = _TEAM if math.isnan(team) else round(team)
    return max(1, min(people, facts.people // 3)), _MONTHS if math.isnan(months) else max(1, round(months))


def pilot(facts: PlanFacts) -> PlanSection:
    """Scope, length, cost and what has to be true for the rest to follow."""
    people, months = pilot_size(facts)
    work = in_sentence(facts.function.label) if facts.function else t("the work")
    scope = t(
        "Scope: {people} of {all} people, {piece} of {work} with clear volumes, nothing that cannot be taken "
        "back within a week.",
        people=people,
        all=facts.people,
        piece=_piece(facts),
        work=work,
    )
    length = tn(
        "Length: {count} month, after {weeks} weeks of preparation; a fixed date for the decision.",
        "Length: {count} months, after {weeks} weeks of preparation; a fixed date for the decision.",
        months,
        weeks=span(facts.rate("transition_fixed_weeks")),
    )
    lines = [
        PlanLine("pilot.scope", scope),
        PlanLine("pilot.length", length),
        PlanLine("pilot.cost", _pilot_cost(facts, people, months)),
        PlanLine("pilot.release", _release(facts)),
        PlanLine(
            "pilot.baseline",
            t("Baseline: measure the same figures at home for four weeks before anything moves."),
        ),
        PlanLine("pilot.price", _price_reached(facts)),
        PlanLine(
            "pilot.quality",
            t(
                "Go on if quality, measured as at home, is no worse than the baseline in each of the "
                "last four weeks."
            ),
        ),
        PlanLine("pilot.turnover", _turnover(facts)),
        PlanLine(
            "pilot.security",
            t("Go on if no incident with data stays unreported and the security findings are closed."),
        ),
        PlanLine(
            "pilot.stop", t("Stop if one of these is missed at the date; one extension, of half the length.")
        ),
    ]
    title = t("Pilot")
    return PlanSection("pilot", title, t("Small, measured, and with a way back."), tuple(lines))


def _piece(facts: PlanFacts) -> str:
    """What can be tried by itself."""
    function = facts.assessment.scenario.function
    if function in _CONTACTS:
        return t("one queue")
    if function in _PRODUCTS:
        return t("one product or service")
    return t("one process")


def _pilot_cost(facts: PlanFacts, people: int, months: int) -> str:
    if facts.costs is None:
        return t("Cost: the provider's price for the team, and your own people's time.")
    lag = facts.rate("productivity_lag_pct")
    return t(
        "Cost: {cost} for {people} people and {months} months at the steady rate of the cost model, and "
        "{lag} more while the team learns.",
        cost=facts.money(facts.costs.run_rate, people * months / 12),
        people=people,
        months=months,
        lag=percent_range(lag[0] / 100, lag[2] / 100),
    )


def _release(facts: PlanFacts) -> str:
    if facts.costs is None:
        return t("Money for the rest of the move is released at the decision, not before.")
    return t(
        "Money: moving all of it costs {once} once. Release what the pilot needs now, the rest at the "
        "decision.",
        once=facts.money(facts.costs.one_off),
    )


def _price_reached(facts: PlanFacts) -> str:
    if facts.costs is None:
        return t("Go on if a productive hour costs what was offered, all told.")
    high = number_text(float(facts.costs.price_hour.p90[-1]))
    return t(
        "Go on if a productive hour costs {currency} {price} or less, all told: the upper end of what the "
        "cost model expects.",
        currency=facts.assessment.scenario.currency,
        price=high,
    )


def _turnover(facts: PlanFacts) -> str:
    low, likely, _high = facts.attrition
    if math.isnan(low):
        return t("Go on if turnover in the team stays within what was agreed.")
    if facts.attrition_is_own:
        return t(
            "Go on if turnover in the team stays below {likely} a year, your own figure.",
            likely=percent_text(likely / 100),
        )
    return t(
        "Go on if turnover in the team stays below {likely} a year, the middle of published figures.",
        likely=percent_text(likely / 100),
    )


def governance(facts: PlanFacts) -> PlanSection:
    """Who meets whom, when, and how much of whose time that takes."""
    lines = (
        PlanLine(
            "govern.owner",
            _owner(facts),
            owner=t("Service owner"),
        ),
        PlanLine(
            "govern.site",
            _site_lead(facts),
            owner=t("Site lead"),
        ),
        PlanLine(
            "govern.quality",
            t(
                "Quality lead: the same sample and the same scoring at home and there, calibrated once "
                "a week."
            ),
            owner=t("Quality lead"),
        ),
        PlanLine(
            "govern.security",
            t("Data-protection and security officer: access list each month, audit each year."),
            owner=t("Security officer"),
        ),
        PlanLine("govern.daily", _daily(facts), owner=t("Site lead")),
        PlanLine(
            "govern.monthly",
            t("Service review each month: the measures below, what was agreed last time, what changes."),
            owner=t("Service owner"),
        ),
        PlanLine("govern.quarterly", _quarterly(facts), owner=t("Sponsor")),
    )
    return PlanSection(
        "govern", t("Governance"), t("Four roles and three meetings; fewer is too few."), lines
    )


def _owner(facts: PlanFacts) -> str:
    home = facts.home_name or t("your own country")
    fixed, share = facts.rate("governance_fixed_fte"), facts.rate("governance_pct")
    if math.isnan(fixed[0]):
        return t(
            "Service owner in {home:the}: answers for the result and the budget; governance takes {time}.",
            home=home,
            time=t("time to be agreed"),
        )
    if facts.is_captive:
        overhead = facts.rate("captive_overhead_pct")
        return t(
            "Service owner in {home:the}: answers for the result and the budget; the cost model counts "
            "{overhead} of the cost for running the centre.",
            home=home,
            overhead=percent_range(overhead[0] / 100, overhead[2] / 100),
        )
    time = t(
        "{fixed} people at home whatever the size, and {share} of the contract's value",
        fixed=span(fixed),
        share=percent_range(share[0] / 100, share[2] / 100),
    )
    return t(
        "Service owner in {home:the}: answers for the result and the budget; governance takes {time}.",
        home=home,
        time=time,
    )


def _site_lead(facts: PlanFacts) -> str:
    if facts.is_captive:
        return t(
            "Site lead in {place:the}: answers for people, shifts and daily work; hired by you before "
            "the team.",
            place=_hub(facts),
        )
    return t(
        "Site lead in {place:the}: answers for people, shifts and daily work; named in the contract.",
        place=_hub(facts),
    )


def _hub(facts: PlanFacts) -> str:
    return facts.hubs[0] if facts.hubs else facts.name


def _daily(facts: PlanFacts) -> str:
    hours = facts.overlap
    if math.isnan(hours):
        return t("Daily: a quarter of an hour of both teams at an hour that both work.")
    if hours < 0.5:
        return t(
            "Daily: the two working days share {overlap}, too little for a meeting. Move a shift, or "
            "hand over in "
            "writing with one call a week.",
            overlap=hours_text(hours),
        )
    return t(
        "Daily: a quarter of an hour of both teams within the {overlap} that the working days share.",
        overlap=hours_text(hours),
    )


def _quarterly(facts: PlanFacts) -> str:
    trips = facts.rate("trips_per_10_fte")
    if math.isnan(trips[0]):
        return t("Steering each quarter: cost against plan, risks, the next step; each second time on site.")
    fixed = facts.rate("trips_fixed")
    low, high = (fixed[at] + trips[at] * facts.people / 10 for at in (0, 2))
    return t(
        "Steering each quarter: cost against plan, risks, the next step; each second time on site. The "
        "cost model "
        "counts {trips} trips a year.",
        trips=span((low, low, high)),
    )


def transfer(facts: PlanFacts) -> PlanSection:
    """How what people at home know gets there."""
    months, ramp = facts.rate("double_running_months"), facts.rate("ramp_months")
    lag, lasts = facts.rate("productivity_lag_pct"), facts.rate("productivity_lag_months")
    known = not math.isnan(months[0])
    lines = (
        PlanLine(
            "learn.list", t("List tasks, exceptions, systems and people who know; rank by volume and risk.")
        ),
        PlanLine(
            "learn.write",
            t("Write and film each task with the person who does it; the other side signs it off."),
        ),
        PlanLine(
            "learn.shadow",
            t(
                "Shadow, then do under supervision, then alone: work is done twice for {months} months.",
                months=span(months) if known else UNKNOWN,
            ),
        ),
        PlanLine(
            "learn.ramp",
            t(
                "Move task by task over {ramp} months, the simplest first; a task moves once two people "
                "there master it.",
                ramp=span(ramp) if known else UNKNOWN,
            ),
        ),
        PlanLine(
            "learn.keep",
            t("Keep those who know until then: retention agreed and paid before the plan is announced."),
        ),
        PlanLine(
            "learn.lag",
            t(
                "Expect {lag} less output for {months} months; the cost model has counted it.",
                lag=percent_range(lag[0] / 100, lag[2] / 100) if known else UNKNOWN,
                months=span(lasts) if known else UNKNOWN,
            ),
        ),
    )
    intro = t("What is not written down stays at home, or leaves with whoever goes.")
    return PlanSection("learn", t("Transfer of knowledge"), intro, lines)
